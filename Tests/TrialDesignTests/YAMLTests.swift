import Faults
import Testing
import TrialDesign

@Suite struct YAMLTests {
  static let laughs =
    (["a: &a [x, x, x, x, x, x, x, x, x]"]
    + zip("bcdefghi", "abcdefgh").map { new, old in
      "\(new): &\(new) [" + Array(repeating: "*\(old)", count: 9).joined(separator: ", ") + "]"
    }).joined(separator: "\n")

  /// Ways to hide the same from who looks at lines and quotes alone.
  static let disguises: [String] = [
    laughs,
    laughs.replacing("\n", with: "\r\n"),
    "# comment\r" + laughs.replacing("\n", with: "\r"),
    "# comment\u{2028}" + laughs.replacing("\n", with: "\u{2028}"),
    "\u{FEFF}" + laughs,
    "- key: |\n    text\n  " + laughs.replacing("\n", with: "\n  "),
    "p: some text\n  \"continued\nq: it's\n" + laughs,
    "p:\n  |\n  \"\n" + laughs,
    laughs + "\n? *i\n: x",
    laughs + "\n{*i : x}: y",
  ]

  @Test(.timeLimit(.minutes(1)), arguments: disguises.indices)
  func `nested aliases are refused in no time`(_ index: Int) {
    let faults = TrialText.faults(Self.disguises[index])
    #expect(faults.isEmpty == false)
    #expect(
      faults.allSatisfy { $0.problem.contains("stands here") }
        || index >= 8 && faults.count == 1)
  }

  @Test func `aliases, anchors, tags and merge keys are refused where they stand`() {
    let text = """
      a: &anchor x
      b: *anchor
      c: !!int 3
      d: [ *anchor, !tag y ]
      e: "& * !"
      f: |
        *text
        &text
      g: a * b & c! # *comment
      h: it's
        *also text
      """
    #expect(
      TrialText.faults(text).map { "\($0.place) \($0.problem)" } == [
        "trial.yaml:1:4 an anchor ('&') stands here", "trial.yaml:2:4 an alias ('*') stands here",
        "trial.yaml:3:4 a tag ('!') stands here", "trial.yaml:4:6 an alias ('*') stands here",
        "trial.yaml:4:15 a tag ('!') stands here",
      ])
    let merge = TrialText.fault("topic: a night baker", "topic: a, <<: b")
    #expect(merge?.problem == "a slot cannot be named '<<'")
  }

  @Test func `signs in texts stay what they are`() throws {
    let trial = try TrialText.trial(
      TrialText.with("a night baker", "the *only* baker & co!")
        .replacing("source: \"", with: "source: \"*&! "))
    #expect(trial.scenarios[1].slots["topic"] == "the *only* baker & co!")
    #expect(trial.source?.hasPrefix("*&! ") == true)
  }

  @Test func `deep nesting and huge files are refused`() {
    for text in [
      String(repeating: "[", count: 60) + String(repeating: "]", count: 60),
      String(repeating: "[", count: 100_000),
      String(repeating: "- ", count: 60) + "x",
      (0..<60).map { String(repeating: " ", count: $0) + "k:\n" }.joined()
        + String(repeating: " ", count: 60) + "k: v",
    ] {
      let faults = TrialText.faults(text)
      #expect(faults.count == 1)
      #expect(faults.first?.kind == .badInput)
    }
    let huge = TrialText.newcomer + "# " + String(repeating: "x", count: 5 << 20)
    #expect(TrialText.faults(huge).first?.remedy.contains("4 MiB") == true)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a long line and a long list are refused in no time`() {
    let list = Array(repeating: "a", count: 200_000).joined(separator: ",")
    #expect(TrialText.faults("scenarios: [\(list)]").isEmpty == false)
    let rows = Array(repeating: "{id: a}", count: 20_000).joined(separator: ", ")
    let many = TrialText.faults(TrialText.newcomer + "baselines: [\(rows)]\n")
    #expect(many.map(\.problem) == ["'baselines' has 20000 elements"])
  }

  @Test func `line ends and byte order marks change nothing`() throws {
    let design = Design(of: try TrialText.trial(TrialText.newcomer))
    for text in [
      TrialText.newcomer.replacing("\n", with: "\r\n"), "\u{FEFF}" + TrialText.newcomer,
      "\u{FEFF}" + TrialText.newcomer.replacing("\n", with: "\r\n"),
    ] {
      #expect(Design(of: try TrialText.trial(text)) == design)
    }
    let faults = TrialText.faults(
      "\u{FEFF}" + TrialText.with("seed: 1907", "seed: x").replacing("\n", with: "\r\n"))
    #expect(faults.map(\.place) == ["trial.yaml:17:68"])
  }
}
