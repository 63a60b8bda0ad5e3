package import Analysis
import Reproducible

/// A trial's report: the result of its analysis with what surrounds it.
///
/// Everything that others wrote (observation, prompts, outputs, names) is shown as text: no
/// rendering lets it become markup.
package struct Report: Hashable, Sendable {
  package let result: TrialResult
  package let facts: ReportFacts

  package init(result: TrialResult, facts: ReportFacts) {
    self.result = result
    self.facts = facts
  }

  /// One page that needs nothing but itself: no script, no request, readable on paper.
  package var html: String { HTMLPage(document).text }

  /// The report as Markdown, with a table in place of each figure.
  package var markdown: String { MarkdownPage(document).text }

  /// Result and facts, for programs; ends with a line break.
  package var json: String { JSON.object(members).pretty + "\n" }

  private var members: [String: JSON] {
    var members = result.json.members ?? [:]
    members["facts"] = facts.json
    return members
  }

  /// The report before it is written in any form.
  var document: Document {
    let sections =
      [
        numbers, own, gates, effects, sensitivity, apart, change, otherQuestions, prompts, examples,
        blinding, methods, limits, again,
      ]
    return Document(opening: opening, sections: sections.compactMap { $0 })
  }
}
