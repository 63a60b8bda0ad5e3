import Faults
import Testing

@testable import TrialDesign

/// Conditions that are made from a cue.
@Suite struct GeneratedConditionTests {
  private static let made = TrialText.with(
    "leading: \"", "leading: {cue: expectation, strength: 2}\n  # \"")

  @Test func `a condition is made from each neutral wording`() throws {
    let trial = try ReadTrial(parsing: Self.made, source: .memory([:])).trial
    let neutral = try #require(trial.conditions[.neutral]?.first?.prompt)
    let leading = try #require(trial.conditions[.leading]?.first?.prompt)
    let claim = try #require(trial.claim)
    #expect(leading == "\(neutral) You will find that \(claim.about) \(claim.holds).")
    #expect(trial.generated == [.leading: GeneratedCue(cue: "D2", strength: 2)])
  }

  @Test func `made or written, it is the same design`() throws {
    let trial = try ReadTrial(parsing: Self.made, source: .memory([:])).trial
    let leading = try #require(trial.conditions[.leading]?.first?.prompt)
    let written = try ReadTrial(
      parsing: TrialText.with("leading: \"", "leading: \"\(leading)\"\n  # \""),
      source: .memory([:])
    ).trial
    #expect(Design(of: trial).hash == Design(of: written).hash)
  }

  @Test(arguments: [
    ("{cue: expectaton-statement}", "no cue is called 'expectaton-statement'"),
    ("{cue: selection-by-the-study}", "'selection by the study' is a property of the study"),
    ("{cue: expectation, strength: 4}", "strength"),
    ("{cue: expectation, force: 2}", "no key 'force'"),
  ])
  func `what cannot be made is said`(_ condition: String, _ problem: String) {
    let faults = TrialText.faults(TrialText.with("leading: \"", "leading: \(condition)\n  # \""))
    #expect(faults.contains { $0.problem.contains(problem) }, "\(faults)")
  }

  @Test func `the neutral prompt is written by hand`() {
    let faults = TrialText.faults(
      TrialText.with("neutral: \"", "neutral: {cue: expectation}\n  # \""))
    #expect(faults.contains { $0.problem == "'neutral' cannot be made from a cue" })
  }

  @Test func `without a claim nothing can be made`() {
    let lines = Self.made.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.filter {
      !$0.hasPrefix("claim:") && !$0.hasPrefix("  fails:") && !$0.contains("terms: [")
    }
    .joined(separator: "\n")
    let faults = TrialText.faults(text)
    #expect(faults.contains { $0.problem.hasSuffix("there is no claim") }, "\(faults)")
  }
}
