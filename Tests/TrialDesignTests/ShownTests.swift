import Faults
import Reproducible
import Testing
import TrialDesign

/// What raters see, and what they are told beside it.
@Suite struct ShownTests {
  static func text(_ keys: String) -> String {
    TrialText.with("  raters_per_output: 3\n", "  raters_per_output: 3\n  \(keys)\n")
  }

  static let turns = "script: {turns: [{user: \"{prompt}\"}, model, {user: More.}, model]}\n"

  @Test func `factors of the rater's side are read by name`() throws {
    let trial = try TrialText.trial(
      Self.text(
        "shown_as:\n    frame: {striking: A striking text., bland: {file: bland.md}}\n"
          + "    byline: {none: \"\", named: \"By Mira, 34\"}"), files: ["bland.md": "A text."])
    #expect(trial.rating.shownAs.map(\.name) == ["byline", "frame"])
    #expect(trial.rating.shownAs[0].levels.map(\.name) == ["named", "none"])
    #expect(trial.rating.shownAs[0].levels.map(\.text) == ["By Mira, 34", ""])
    #expect(trial.rating.shownAs[1].levels.map(\.text) == ["A text.", "A striking text."])
    #expect(trial.waiting.map(\.key) == ["rating.shown_as"])
    #expect(trial.waiting.map(\.step) == [.rating])
  }

  @Test(arguments: [
    ("shown_as: byline", "20:13", "'shown_as' is 'byline'"),
    ("shown_as: {}", "20:13", "'shown_as' has 0 factors"),
    ("shown_as: {byline: none}", "20:22", "the factor 'byline' is 'none'"),
    ("shown_as: {byline: {none: \"\"}}", "20:22", "the factor 'byline' has 1 levels"),
    (
      "shown_as: {byline: {a: x, b: x}}", "20:32",
      "the level 'b' of 'byline' shows what another shows"
    ),
    (
      "shown_as: {byline: {a: [x], b: y}}", "20:26",
      "the level 'a' of 'byline' is a list, not a text"
    ),
    ("shown_as: {\"a=b\": {a: x, b: y}}", "20:14", "a name in 'shown_as' is 'a=b'"),
    ("shows: all", "20:10", "'shows' is 'all'"),
    ("shows: answer 0", "20:10", "'shows' is 'answer 0'"),
    ("shows: answer 2", "20:10", "raters are to see answer 2 of 1"),
    ("shows: conversation", "20:10", "raters are to see a conversation, and the script has none"),
  ])
  func `what cannot be shown is a fault at its place`(keys: String, place: String, problem: String)
  {
    let faults = TrialText.faults(Self.text(keys))
    #expect(faults.map(\.problem) == [problem])
    #expect(faults.map(\.place) == ["trial.yaml:\(place)"])
    #expect(faults.allSatisfy { !$0.remedy.isEmpty })
  }

  @Test func `raters see the last answer, another one or all turns`() throws {
    func shown(_ words: String) throws -> Trial {
      try TrialText.trial(Self.text("shows: \(words)") + Self.turns)
    }
    #expect(try shown("last answer").rating.shows == .lastAnswer)
    #expect(try shown("conversation").rating.shows == .conversation)
    #expect(try shown("answer 2").rating.shows == .answer(2))
    #expect(try shown("answer 2").waiting.map(\.key) == ["script.turns", "rating.shows"])
    #expect(try shown("last answer").waiting.map(\.key) == ["script.turns"])
  }

  @Test func `the design has them only where they are given`() throws {
    let plain = Design(of: try TrialText.trial(TrialText.newcomer))
    #expect(plain.json["rating"]?["shows"] == nil && plain.json["rating"]?["shown_as"] == nil)
    #expect(
      Design(of: try TrialText.trial(Self.text("shows: last answer"))).hash == plain.hash)
    func hash(_ keys: String) throws -> Digest {
      Design(of: try TrialText.trial(Self.text(keys))).hash
    }
    let byline = try hash("shown_as: {byline: {none: \"\", named: Mira}}")
    #expect(byline != plain.hash)
    #expect(try byline == hash("shown_as: {byline: {named: Mira, none: \"\"}}"))
    #expect(try byline != hash("shown_as: {byline: {named: Myra, none: \"\"}}"))
  }
}
