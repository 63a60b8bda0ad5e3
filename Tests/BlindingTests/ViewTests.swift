import Packets
import Reproducible
import Testing
import TrialDesign

@testable import Blinding

@Suite struct ViewTests {
  private func drawn(_ seed: UInt64, rules: BlindingRules = Sample.rules()) throws -> Drawn {
    let outputs = Sample().outputs
    return Drawn(
      try Blinded(outputs: outputs, rules: rules, key: Sample.key(seed)), of: outputs)
  }

  @Test(arguments: UInt64(0)..<5, [1, 2, 3, 4])
  func `half of the views of an output with masks show them`(seed: UInt64, raters: Int) throws {
    let drawn = try drawn(seed, rules: Sample.rules(raters: raters))
    let echoing = drawn.blinded.echoingOutputs
    // With one rater, a sham output whose one view is plain is like any other.
    let shams = Set(
      drawn.blinded.allocation.filter { $0.view == .shamMasked && raters > 1 }.map(\.output))
    #expect(shams.isDisjoint(with: echoing))
    for (outputs, view) in [(echoing, View.echoMasked), (shams, .shamMasked)] {
      var masked: [Condition?: Int] = [:]
      var all: [Condition?: Int] = [:]
      for id in outputs {
        let views = drawn.views(id)
        #expect(Set(views.keys).isSubset(of: [.plain, view]))
        #expect(abs(2 * views[view, default: 0] - raters) <= raters % 2)
        masked[drawn.outputs[id]?.condition, default: 0] += views[view, default: 0]
        all[drawn.outputs[id]?.condition, default: 0] += raters
      }
      #expect(all.isEmpty == outputs.isEmpty)
      for (condition, count) in all {
        #expect(abs(2 * masked[condition, default: 0] - count) <= 1)
      }
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `each rater meets as many masked as plain views of outputs that echo`(seed: UInt64) throws {
    let drawn = try drawn(seed, rules: Sample.rules(outputsPerRater: 30))
    let shams = Set(drawn.blinded.allocation.filter { $0.view == .shamMasked }.map(\.output))
    for sequence in drawn.sequences {
      let rows = drawn.distinct(sequence).compactMap { drawn.rows[$0] }
      let echoing = rows.filter { drawn.blinded.echoingOutputs.contains($0.output) }
      #expect(abs(2 * echoing.count(where: \.view.isMasked) - echoing.count) <= 1)
      let sham = rows.filter { shams.contains($0.output) }
      #expect(abs(2 * sham.count(where: \.view.isMasked) - sham.count) <= 1)
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `outputs with masks are as many in every condition`(seed: UInt64) throws {
    let drawn = try drawn(seed)
    let masked = Set(drawn.blinded.allocation.filter(\.view.isMasked).map(\.output))
    let counts = masked.compactMap { drawn.outputs[$0]?.condition }.counts
    // Nine of twelve leading outputs echo, and six of twelve away.
    #expect(drawn.blinded.echoingOutputs.count == 15)
    for condition in Condition.allCases { #expect(counts[condition] == 9) }
    #expect(masked.allSatisfy { drawn.outputs[$0]?.control == nil })
  }

  @Test(arguments: UInt64(0)..<10)
  func `sham masks are like those over echoes in number and length`(seed: UInt64) throws {
    let drawn = try drawn(seed)
    func marks(_ view: View) -> [Int] {
      drawn.blinded.allocation.filter { $0.view == view }.map {
        $0.shownText.components(of: Masking.mark)
      }
    }
    func hidden(_ view: View) -> [Int] {
      drawn.blinded.allocation.filter { $0.view == view }.map { row in
        Word.all(in: drawn.outputs[row.output]?.text ?? "").count
          - Word.all(in: row.shownText).count
      }
    }
    func mean(_ numbers: [Int]) -> Double {
      Double(numbers.reduce(0, +)) / Double(numbers.count)
    }
    #expect(marks(.echoMasked).allSatisfy { $0 > 0 })
    #expect(marks(.shamMasked).allSatisfy { $0 > 0 })
    // Thirty shams take the patterns of fifteen echoes in turn.
    #expect(abs(mean(marks(.echoMasked)) - mean(marks(.shamMasked))) < 0.1)
    #expect(abs(mean(hidden(.echoMasked)) - mean(hidden(.shamMasked))) < 0.1)
  }

  @Test func `plain and masked views of one output have different codes`() throws {
    let drawn = try drawn(1)
    for id in drawn.blinded.echoingOutputs {
      let rows = drawn.blinded.allocation.filter { $0.output == id }
      #expect(Set(rows.map(\.view)) == [.plain, .echoMasked])
      #expect(Set(rows.map(\.code)).count == 2)
      #expect(Set(rows.map(\.storedTextHash)).count == 1)
    }
  }

  @Test func `without masks every view is plain, and echoes are named all the same`() throws {
    let drawn = try drawn(1, rules: Sample.rules(masks: false))
    #expect(drawn.blinded.allocation.allSatisfy { $0.view == .plain })
    #expect(drawn.blinded.allocation.count == drawn.outputs.count)
    #expect(drawn.blinded.echoingOutputs.count == 15)
  }

  @Test func `the same text of two outputs has two codes`() throws {
    let outputs = ["a", "b"].map {
      BlindableOutput(
        id: $0, text: "The lamp.", condition: .neutral, scenario: ScenarioID($0))
    }
    let blinded = try Blinded(
      outputs: outputs, rules: Sample.rules(masks: false), key: Sample.key(1))
    #expect(Set(blinded.contents.entries.map(\.code)).count == 2)
    #expect(Set(blinded.contents.entries.map(\.text)) == ["The lamp."])
  }

  @Test func `names are masked in every view`() throws {
    var outputs = Sample().outputs
    let first = outputs[0]
    outputs[0] = BlindableOutput(
      id: first.id, text: "I am Wombat 7B. " + first.text, condition: first.condition,
      scenario: first.scenario, modelNames: first.modelNames)
    let blinded = try Blinded(outputs: outputs, rules: Sample.rules(), key: Sample.key(1))
    #expect(blinded.selfNamingOutputs == [first.id])
    let views = blinded.allocation.filter { $0.output == first.id }
    #expect(!views.isEmpty)
    #expect(views.allSatisfy { $0.shownText.hasPrefix("I am […].") })
  }
}

extension String {
  /// How often another text stands in this one.
  fileprivate func components(of other: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: other) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
