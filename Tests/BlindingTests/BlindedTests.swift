import Faults
import Packets
import Questions
import Reproducible
import Testing
import TrialDesign

@testable import Blinding

@Suite struct BlindedTests {
  private let outputs = Sample().outputs

  @Test(arguments: UInt64(0)..<5)
  func `the same key and inputs give the same, in whatever order they come`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let key = Sample.key(seed)
    let first = try Blinded(outputs: outputs, rules: Sample.rules(), key: key)
    let second = try Blinded(
      outputs: outputs.stablyShuffled(using: &generator), rules: Sample.rules(), key: key)
    #expect(first == second)
    #expect(first.contents.json.canonical == second.contents.json.canonical)
    let other = try Blinded(outputs: outputs, rules: Sample.rules(), key: Sample.key(seed + 99))
    #expect(
      Set(first.allocation.map(\.code)).isDisjoint(with: Set(other.allocation.map(\.code))))
  }

  @Test func `the packet of a fixed key is the same on every machine`() throws {
    let blinded = try Blinded(outputs: outputs, rules: Sample.rules(), key: Sample.key(1907))
    let table = blinded.allocation.map { "\($0.code) \($0.output) \($0.view.rawValue)" }
    #expect(
      Digest(of: blinded.contents.json.canonical).hex
        == "a09d700e62a33c9c91c5957e08d2ccdc1d692caf9c580e3876f9f4f0617f097d")
    #expect(
      Digest(of: table.joined(separator: "\n")).hex
        == "2a2d1bf40b9cc3309bae6e631999fe08169c9fba936229911039806f4ad7bf52")
  }

  @Test func `the packet tells nothing but texts, questions and order`() throws {
    let blinded = try Blinded(outputs: outputs, rules: Sample.rules(), key: Sample.key(4))
    let json = blinded.contents.json.canonical.lowercased()
    let telling =
      Condition.allCases.map(\.rawValue) + ControlKind.allCases.map(\.rawValue)
      + outputs.flatMap { [$0.id, $0.scenario.name] }
      + [
        Sample.modelName, "wombat", "scn_", "run_", "people_", "control", "condition", "primary",
        "distract", "echo", "sham", "masked", "plain", "repeat", "wording", "toward",
      ]
    for word in telling { #expect(!json.contains(word.lowercased()), "\(word)") }
    #expect(!json.contains(Digest.hexadecimal(Sample.key(4).bytes)))
    #expect(blinded.contents.keyCommitment == Sample.key(4).commitment)
    #expect(blinded.contents.questions.allSatisfy { !$0.isPrimary && !$0.isDistractor })
  }

  @Test func `entries are what sequences show, sorted by code`() throws {
    let blinded = try Blinded(outputs: outputs, rules: Sample.rules(), key: Sample.key(4))
    let codes = blinded.contents.entries.map(\.code)
    #expect(codes == codes.sorted())
    #expect(Set(codes) == Set(blinded.contents.sequences.flatMap(\.codes)))
    #expect(blinded.allocation.map(\.code) == codes)
    #expect(blinded.allocation.map(\.shownText) == blinded.contents.entries.map(\.text))
  }

  @Test func `the guess names two poles in plain words`() throws {
    let blinded = try Blinded(outputs: outputs, rules: Sample.rules(), key: Sample.key(4))
    let guess = try #require(blinded.contents.guess)
    #expect(guess.ask == "What was asked for pointed this way:")
    let labels = Dictionary(uniqueKeysWithValues: guess.options.map { ($0.id, $0.label) })
    let meanings = Dictionary(
      uniqueKeysWithValues: blinded.optionMeanings.map { ($0.value, labels[$0.key]) })
    #expect(meanings[.toward] == "the main character has a talent that nobody needs")
    #expect(meanings[.away] == "the main character is needed")
    #expect(meanings[.neither] == "neither way")
    #expect(meanings[.cannotTell] == "cannot tell")
    #expect(guess.options.suffix(2).map(\.label) == ["neither way", "cannot tell"])
  }

  @Test func `without a guess there is no sheet`() throws {
    let blinded = try Blinded(
      outputs: outputs, rules: Sample.rules(guesses: 0), key: Sample.key(4))
    #expect(blinded.contents.guess == nil)
    #expect(blinded.optionMeanings.isEmpty)
    #expect(blinded.contents.sequences.allSatisfy { $0.guessCodes.isEmpty })
  }

  @Test func `outputs keep their plain codes when others come with them`() throws {
    let key = Sample.key(8)
    let few = try Blinded(
      outputs: Sample(scenarios: 6).outputs, rules: Sample.rules(), key: key)
    let many = try Blinded(outputs: outputs, rules: Sample.rules(), key: key)
    let later = Set(many.allocation.filter { $0.view == .plain })
    let plain = few.allocation.filter { $0.view == .plain }
    #expect(!plain.isEmpty)
    #expect(plain.allSatisfy(later.contains))
  }

  @Test func `a packet that grows brings only what is new`() throws {
    let key = Sample.key(8)
    let first = try Blinded(
      outputs: Sample(scenarios: 6).outputs, rules: Sample.rules(), key: key)
    let earlier = EarlierIssues(
      allocation: first.allocation, sequenceCount: first.contents.sequences.count)
    let second = try Blinded(outputs: outputs, rules: Sample.rules(), key: key, earlier: earlier)
    let old = Set(first.allocation.map(\.output))
    #expect(Set(second.allocation.map(\.output)) == Set(outputs.map(\.id)).subtracting(old))
    #expect(
      Set(second.allocation.map(\.code)).isDisjoint(with: Set(first.allocation.map(\.code))))
    #expect(second.contents.sequences.first?.number == first.contents.sequences.count + 1)
    #expect(second.contents.guess == first.contents.guess)
    #expect(second.optionMeanings == first.optionMeanings)
    // Nothing else came: there is nothing to issue.
    let both = EarlierIssues(
      allocation: first.allocation + second.allocation, sequenceCount: 6)
    #expect(throws: BlindingFault.noOutputs) {
      try Blinded(outputs: outputs, rules: Sample.rules(), key: key, earlier: both)
    }
  }

  @Test func `what cannot be blinded is named`() {
    func output(
      _ id: String, text: String = "The lamp.", condition: Condition? = .leading,
      control: ControlKind? = nil, own: [String] = []
    ) -> BlindableOutput {
      BlindableOutput(
        id: id, text: text, condition: condition, control: control, scenario: ScenarioID("s"),
        ownWords: own)
    }
    func fault(_ outputs: [BlindableOutput], rules: BlindingRules = Sample.rules())
      -> BlindingFault?
    {
      do throws(BlindingFault) {
        _ = try Blinded(outputs: outputs, rules: rules, key: Sample.key(1))
        return nil
      } catch {
        return error
      }
    }
    #expect(fault([]) == .noOutputs)
    #expect(fault([output("a"), output("a")]) == .duplicateOutput("a"))
    #expect(fault([output("a", condition: nil)]) == .unclearRole("a"))
    #expect(fault([output("a", control: .show)]) == .unclearRole("a"))
    #expect(fault([output("a", text: " … ")]) == .noText("a"))
    #expect(fault([output("a", own: ["Longing."])]) == .noNeutralCounterpart("a"))
    #expect(
      fault([output("a")], rules: Sample.rules(raters: 0))
        == .badRule("raters_per_output", "0", "use 1 or more"))
    #expect(
      fault([output("a")], rules: Sample.rules(repeats: 1.5))
        == .badRule("repeats", "1.5", "use a share from 0 to 1"))
    #expect(
      fault([output("a")], rules: Sample.rules(outputsPerRater: 0))
        == .badRule("outputs per rater", "0", "use 2 or more"))
    #expect(
      BlindingFault.noText("a").description
        == "output 'a': it has no text\n"
        + "  to mend it: leave it out; empty outputs are counted without being rated")
  }
}

extension PacketContents {
  /// Everything that raters and hosts get.
  var json: JSON {
    .object([
      "key": .string(keyCommitment.hex),
      "entries": .array(
        entries.map { .object(["code": .string($0.code.letters), "text": .string($0.text)]) }),
      "questions": .array(questions.map(\.json)),
      "sequences": .array(
        sequences.map {
          .object([
            "number": .integer($0.number),
            "codes": .array($0.codes.map { .string($0.letters) }),
            "guess": .array($0.guessCodes.map { .string($0.letters) }),
          ])
        }),
      "guess": .array(
        (guess?.options ?? []).map { .array([.string($0.id), .string($0.label)]) }
          + [.string(guess?.ask ?? "")]),
    ])
  }
}
