import Faults
import Testing
import TrialDesign

@Suite struct FaultTests {
  /// A file in which nearly everything is wrong.
  static let broken = """
    unled: 2
    name: a/b
    observation: ""
    licence: {texts: CC0-1.0}
    scenarios:
      - lighthouse
      - {topic: a night baker}
      - {id: x, topic: {topic}}
      - {id: x, prompt: p, "my topic": t}
    conditions:
      neutral: {topic}
      leading: {cue: expectation, strength: 2}
      awya: "Write."
      placebo: {slots: {react: a}, system: {file: none.md}}
    wordings: turn
    baselines:
      - {id: people, folder: people}
      - {id: both, folder: a, prompts: neutral}
      - {id: slots, prompts: ["About {topic}."], replicates: none}
    claim: {about: a, holds: ""}
    models:
      - {id: m, provider: command, mode: chatty, base_url: localhost, key: sk-1}
      - {provider: openai}
    sampling: {temperature: 3, max_tokens: 0, replicates: 1.5}
    script: {turns: [], stop: {after: 40, phrase: ""}}
    rating:
      repeats: 0.9
      mask_echo: maybe
      shows: conversation
      questions:
        - {id: a, ask: "A?", scale: [one]}
        - {id: b, ask: "B?", scale: HIGH, note: true}
        - {id: c, ask: "C?", choices: ["no", "No"], primary: yes}
        - {id: condition_guess, ask: "D?", note: false}
    controls: {show: {folder: show}}
    analysis: {alpha: 0.5, models: those}
    replicates: {name: a, design: 12ab}
    colour: blue

    """

  @Test func `every fault is reported at once, with place and remedy, by line`() throws {
    let faults = TrialText.faults(Self.broken)
    #expect(faults.count >= 40)
    #expect(faults.allSatisfy { $0.kind == .badInput && !$0.remedy.isEmpty })
    let lines = faults.map { Int($0.place.split(separator: ":")[1]) ?? 0 }
    #expect(lines == lines.sorted())
    let text = faults.map(\.description).joined(separator: "\n") + "\n"
    try Snapshot.expect(text, matches: "broken.txt")
  }

  @Test func `the same file gives the same faults in the same order`() {
    let first = TrialText.faults(Self.broken)
    for _ in 0..<5 { #expect(TrialText.faults(Self.broken) == first) }
  }

  @Test func `syntax is reported first and alone`() {
    let faults = TrialText.faults(TrialText.with("unled: 1", "unled: 2\nnote: what: that"))
    #expect(faults.map(\.place) == ["trial.yaml:2:11"])
    #expect(faults.first?.remedy.contains("quotes") == true)
    #expect(TrialText.faults("").first?.problem == "the file is empty")
    #expect(TrialText.faults("# nothing\n").first?.problem == "the file is empty")
    #expect(TrialText.faults("just a text").count == 1)
    #expect(TrialText.faults(TrialText.newcomer + "---\nunled: 1\n").count == 1)
    #expect(TrialText.faults("a: \u{7}\n").map(\.place) == ["trial.yaml:1:4"])
  }

  @Test(arguments: [
    ("name: again\n", "name"), ("\"name\": again\n", "name"), ("name: *x\n", "name"),
  ])
  func `a key that stands twice is reported`(_ line: String, key: String) {
    let faults = TrialText.faults(TrialText.newcomer + line)
    #expect(faults.first?.problem == "the key '\(key)' stands twice")
    #expect(faults.count == 1)
  }

  @Test func `keys are the same when their characters are`() {
    let faults = TrialText.faults(
      TrialText.with("topic: a night baker", "1: a night baker, \"1\": a day baker"))
    #expect(faults.map(\.problem) == ["the key '1' stands twice"])
  }

  @Test func `a prompt that begins with a brace is to be put in quotes`() {
    let fault = TrialText.fault(
      "\"Write a short story about {topic}. About 200 words.\"", "{topic}")
    #expect(fault?.place == "trial.yaml:9:12")
    #expect(fault?.remedy == "put the text in quotes: it begins with '{'")
  }

  @Test(arguments: [
    ("raters_per_output: 3", "", "raters_per_output: 3\n  consent: {file: consent.md}"),
    ("primary: true", "", "primary: true\n      only_if: {a: [b]}"),
  ])
  func `what a later release brings is named as such`(_ old: String, _: String, new: String) {
    let faults = TrialText.faults(TrialText.with(old, new))
    #expect(
      faults.contains {
        $0.problem.contains("not supported by this release")
          || $0.problem.contains("comes in a later release")
      })
  }

  @Test func `a mistyped key names the nearest`() {
    let fault = TrialText.fault("max_tokens: 300", "max_tokens: 300, max_token: 5")
    #expect(fault?.problem == "'sampling' has no key 'max_token'")
    #expect(fault?.remedy == "write 'max_tokens'")
  }

  @Test func `a fault in one section makes no false ones in another`() {
    let text =
      TrialText.with("provider: openai", "provider: command")
      + "baselines: [{id: b, prompts: [A poem.], models: [gemma-270m]}]\n"
    #expect(TrialText.faults(text).count == 1)
    let scenario = TrialText.with("{id: bakery, topic: a night baker}", "{id: .., topic: x}")
    #expect(TrialText.faults(scenario).map(\.place) == ["trial.yaml:7:10"])
  }

  @Test func `a condition without a mapping of slots is a fault`() {
    let fault = TrialText.fault(
      "\"Write a short story about {topic}. About 200 words.\"", "{slots: text}")
    #expect(fault?.place == "trial.yaml:9:20")
  }

  @Test func `what cannot be run is refused before it is laid out`() {
    let many = (0..<3000).map { "  - {id: s\($0), topic: t}\n" }.joined()
    let text = TrialText.with("  - {id: bakery, topic: a night baker}\n", many)
      .replacing("replicates: 2", with: "replicates: 1000")
    #expect(TrialText.faults(text).map(\.problem) == ["the trial would have 12004000 runs"])
  }

  @Test func `files that cannot be used are named`() {
    let old = "\"Write a short story about {topic}. About 200 words.\""
    #expect(TrialText.fault(old, "{file: a.txt}")?.problem == "'a.txt': no such file")
    #expect(
      TrialText.fault(old, "{file: a.txt}", files: ["a.txt": " \n"])?.problem == "'a.txt' is empty")
    #expect(
      TrialText.fault(old, "{file: a.txt}", files: ["a.txt": "a\0b"])?.problem
        .contains("U+0000") == true)
    #expect(
      TrialText.fault(old, "{file: trial.yaml}", files: ["trial.yaml": "a"])?.problem
        == "the file names itself")
    #expect(
      TrialText.fault(old, "\"a\\u0007{topic}\"")?.problem.contains("U+0007") == true)
  }
}
