import Packets
import Questions
import Reproducible
import Testing
import TrialDesign

@testable import Blinding

@Suite struct BlindedPromptsTests {
  private static let conditions: [Condition] = [.neutral, .leading, .away, .placebo]
  private static let poles = PromptPoles(
    about: "the main character", holds: "has a talent that nobody needs", fails: "is needed")

  /// Prompts of some wordings, each with scenarios of its own.
  private static func prompts(wordings: Int = 3, scenarios: Int = 4) -> [FamilyPrompt] {
    (0..<wordings).flatMap { wording in
      conditions.flatMap { condition in
        (0..<scenarios).map { scenario in
          FamilyPrompt(
            item: PromptItem(wording: wording, condition: condition),
            scenario: ScenarioID("scn_\(wording)_\(scenario)"),
            text: "Way \(wording) to ask, number \(scenario), \(words(of: condition)).")
        }
      }
    }
  }

  private static func words(of condition: Condition) -> String {
    switch condition {
    case .leading: "a useless gift perhaps"
    case .away: "a useful gift perhaps"
    case .placebo: "a yellow house perhaps"
    case .neutral, .baseline: "please"
    }
  }

  private static func rules(readers: Int = 8, most: Int? = nil) -> BlindedPrompts.Rules {
    .init(readers: readers, promptsPerReader: most, poles: poles)
  }

  /// For each sequence the prompts that it shows.
  private static func shown(
    _ blinded: BlindedPrompts, of prompts: [FamilyPrompt]
  ) -> [[FamilyPrompt]] {
    let names = Dictionary(uniqueKeysWithValues: prompts.map { ($0.id, $0) })
    let codes = Dictionary(uniqueKeysWithValues: blinded.allocation.map { ($0.code, $0.output) })
    return blinded.contents.sequences.map {
      $0.codes.compactMap { codes[$0].flatMap { names[$0] } }
    }
  }

  @Test(arguments: UInt64(0)..<5)
  func `each reader meets each item once, and no scenario under two conditions`(
    seed: UInt64
  ) throws {
    let prompts = Self.prompts()
    let blinded = try BlindedPrompts(prompts: prompts, rules: Self.rules(), key: Sample.key(seed))
    let shown = Self.shown(blinded, of: prompts)
    #expect(shown.count == 8)
    for reader in shown {
      #expect(reader.map(\.item).sorted() == Set(prompts.map(\.item)).sorted())
      #expect(Set(reader.map(\.scenario)).count == reader.count)
      for (first, second) in zip(reader, reader.dropFirst()) {
        #expect(first.item.wording != second.item.wording)
      }
    }
  }

  @Test func `over four readers every scenario stands once under each condition`() throws {
    let prompts = Self.prompts()
    let blinded = try BlindedPrompts(
      prompts: prompts, rules: Self.rules(readers: 4), key: Sample.key(3))
    let shown = Self.shown(blinded, of: prompts).flatMap(\.self)
    #expect(Set(shown.map(\.id)) == Set(prompts.map(\.id)))
    #expect(shown.count == prompts.count)
  }

  @Test(arguments: [1, 2, 3])
  func `with fewer scenarios than conditions each item is still met once by each`(
    scenarios: Int
  ) throws {
    let prompts = Self.prompts(wordings: 2, scenarios: scenarios)
    let blinded = try BlindedPrompts(prompts: prompts, rules: Self.rules(), key: Sample.key(1))
    for reader in Self.shown(blinded, of: prompts) {
      #expect(reader.map(\.item).sorted() == Set(prompts.map(\.item)).sorted())
    }
  }

