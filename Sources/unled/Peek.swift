import ArgumentParser
import Foundation
import Reproducible
import Trials

struct PeekCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peek",
    abstract: "At a planned look: go on, or enough; nothing else.",
    discussion: """
      A trial whose file plans looks (analysis: {looks: [0.5, 0.75]}) may be looked at when so many of \
      its views are rated. 'enough' says that presence and lead are both settled, without saying how; \
      'go on' that one of them is open. Each look is logged and takes its part of the error rate.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String
  @Option(
    help: ArgumentHelp(
      "A copy of the packet that was rated elsewhere; may be given again.", valueName: "file"))
  var packet: [String] = []

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    let name = opened.folder.name
    let peek = try opened.peek(copies: packet, now: Date())
    var which = ""
    if let number = peek.number, let planned = peek.planned {
      which = "look \(number) of \(planned) before the end"
      if peek.isRepeated { which += ", as it was said" }
    }
    let views = "\(peek.ratedViews) of \(peek.plannedViews) views are rated"
    try console.result(
      """
      \(console.bold(peek.answer))
        \([which, views].filter { !$0.isEmpty }.joined(separator: "; "))
        next: unled \(peek.isEnough ? "reveal" : "serve") \(name)
      """,
      json: .object([
        "answer": .string(peek.answer), "look": peek.number.map(JSON.integer) ?? .null,
        "of": peek.planned.map(JSON.integer) ?? .null, "repeated": .bool(peek.isRepeated),
        "rated_views": .integer(peek.ratedViews), "planned_views": .integer(peek.plannedViews),
      ]))
  }
}
