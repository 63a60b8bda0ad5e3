import Faults
import Reproducible
import Testing
import TrialDesign

@Suite struct DesignTests {
  static func design(_ text: String) throws -> Design { Design(of: try TrialText.trial(text)) }

  @Test(arguments: [
    ("# sampled topics", "# another comment"),
    ("unled: 1\nname: unused-skills", "name: 'unused-skills'\n\nunled: 1"),
    ("{id: bakery, topic: a night baker}", "topic: \"a night baker\"\n    id: bakery"),
    ("http://127.0.0.1:8080/v1", "https://example.org/v1"),
    ("mode: completion", "mode: completion, key: MY_KEY, concurrency: 4, recording: r.jsonl"),
    ("temperature: 1.0", "temperature: 1"),
    ("mode: completion", "mode: completion, model: gemma-270m"),
  ])
  func `the same meaning has the same hash`(_ old: String, new: String) throws {
    let text = TrialText.with(old, new)
    #expect(text != TrialText.newcomer)
    #expect(try Self.design(text).hash == Self.design(TrialText.newcomer).hash)
  }

  @Test(arguments: [
    ("name: unused-skills", "name: other"), ("take 2", "take 3"),
    ("a night baker", "a day baker"), ("id: bakery", "id: bakers"),
    ("nobody needs. About", "no one needs. About"),
    ("models: these", "models: models like these"), ("models: these", "models: like these"),
    ("mode: completion", "mode: chat"), ("mode: completion", "mode: completion, quantisation: Q8"),
    ("seed: 1907", "seed: 1908"), ("replicates: 2", "replicates: 3"),
    ("raters_per_output: 3", "raters_per_output: 4"), ("repeats: 0.1", "repeats: 0.2"),
    ("hinted at", "hinted"), ("smallest_effect: 0.5", "smallest_effect: 0.6"),
    ("max_tokens: 300", "max_tokens: 301, top_p: 0.9"),
    ("analysis:", "script: {stop: {phrase: end}}\nanalysis:"),
  ])
  func `another meaning has another hash`(_ old: String, new: String) throws {
    let text = TrialText.with(old, new)
    guard !new.contains("models like") else {
      #expect(TrialText.faults(text).count == 1)
      return
    }
    #expect(try Self.design(text).hash != Self.design(TrialText.newcomer).hash)
  }

  @Test func `a file counts by its text`() throws {
    let text = TrialText.newcomer + "baselines: [{id: p, folder: p}]\n"
    func hash(_ files: [String: String]) throws -> Digest {
      Design(of: try TrialText.trial(text, files: files)).hash
    }
    #expect(try hash(["p/a.txt": "One."]) == hash(["p/a.txt": "One."]))
    #expect(try hash(["p/a.txt": "One."]) != hash(["p/a.txt": "Two."]))
  }

  @Test func `a design reads back from its canonical text`() throws {
    let design = try Self.design(TrialText.newcomer)
    let again = Design(json: try JSON(parsing: design.json.canonical))
    #expect(again.hash == design.hash)
    #expect(DesignChange.between(design, again).isEmpty)
  }

  static let baselines = "baselines: [{id: g, prompts: [A poem.]}]\n"

  @Test(arguments: [
    ("replicates: 2", "replicates: 3", DesignChange.Permission.untilReveal),
    ("raters_per_output: 3", "raters_per_output: 5", .untilReveal),
    ("a night baker}", "a night baker}\n  - {id: ferry, topic: a pilot}", .untilReveal),
    ("mode: completion}", "mode: completion}\n  - {id: second}", .untilReveal),
    ("smallest_effect: 0.5", "smallest_effect: 0.4", .untilFirstRating),
    ("agreement_floor: 0.667", "agreement_floor: 0.7", .untilFirstRating),
    ("models: these}", "models: these, looks: [0.5]}", .untilFirstRating),
  ])
  func `what may be amended may be`(
    _ old: String, new: String, permission: DesignChange.Permission
  ) throws {
    let before = try Self.design(TrialText.newcomer + Self.baselines)
    let after = try Self.design(TrialText.with(old, new) + Self.baselines)
    let changes = DesignChange.between(before, after)
    #expect(changes.isEmpty == false)
    #expect(changes.allSatisfy { $0.permission == permission })
    #expect(changes.allSatisfy { !$0.description.isEmpty })
  }

  @Test(arguments: [
    ("replicates: 2", "replicates: 1"), ("raters_per_output: 3", "raters_per_output: 2"),
    ("a night baker", "a day baker"), ("  - {id: bakery, topic: a night baker}\n", ""),
    ("  - {id: light", "  - {id: first, topic: x}\n  - {id: light"),
    ("nobody needs. About", "no one needs. About"), ("hinted at", "hinted"),
    ("is needed for what they do", "is needed"), ("seed: 1907", "seed: 1"),
    ("mode: completion", "mode: chat"), ("repeats: 0.1", "repeats: 0.2"),
  ])
  func `what was asked and how it is rated never changes`(_ old: String, new: String) throws {
    let changes = DesignChange.between(
      try Self.design(TrialText.newcomer), try Self.design(TrialText.with(old, new)))
    #expect(changes.contains { $0.permission == .never })
  }

  @Test func `changes name what changed`() throws {
    let changes = DesignChange.between(
      try Self.design(TrialText.newcomer),
      try Self.design(
        TrialText.with("smallest_effect: 0.5", "smallest_effect: 0.4")
          .replacing("hinted at", with: "hinted")))
    #expect(
      changes.map(\.path) == [
        "analysis/smallest_effect", "rating/questions/unused_skill/question/form/labels",
      ])
    #expect(changes.first?.description == "analysis/smallest_effect: 0.5 -> 0.4")
  }
}
