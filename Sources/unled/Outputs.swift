import ArgumentParser
import Foundation
import Models
import Trials

struct Outputs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take outputs out as a recording that anybody can replay.",
    subcommands: [Export.self])

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the outputs as a recording, one line a run.",
      discussion: """
        A trial whose model has 'recording: recording.jsonl' replays that file in place of a \
        server. The file names no condition, but whoever holds the trial file can work it out: \
        keep it from raters.
        """)

    @OptionGroup var options: CommonOptions
    @Argument(help: "The trial.") var trial: String
    @Option(help: "What served the model, with its version, for the reader.") var server: String?

    func run() async throws {
      let console = Console(options)
      let opened = try OpenedTrial.open(try options.shelf.find(trial))
      let recording = try opened.recording(server: server)
      console.say("\(recording.lines.count) runs")
      try console.write(String(recording.text.dropLast()))
    }
  }
}
