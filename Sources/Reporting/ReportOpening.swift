import Analysis
import Reproducible

extension Report {
  /// What the report begins with.
  var opening: Opening {
    Opening(
      kicker: result.isFirstLook ? "The verdict of a first look" : "The verdict",
      title: facts.title, observation: result.observation,
      source: facts.source,
      verdict: result.verdict.rawValue,
      meaning: Words.meaning(of: result.verdict, hasBaseRate: result.hasBaseRate),
      sentence: result.sentence, firstLook: Self.firstLook(result),
      rated: Self.rated(result, areBlind: facts.blinding != nil),
      simulated: Self.simulated(result),
      origin: originSentence, warnings: Self.warnings(result).map(\.text),
      nextStep: result.nextStep,
      closing: closing)
  }

  /// What a small trial is to be taken for; `nil` for others.
  static func firstLook(_ result: TrialResult) -> String? {
    guard result.isFirstLook, result.primary.lead.clusters > 0 else { return nil }
    let clusters = Words.cluster(result.cluster, result.primary.lead.clusters)
    let settled =
      result.settled.isEmpty
      ? "Nothing is settled yet." : "Settled: \(result.settled.joined(separator: "; "))."
    return
      "A first look, on \(clusters): below \(TrialResult.fewForAVerdict) a trial leaves much open "
      + "that is there. \(settled)"
  }

  private var closing: String {
    let day = "Report of \(UTC.day(facts.date))."
    return facts.designHash == nil ? day : "\(day) The rules were fixed before the first run."
  }

  /// What was rated, and by whom, in one sentence.
  ///
  /// - Parameters:
  ///   - result: What was found.
  ///   - areBlind: Whether it is known that raters saw a packet and nothing else.
  /// - Returns: The sentence.
  static func rated(_ result: TrialResult, areBlind: Bool) -> String {
    let counts = result.counts
    let models = result.models.isEmpty ? [] : ["of \(Numerals.count(result.models.count, "model"))"]
    let outputs =
      ([Numerals.count(counts.outputs, "output")] + models + [
        "over \(Numerals.count(counts.scenarios, "scenario"))"
      ]).joined(separator: " ")
    let simulated = counts.simulatedRaters
    let who: String
    switch (counts.raters, simulated) {
    case (0, _): who = "nobody whose ratings count"
    case (let all, let made) where made >= all: who = Numerals.count(all, "simulated rater")
    case (let all, 0): who = Numerals.count(all, "person", "people")
    case (let all, let made):
      who =
        Numerals.count(all - made, "person", "people") + " and "
        + Numerals.count(made, "simulated rater")
    }
    let ratings = Numerals.count(counts.ratings, "rating")
    let blind =
      areBlind && simulated == 0 && counts.raters > 0
      ? ", who saw no prompt and no condition" : ""
    return "\(ratings) of \(outputs), by \(who)\(blind)."
  }

  /// The warnings that stand beside the banner, which says by itself that readers are made up.
  static func warnings(_ result: TrialResult) -> [Warning] {
    result.warnings.filter { $0.code != "simulated" }
  }

  static func simulated(_ result: TrialResult) -> String? {
    result.isSimulated ? TrialResult.rehearsal : nil
  }

  /// Where the outputs came from, where they were not made for this trial.
  var originSentence: String? {
    switch facts.origin {
    case .live: nil
    case .recording(let recording):
      "The outputs are a recording of "
        + ([recording.model, recording.quantisation].compactMap { $0 }.joined(separator: ", "))
        + ", made on \(recording.date)"
        + (recording.server.map { " with \($0)" } ?? "") + "; no model was asked today."
    case .pasted:
      "The outputs were pasted from an app: its hidden instructions and settings are not known."
    case .imported(let source): "The outputs existed already and were read from \(source)."
    case .table(let table):
      "Outputs and ratings were made elsewhere; the ratings were read from \(table.name)."
    }
  }
}
