import TrialDesign
import Testing

@testable import Linting

/// A small trial file that lints clean, and what is changed in it.
private func lint(_ changes: [(String, String)] = []) throws -> [LintFinding] {
  var text = """
    unled: 1
    name: small
    observation: Stories turn to the moon.
    scenarios:
      - {id: a, topic: a baker}
      - {id: b, topic: a nurse}
      - {id: c, topic: a piano tuner}
      - {id: d, topic: a bus driver}
      - {id: e, topic: a teacher}
      - {id: f, topic: a beekeeper}
      - {id: g, topic: a carpenter}
      - {id: h, topic: a gardener}
    conditions:
      neutral: "Write a short story about {topic}. About 200 words."
      leading: {cue: expectation, strength: 2}
      away: {cue: expectation, strength: 2}
      placebo: {cue: expectation, strength: 2}
    claim: {about: the story, holds: turns to the bright moon, fails: turns to the bare ground, terms: [moonlight]}
    models:
      - {id: local, mode: chat}
    sampling: {temperature: 1.0, max_tokens: 300, replicates: 1, seed: 1907}
    rating:
      raters_per_output: 2
      questions:
        - {id: moon, ask: "How does the text speak of the night sky?", scale: [not at all, in a word, in a passage], primary: true}
        - {id: quarrel, ask: "Is there a quarrel or none?", choices: ["no", "yes"], distractor: true}
    analysis: {smallest_effect: 0.5}
    """
  for (old, new) in changes {
    #expect(text.contains(old))
    text = text.replacing(old, with: new)
  }
  let read = try ReadTrial(parsing: text, source: .memory([:]))
  return TrialLint(of: read.trial, text: text).findings
}

@Suite struct TrialLintTests {
  @Test func `a trial made by the rules has no warning`() throws {
    #expect(try lint().filter { $0.level > .note } == [])
  }

  @Test func `a cue in the neutral prompt is an error at its place`() throws {
    let findings = try lint([("About 200 words.", "Isn't it a nice one?")])
    let found = try #require(findings.first { $0.code == "A1" })
    #expect(found.level == .error)
    #expect(found.part == "the neutral prompt")
    #expect(found.line == 14)
    #expect(found.column == 48)
  }

  @Test func `a term of the claim in a scenario leaks`() throws {
    let findings = try lint([("topic: a nurse", "topic: a nurse by moonlight")])
    #expect(findings.contains { $0.code == "C2" && $0.part == "the scenario 'b'" && $0.line == 6 })
  }

  @Test func `a term of the claim in the neutral prompt breaks a rule`() throws {
    let findings = try lint([("About 200 words.", "About 200 words of moonlight.")])
    #expect(findings.contains { $0.code == "target terms" && $0.level == .error })
  }

  @Test func `a leading question is shown`() throws {
    let findings = try lint([
      ("How does the text speak of the night sky?", "Don't you see the moon?")
    ])
    #expect(
      findings.contains { $0.code == "A1" && $0.part == "the question 'moon'" && $0.line == 25 })
  }

  @Test func `a stop rule that waits for the claim leads`() throws {
    let findings = try lint([
      ("models:\n", "script: {stop: {phrase: moonlight}}\nmodels:\n")
    ])
    #expect(
      findings.contains { $0.code == "C2" && $0.level == .error && $0.part == "the stop phrase" })
  }

  @Test func `a distractor with the claim's words distracts from nothing`() throws {
    let findings = try lint([("Is there a quarrel or none?", "Is there moonlight or none?")])
    #expect(findings.contains { $0.code == "C2" && $0.part == "the distractor 'quarrel'" })
  }

  @Test func `pairs of unequal length are named`() throws {
    let findings = try lint([
      (
        "placebo: {cue: expectation, strength: 2}",
        "placebo: \"Write a short story about {topic}. About 200 words. Go.\""
      )
    ])
    #expect(findings.contains { $0.code == "length" && $0.level == .error })
  }

  @Test func `a missing placebo and a missing mirror are warnings`() throws {
    let findings = try lint([
      ("  placebo: {cue: expectation, strength: 2}\n", ""),
      ("  away: {cue: expectation, strength: 2}\n", ""),
    ])
    #expect(Set(findings.map(\.code)).isSuperset(of: ["no placebo", "no mirror"]))
  }
}