  @Test func `where a reader has no room for all, families stay whole`() throws {
    let prompts = Self.prompts(wordings: 5)
    let blinded = try BlindedPrompts(
      prompts: prompts, rules: Self.rules(readers: 6, most: 9), key: Sample.key(1))
    let shown = Self.shown(blinded, of: prompts)
    #expect(shown.count == 6 * 3)
    #expect(shown.allSatisfy { $0.count <= 9 })
    var readers: [PromptItem: Int] = [:]
    for reader in shown {
      let byWording = Dictionary(grouping: reader, by: \.item.wording)
      #expect(byWording.values.allSatisfy { Set($0.map(\.item.condition)).count == 4 })
      for prompt in reader { readers[prompt.item, default: 0] += 1 }
    }
    #expect(readers.count == 20 && readers.values.allSatisfy { $0 == 6 })
  }

  @Test func `the packet tells neither condition nor scenario, nor which pole is the claim`() throws
  {
    let prompts = Self.prompts()
    let blinded = try BlindedPrompts(prompts: prompts, rules: Self.rules(), key: Sample.key(4))
    let json = blinded.contents.json.canonical.lowercased()
    for word in Condition.allCases.map(\.rawValue) + ["scn_", "toward", "wording", "claim", "pole"]
    {
      #expect(!json.contains(word), "\(word)")
    }
    #expect(!json.contains(Digest.hexadecimal(Sample.key(4).bytes)))
    #expect(blinded.contents.keyCommitment == Sample.key(4).commitment)
    #expect(blinded.contents.guess == nil)
    #expect(blinded.contents.entries.map(\.code) == blinded.allocation.map(\.code))
  }

  @Test func `the order of the poles is drawn, and the meanings follow it`() throws {
    var first: Set<ConditionGuess> = []
    for seed in UInt64(0)..<20 {
      let blinded = try BlindedPrompts(
        prompts: Self.prompts(wordings: 1), rules: Self.rules(), key: Sample.key(seed))
      let labels = blinded.contents.questions[0].form.labels
      #expect(blinded.meanings.count == 3 && blinded.meanings[2] == .neither)
      let toward = try #require(blinded.meanings.firstIndex(of: .toward))
      let away = try #require(blinded.meanings.firstIndex(of: .away))
      #expect(labels[toward] == "the main character has a talent that nobody needs")
      #expect(labels[away] == "the main character is needed")
      first.insert(blinded.meanings[0])
    }
    #expect(first == [.toward, .away])
  }

  @Test func `the same key and prompts give the same, in whatever order they come`() throws {
    let prompts = Self.prompts()
    let key = Sample.key(7)
    var generator = SeededGenerator(seed: 7)
    let first = try BlindedPrompts(prompts: prompts, rules: Self.rules(), key: key)
    let second = try BlindedPrompts(
      prompts: prompts.stablyShuffled(using: &generator), rules: Self.rules(), key: key)
    #expect(first == second)
    #expect(
      Blinded.verify(
        allocation: first.allocation, key: key, commitment: first.contents.keyCommitment,
        storedTexts: Dictionary(uniqueKeysWithValues: prompts.map { ($0.id, $0.text) }),
        shownTexts: Dictionary(
          uniqueKeysWithValues: first.contents.entries.map { ($0.code, $0.text) })
      ).isEmpty)
  }

  @Test func `what cannot be kept is refused`() throws {
    func fault(
      _ prompts: [FamilyPrompt], _ rules: BlindedPrompts.Rules = Self.rules()
    ) -> BlindingFault? {
      do throws(BlindingFault) {
        _ = try BlindedPrompts(prompts: prompts, rules: rules, key: Sample.key(1))
        return nil
      } catch {
        return error
      }
    }
    let prompts = Self.prompts()
    #expect(fault([]) == .noOutputs)
    #expect(fault(prompts + [prompts[0]]) == .duplicateOutput(prompts[0].id))
    let blank = FamilyPrompt(
      item: PromptItem(wording: 9, condition: .neutral), scenario: ScenarioID("x"), text: " ?")
    #expect(fault(prompts + [blank]) == .noText(blank.id))
    #expect(fault(prompts, Self.rules(readers: 0))?.place == "readers")
    #expect(fault(prompts, Self.rules(most: 3))?.remedy.contains("4 or more") == true)
  }
}
