import Analysis
import AnalysisTables
import ArgumentParser
import Faults
import Foundation
import Reporting
import Reproducible
import TrialDesign

/// The whole analysis for ratings made elsewhere.
struct Analyze: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what ratings made elsewhere show: estimates, gates, verdict.",
    discussion: """
      A CSV file, one line a rating, with the columns scenario, condition (neutral, leading, away, \
      placebo, baseline), model, replicate, output, rater, question and value; model, replicate, \
      output and question may be missing. An empty value means that the rater could not tell. A run \
      that brought nothing to rate is a line without a rater whose value is refused, failed, \
      filtered or empty.

      Further columns where they apply: baseline (which one), wording, control (show, show not), \
      echo and masked (true, false), rater_kind (person, prompter, model, simulated), occasion (1, \
      2), length (in words), shown_as (how the text was shown to this rater: striking, or \
      'byline=named; frame=striking'). Guesses of the condition are ratings of the question condition_guess: toward, \
      away, neither, cannot tell.

        unled analyze ratings.csv --smallest-effect 0.5 --scale 0..4
        unled analyze ratings.csv --primary theme --scale 'absent, a hint, clearly' -o report.html

      How the table was read is said. The same file and the same options give the same numbers on \
      every machine.
      """)

  @OptionGroup var options: SharedOptions
  @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["csv", "tsv"]))
  var file: String
  @Option(
    help: ArgumentHelp(
      "How the result is printed: text, json, html or md; without it, as -o ends, or text."))
  var format: AnalysisFormat?
  @Option(
    help: ArgumentHelp(
      "The smallest effect that would matter, in points of the primary question; without it, an "
        + "eighth of the scale that --scale declares.", valueName: "points"))
  var smallestEffect: Double?
  @Option(
    help: ArgumentHelp(
      "The primary question's scale: 0..4, or labels from low to high, 'absent, a hint, clearly'; "
        + "another question's as mood=0..100. May be given again. Without it, a guess.",
      valueName: "scale"))
  var scale: [String] = []
  @Option(
    help: ArgumentHelp(
      "The question that the verdict rests on; needed where there are several.",
      valueName: "question"))
  var primary: String?
  @Option(
    help: ArgumentHelp(
      "A fixed value in place of baselines, in the table's own numbers.", valueName: "points"))
  var reference: Double?
  @Option(
    help: ArgumentHelp(
      "The baseline that presence is measured against; needed where there are several.",
      valueName: "name"))
  var baseline: String?
  @Option(
    help: ArgumentHelp(
      "Another question that states a claim of its own, with its smallest effect: mood=10. It shares the "
        + "error rate with the primary one by Holm's procedure. May be given again.",
      valueName: "question=points"))
  var together: [String] = []
  @Option(help: "The error rate, above 0 and below 0.5.") var alpha: Double = 0.05
  @Option(help: "Agreement below this makes ratings unreadable.") var floor: Double = 0.667
  @Option(help: "What the models stand for: these, or models like-these.")
  var models: ModelsChoice = .these
  @Option(help: "What the ratings are called; without it, as the file.") var name: String?
  @Option(help: "The observation, in one sentence.") var observation: String?
  @Option(help: "How raters were asked the primary question.") var ask: String?
  @Option(help: ArgumentHelp("How many resamples a bootstrap draws.", valueName: "count"))
  var resamples: Int = 2000
  @Option(help: "What resamples are drawn from.") var seed: UInt64 = 1907
  @Option(help: ArgumentHelp("What stands between cells.", valueName: "character"))
  var separator: String?

  func validate() throws {
    guard alpha > 0, alpha < 0.5 else {
      throw ValidationError("An error rate lies above 0 and below 0.5, such as 0.05.")
    }
    guard (0...1).contains(floor) else {
      throw ValidationError("A floor of agreement lies between 0 and 1, such as 0.667.")
    }
    guard (2...1_000_000).contains(resamples) else {
      throw ValidationError("Draw between 2 and 1,000,000 resamples.")
    }
    guard [smallestEffect, reference].allSatisfy({ $0?.isFinite ?? true }) else {
      throw ValidationError("A smallest effect and a reference are numbers of points.")
    }
    guard separator?.count ?? 1 == 1 && separator?.first?.isASCII ?? true || separator == "\\t"
    else { throw ValidationError("One character stands between cells, such as ';'.") }
  }

  func run() async throws {
    let console = Console(options)
    let bytes = try tableFile.read()
    let table = try AnalysisTable(reading: bytes, named: title, options: reading)
    let result = try TrialResult(analyzing: table.input)
    if chosenFormat != .text {
      for note in table.notes { console.say("read: \(note)") }
    }
    switch chosenFormat {
    case .json: try console.write(result.json.pretty, madeFrom: tableFile.source)
    case .html:
      try console.write(
        trimmed(report(result, table, bytes).html), madeFrom: tableFile.source)
    case .md:
      try console.write(
        trimmed(report(result, table, bytes).markdown), madeFrom: tableFile.source)
    case .text:
      let notes = table.notes.map { Console.wrapped("read: \($0)") }
      try console.write(
        trimmed(TextSummary(of: result).text) + "\n\n" + notes.joined(separator: "\n"),
        madeFrom: tableFile.source)
    }
  }

  private func report(_ result: TrialResult, _ table: AnalysisTable, _ bytes: [UInt8]) -> Report {
    Report(
      result: result,
      facts: ReportFacts(
        of: table, named: title, digest: Digest(of: bytes), command: command,
        software: ReportCommand.software, date: FixedMoment.given ?? Date()))
  }

  /// A text without the line break that the console adds.
  private func trimmed(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// The format that was named, or that of the file to write.
  private var chosenFormat: AnalysisFormat {
    format ?? options.output.flatMap {
      AnalysisFormat(rawValue: URL(filePath: $0).pathExtension.lowercased())
    } ?? .text
  }

  private var tableFile: TableFile { TableFile(file, in: options.home) }

  private var title: String { file == "-" ? "input" : URL(filePath: file).lastPathComponent }

  private var reading: AnalysisTableOptions {
    var reading = AnalysisTableOptions()
    reading.trial = name
    reading.observation = observation ?? ""
    reading.ask = ask
    reading.primary = primary
    reading.scales = scale
    reading.smallestEffect = smallestEffect
    reading.together = together
    reading.alpha = alpha
    reading.agreementFloor = floor
    reading.reference = reference
    reading.models = models == .these ? .these : .likeThese
    reading.baseline = baseline
    reading.seed = seed
    reading.resamples = resamples
    reading.separator = separator.flatMap { $0 == "\\t" ? "\t" : $0.first }
    return reading
  }

  /// The command that says all that was said, for whoever computes it again.
  private var command: String {
    var words = ["unled", "analyze", title]
    func add(_ option: String, _ value: String?) {
      if let value { words += ["--" + option, value] }
    }
    add("smallest-effect", smallestEffect.map { JSON.number($0).canonical })
    for scale in scale { add("scale", scale) }
    add("primary", primary)
    for claim in together { add("together", claim) }
    add("reference", reference.map { JSON.number($0).canonical })
    add("baseline", baseline)
    add("alpha", JSON.number(alpha).canonical)
    add("floor", JSON.number(floor).canonical)
    if models == .likeThese { add("models", models.rawValue) }
    add("resamples", String(resamples))
    add("seed", String(seed))
    add("separator", separator)
    return words.map(Self.quoted).joined(separator: " ")
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./".unicodeScalars.contains(scalar)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

/// How the result of `analyze` is printed.
enum AnalysisFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, html, md
}

/// What models stand for, as it is said on the command line.
enum ModelsChoice: String, ExpressibleByArgument, CaseIterable {
  case these
  case likeThese = "like-these"
}
