import Calls
import Faults
import Foundation
import Questions
import Reproducible
import Testing
import TrialDesign

@Suite struct ReadingTests {
  @Test func `the newcomer's file reads`() throws {
    let read = try TrialText.read(TrialText.newcomer)
    let trial = read.trial
    #expect(trial.name == "unused-skills")
    #expect(trial.scenarios.map(\.id.name) == ["lighthouse", "bakery"])
    #expect(trial.scenarios[0].slots == ["topic": "a lighthouse keeper"])
    #expect(trial.askedConditions == [.neutral, .leading, .away, .placebo])
    #expect(trial.claim?.terms == ["skill", "unneeded", "useless", "longing"])
    #expect(trial.models.map(\.mode) == [.completion])
    #expect(trial.models.map(\.model) == ["gemma-270m"])
    #expect(read.addresses.map(\.baseURL) == ["http://127.0.0.1:8080/v1"])
    #expect(trial.sampling.maxTokens == 300 && trial.sampling.seed == 1907)
    #expect(trial.rating.guessOutputs == 6 && trial.rating.masksEcho)
    #expect(
      trial.primaryQuestion?.form
        == .ordinal(["not at all", "hinted at", "present", "what the story is about"]))
    #expect(trial.analysis.smallestEffect == 0.5)
    #expect(read.warnings.isEmpty)
  }

  @Test func `the ready-made trial reads from its folder`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../trials/unused-skills").standardizedFileURL
    let source = FileSource(
      read: { path in
        guard let data = FileManager.default.contents(atPath: folder.appending(path: path).path)
        else { return .failure(Fault(.notFound, at: path, "no such file", remedy: "check it")) }
        return .success(data)
      },
      list: { path in
        // A folder that cannot be read has no texts, which the reader reports.
        let names = try? FileManager.default.contentsOfDirectory(
          atPath: folder.appending(path: path).path)
        return .success((names ?? []).filter { $0.hasSuffix(".txt") }.sorted())
      })
    let text = try String(contentsOf: folder.appending(path: "trial.yaml"), encoding: .utf8)
    let read = try ReadTrial(parsing: text, source: source)
    #expect(read.trial.scenarios.count == 24)
    #expect(read.trial.wordingCount == 3)
    #expect(read.trial.script.stop == ["\nNote"])
    #expect(read.trial.controls.count >= 8)
    #expect(read.files.contains { $0.name == "genres.txt" })
    #expect(read.warnings.isEmpty)
    let plan = RunPlan(of: read.trial)
    #expect(plan.runs.count { $0.cell.condition != .baseline } == 24 * 4 * 2)
    #expect(plan.runs.allSatisfy { !$0.call.messages[0].text.contains("{") })
  }

  @Test func `scalars are the characters that stand in the file`() throws {
    let text = TrialText.with(
      "{id: lighthouse, topic: a lighthouse keeper}", "{id: no, topic: 1.0}"
    )
    .replacing("{id: bakery, topic: a night baker}", with: "{id: 007, topic: yes}")
    let scenarios = try TrialText.trial(text).scenarios
    #expect(scenarios.map(\.id.name) == ["no", "007"])
    #expect(scenarios.map { $0.slots["topic"] } == ["1.0", "yes"])
  }

  @Test(arguments: ["010", "0x10", "1_000", "+5", "\"300\"", "1e400", "12.5", "many", "~"])
  func `a number is written as JSON writes it`(_ number: String) {
    let fault = TrialText.fault("max_tokens: 300", "max_tokens: \(number)")
    #expect(fault?.place == "trial.yaml:17:42")
    #expect(fault?.remedy == "write a whole number from 1 to 1000000")
  }

  @Test(arguments: ["yes", "True", "on", "\"true\"", "1"])
  func `true and false alone are flags`(_ word: String) {
    let fault = TrialText.fault("primary: true", "primary: \(word)")
    #expect(fault == nil || fault?.remedy == "write true or false")
    #expect(TrialText.faults(TrialText.with("primary: true", "primary: \(word)")).isEmpty == false)
  }

  @Test func `a comment that swallows the end of a text is a warning`() throws {
    let warned = try TrialText.read(
      TrialText.with("topic: a night baker}", "topic: the café of mr 🥐 #3\n      }"))
    #expect(warned.warnings.map(\.place) == ["trial.yaml:7:25"])
    #expect(warned.warnings.first?.problem.contains("'#3'") == true)
    let comment = try TrialText.read(
      TrialText.with("topic: a night baker}", "topic: a night baker  # meant\n      }"))
    #expect(comment.warnings.isEmpty)
  }

  @Test func `a named text is the same however an editor saved it`() throws {
    let text = TrialText.with(
      "\"Write a short story about {topic}. About 200 words.\"", "{file: neutral.txt}")
    let plain = try TrialText.trial(text, files: ["neutral.txt": "About {topic}.\nShort.\n"])
    let windows = try TrialText.trial(
      text, files: ["neutral.txt": "\u{FEFF}About {topic}.\r\nShort.\r\n"])
    #expect(Design(of: plain) == Design(of: windows))
    let list = TrialText.newcomer + "baselines: [{id: genres, prompts: {file: genres.txt}}]\n"
    let baseline = try TrialText.trial(
      list, files: ["genres.txt": "A poem.\r\n# left out\r\n\r\nA letter.\r\n"]
    ).baselines.first
    #expect(baseline?.source == .prompts(["A poem.", "A letter."]))
  }

  @Test func `a paired text belongs to the longest scenario that begins its name`() throws {
    let text =
      TrialText.with("id: bakery", "id: light")
      + "baselines: [{id: people, folder: people, paired: true}]\n"
    let trial = try TrialText.trial(
      text, files: ["people/lighthouse-2.txt": "One.", "people/light-1.txt": "Two."])
    guard case .texts(let texts)? = trial.baselines.first?.source else {
      Issue.record("a folder gives texts")
      return
    }
    #expect(texts.map(\.scenario.name) == ["light", "lighthouse"])
  }

  @Test func `addresses of models have a file of their own`() throws {
    let list = try ModelAddress.list(
      parsing: """
        models:
          - {id: a, base_url: "http://127.0.0.1:8080/v1/", key: MY_KEY, concurrency: 4}
          - {id: b, recording: b.jsonl}
        """, name: "models.yaml")
    #expect(
      list == [
        ModelAddress(
          id: ModelID("a"), baseURL: "http://127.0.0.1:8080/v1", keyVariable: "MY_KEY",
          concurrency: 4),
        ModelAddress(id: ModelID("b"), recording: "b.jsonl"),
      ])
    let faults = #expect(throws: Faults.self) {
      try ModelAddress.list(
        parsing: "models:\n  - {id: a, key: sk-1234567890}\n  - {id: b, base_url: localhost}\n",
        name: "models.yaml")
    }
    #expect(faults?.all.map(\.place) == ["models.yaml:2:18", "models.yaml:3:23"])
    #expect(faults?.description.contains("sk-1234567890") == false)
  }

  @Test
  func `questions that state a claim of their own share alpha, each with its smallest effect`()
    throws
  {
    let question = "      primary: true\n"
    let more = question + "    - {id: longing, ask: \"How much longing?\", slider: [none, all]}\n"
    let plain = TrialText.with(question, more)
    let text = plain.replacing("models: these}", with: "models: these, together: {longing: 10}}")
    let trial = try TrialText.read(text).trial
    #expect(trial.analysis.together == [QuestionID("longing"): 10])
    #expect(trial.analysis.rules(for: QuestionID("longing"))?.smallestEffect == 10)
    #expect(try TrialText.read(plain).trial.analysis.json["together"] == nil)
    for (wrong, problem) in [
      ("{unused_skill: 1}", "unused_skill"), ("{longing: 0}", "longing"),
      ("{longing: 101}", "longing"), ("longing", "together"),
    ] {
      let faults = TrialText.faults(
        plain.replacing("models: these}", with: "models: these, together: \(wrong)}"))
      #expect(faults.count == 1 && faults[0].problem.contains(problem))
    }
  }

  private static func planning(_ looks: String, _ others: String = "") -> String {
    TrialText.with("models: these}", "models: these, \(others)looks: \(looks)}")
  }

  /// A trial of 52 scenarios that plans to look at any time.
  private static func anytime(_ others: String = "") -> String {
    let many = (0..<50).map { "  - {id: s\($0), topic: topic \($0)}\n" }.joined()
    let first = "  - {id: lighthouse, topic: a lighthouse keeper}\n"
    return planning("anytime", others).replacing(first, with: first + many)
  }

  @Test func `looks are planned as shares of the views, or at any time for fifty scenarios`() throws
  {
    let looks = try TrialText.read(Self.planning("[0.5, 0.75]")).trial.analysis.looks
    #expect(looks == .planned([0.5, 0.75]))
    #expect(looks.views(of: 96) == [48, 72])
    #expect(looks.views(of: 97) == [49, 73])
    // 0.29 times 100 is a little more than 29 in binary.
    #expect(AnalysisPlan.Looks.planned([0.29]).views(of: 100) == [29])
    #expect(try TrialText.read(Self.anytime()).trial.analysis.looks == .anytime)
  }

  @Test func `a plan without looks is what it was before there were any`() throws {
    let json = try TrialText.read(TrialText.newcomer).trial.analysis.json
    #expect(json["looks"] == nil)
    #expect(
      json.canonical
        == #"{"agreement_floor":0.667,"alpha":0.05,"models":"these","refusal":"claim absent","smallest_effect":0.5}"#
    )
    let planned = try TrialText.read(Self.planning("[0.5]")).trial.analysis.json
    #expect(planned["looks"]?.canonical == "[0.5]")
    #expect(try TrialText.read(Self.anytime()).trial.analysis.json["looks"] == "anytime")
  }

  @Test(arguments: [
    ("[0.75, 0.5]", "have to rise"), ("[0.5, 0.5]", "have to rise"),
    ("[0.2, 0.4, 0.6]", "3 shares"), ("[]", "0 shares"), ("[1]", "'1'"), ("[0]", "'0'"),
    ("[half]", "'half'"), ("sometimes", "not a list"), ("0.5", "not a list"),
    ("{at: 0.5}", "not a list"), ("anytime", "needs 50 scenarios"),
  ])
  func `looks that cannot be are faults with their place`(looks: String, problem: String) {
    let faults = TrialText.faults(Self.planning(looks))
    #expect(faults.count == 1)
    #expect(faults.first?.problem.contains(problem) == true, "\(faults)")
    #expect(faults.first?.place.contains(/trial.yaml:[0-9]+:[0-9]+/) == true)
    #expect(faults.first?.remedy.contains(/0\.|'- '/) == true, "\(faults)")
  }

  @Test(arguments: [
    ("together: {longing: 0.5}, ", "", "one claim alone"), ("", "like these", "models: these"),
    ("", "baselines: [{id: g, prompts: [A poem.]}]", "a baseline text for each scenario"),
  ])
  func `looks at any time need what they rest on`(
    others: String, change: String, problem: String
  ) {
    var text = Self.anytime(others)
    if change == "like these" {
      text = text.replacing("models: these,", with: "models: like these,")
    } else if !change.isEmpty {
      text += change + "\n"
    }
    let longing =
      "    - {id: longing, ask: \"How much longing?\", scale: [none, some, much]}\nanalysis:"
    text = text.replacing("analysis:", with: longing)
    let faults = TrialText.faults(text)
    #expect(faults.count == 1, "\(faults)")
    #expect(faults.first?.problem.contains(problem) == true, "\(faults)")
  }
}
