package import Analysis
import Questions
import Reproducible
import TrialDesign

/// What simulated trials say of a planned one, for a terminal of 80 columns.
package struct PowerText: Hashable, Sendable {
  private let report: PowerReport

  package init(_ report: PowerReport) { self.report = report }

  private var design: SimulatedDesign { report.study.design }
  private var decimals: Int { Words.decimals(of: design.question.form) }

  private func points(_ value: Double) -> String { Words.number(value, decimals: decimals) }

  /// All of it, in paragraphs that the terminal may wrap and tables that it may not.
  package var text: String {
    ([head, table.joined(separator: "\n"), reading, "Assumed: " + assumptions]
      + (report.search.map { [Self.way($0)] } ?? [])).joined(separator: "\n\n")
  }

  /// In a few lines, for whoever only wants to know whether it will do.
  package var brief: String {
    (table + [reading]).joined(separator: "\n")
  }

  private var head: String {
    """
    \(report.trial): what the planned analysis finds in simulated trials, \
    \(report.outcomes.first?.trials ?? 0) a row

      \(Numerals.count(design.scenarios, "scenario")), \
    \(Numerals.count(design.wordings, "wording")), \(Numerals.count(design.models, "model")), \
    each asked \(Numerals.count(design.replicates, "time"))
      \(Numerals.count(design.texts, "text")), each rated by \(design.ratersPerOutput) of \
    \(Numerals.count(design.raters, "rater")): \(Numerals.count(design.ratings, "rating"))
    """
  }

  private static let columns = ["right", "false", "open", "gated", "presence", "lead"]

  private var table: [String] {
    let title =
      "  " + Self.left("what is true", 17) + Self.left("verdict", 13)
      + Self.columns.map { Self.right($0, $0.count < 6 ? 7 : 9) }.joined()
    let rows = report.outcomes.map { outcome in
      let shares = [
        outcome.power, outcome.falsely, outcome.open, outcome.gated, outcome.presenceShare,
        outcome.leadShare,
      ]
      return "  " + Self.left(outcome.world.rawValue, 17) + Self.left(outcome.right.rawValue, 13)
        + zip(Self.columns, shares).map { column, share in
          Self.right(
            column == "presence" && !design.hasBase ? "-" : Numerals.percent(share),
            column.count < 6 ? 7 : 9)
        }.joined()
    }
    return [title] + rows
  }

  private var reading: String {
    let margin = report.outcomes.first.map(\.margin) ?? 1
    var sentences = [
      "'right' is the chance of the verdict that is true, 'false' that of another one; 'presence' "
        + "and 'lead' are how often each is found there.",
      "With so many trials a share may be off by \(Numerals.percent(margin)).",
    ]
    let widths = report.outcomes.first { $0.world == .ledOnly } ?? report.outcomes.first
    if let lead = widths?.leadWidth {
      let presence = widths?.presenceWidth.map { ", that of presence \(points($0))" } ?? ""
      sentences.append(
        "The interval of the lead will be about \(points(lead)) points wide\(presence).")
    }
    if report.outcomes.contains(where: { $0.world == .smallest }) {
      sentences.append(
        "An effect of just \(points(design.plan.smallestEffect)), the smallest that counts, is "
          + "found in half of trials at most, however large they are: the estimate must reach it. "
          + "Presence and lead are \(points(report.study.effect)) in the other rows where they "
          + "are there.")
    }
    return sentences.joined(separator: " ")
  }

  private var assumptions: String {
    let spread = report.study.spread
    let origin =
      report.pilot.map {
        "as estimated from the \(Numerals.count($0.ratings, "rating")) of '\($0.trial)'. "
          + $0.notes.joined(separator: " ")
      }
      ?? "which is what is usual and no more than that; a pilot says it better "
      + "(--from TRIAL, once one is revealed)."
    return """
      on the scale from 0 to \(Numerals.fixed(design.top, decimals: 0)), ratings lie around \
      \(points(report.study.base)) where nothing was done. Scenarios differ by a standard \
      deviation of \(points(spread.scenario)) points, outputs of one cell by \
      \(points(spread.output)), raters in severity by \(points(spread.rater)), two views of one \
      text by \(points(spread.noise)). What a condition does differs by \
      \(points(spread.scenarioSlope)) from scenario to scenario, by \(points(spread.raterSlope)) \
      from rater to rater, by \(points(spread.modelSlope)) from model to model and by \
      \(points(spread.wordingSlope)) from wording to wording, \(origin) \
      \(intervals)
      """
  }

  private var intervals: String {
    report.study.fitsModels
      ? "Trials are analysed as a real one is: by t and a mixed model, the wider interval deciding."
      : "Intervals are by t alone; the analysis also fits a mixed model and takes the wider interval, "
        + "so that where raters differ in the effect it will be found less often than said here."
  }

  private static func way(_ search: PowerSearch) -> String {
    let aim = Numerals.percent(search.aim)
    guard !search.isReached else {
      return "The right verdict is reached in \(aim) of trials or more, whichever it is."
    }
    let title =
      "To reach the right verdict in \(aim) of trials whichever it is (now "
      + "\(Numerals.percent(search.now.power)), \(search.now.ratings) ratings, "
      + "\(search.now.calls) calls), change one thing, cheapest first:"
    let rows = search.steps.map { step -> String in
      let name = left(step.lever.rawValue, 18)
      guard let to = step.to else {
        return "  " + name
          + "not in reach: at most \(Numerals.percent(step.power)) with \(step.tried)"
      }
      return "  " + name + left("\(step.from) -> \(to)", 12)
        + right(Numerals.percent(step.power), 6)
        + "  \(step.ratings) ratings, \(step.calls) calls"
    }
    let wordings =
      search.steps.contains { $0.lever == .wordings }
      ? ["From five wordings on the verdict speaks of more than these, and goes by wording."] : []
    return ([title] + rows + wordings).joined(separator: "\n")
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
