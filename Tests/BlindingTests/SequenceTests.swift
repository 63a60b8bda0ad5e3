import Packets
import Reproducible
import Testing
import TrialDesign

@testable import Blinding

@Suite struct SequenceTests {
  private func drawn(
    _ seed: UInt64, _ sample: Sample = Sample(),
    rules: BlindingRules = Sample.rules(outputsPerRater: 30)
  ) throws -> Drawn {
    let outputs = sample.outputs
    return Drawn(
      try Blinded(outputs: outputs, rules: rules, key: Sample.key(seed)), of: outputs)
  }

  @Test(arguments: UInt64(0)..<10)
  func `each output is shown to as many raters as planned, once to each`(seed: UInt64) throws {
    let drawn = try drawn(seed)
    let shown = drawn.sequences.flatMap { sequence in
      drawn.distinct(sequence).compactMap { drawn.rows[$0]?.output }
    }
    #expect(shown.counts.count == drawn.outputs.count)
    #expect(shown.counts.values.allSatisfy { $0 == 3 })
    for sequence in drawn.sequences {
      let outputs = drawn.distinct(sequence).compactMap { drawn.rows[$0]?.output }
      #expect(Set(outputs).count == outputs.count)
      #expect(sequence.codes.counts.values.allSatisfy { $0 <= 2 })
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `sequences keep their length and share conditions to within one`(seed: UInt64) throws {
    let drawn = try drawn(seed)
    #expect(drawn.sequences.map(\.number) == Array(1...drawn.sequences.count))
    // 68 outputs of 3 raters each, 27 of them and 3 repeats in a sequence of 30.
    #expect(drawn.sequences.count == 8)
    #expect(drawn.sequences.allSatisfy { $0.codes.count <= 30 })
    let sizes = drawn.sequences.map { drawn.distinct($0).count }
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    for group in Set(drawn.blinded.allocation.map { drawn.group($0.code) }) {
      let counts = drawn.sequences.map { sequence in
        drawn.distinct(sequence).count { drawn.group($0) == group }
      }
      #expect((counts.max() ?? 0) - (counts.min() ?? 0) <= 1)
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `each condition stands equally in both halves of a sequence`(seed: UInt64) throws {
    let drawn = try drawn(seed)
    for sequence in drawn.sequences {
      // Which half the middle of an odd length counts to was drawn.
      let cuts = Set([sequence.codes.count / 2, (sequence.codes.count + 1) / 2])
      let differences = cuts.map { cut in
        let first = sequence.codes[..<cut].map(drawn.group).counts
        let second = sequence.codes[cut...].map(drawn.group).counts
        return Set(first.keys).union(second.keys).map {
          abs(first[$0, default: 0] - second[$0, default: 0])
        }.max() ?? 0
      }
      #expect((differences.min() ?? .max) <= 1)
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `no scenario is seen twice in a row, or too often`(seed: UInt64) throws {
    let drawn = try drawn(seed)
    for sequence in drawn.sequences {
      let scenarios = sequence.codes.map(drawn.scenario)
      #expect(zip(scenarios, scenarios.dropFirst()).allSatisfy { $0 != $1 })
      // 12 scenarios of 4 outputs, 3 raters, 8 sequences: one and a half on average.
      let counts = drawn.distinct(sequence).map(drawn.scenario).counts
      #expect((counts.values.max() ?? 0) <= 3)
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `repeats are as many as planned, well apart, and no controls`(seed: UInt64) throws {
    let drawn = try drawn(seed)
    for sequence in drawn.sequences {
      let twice = sequence.codes.counts.filter { $0.value == 2 }.keys
      let expected = (0.1 * Double(drawn.distinct(sequence).count)).rounded()
      #expect(Double(twice.count) == expected)
      for code in twice {
        let places = sequence.codes.indices.filter { sequence.codes[$0] == code }
        #expect((places[1] - places[0]) * 3 >= sequence.codes.count)
        #expect(drawn.output(code)?.condition != nil)
      }
    }
  }

  @Test(arguments: UInt64(0)..<10)
  func `the guess is about outputs the rater has seen, a third of them of each kind`(
    seed: UInt64
  ) throws {
    let drawn = try drawn(seed)
    for sequence in drawn.sequences {
      #expect(Set(sequence.guessCodes).isSubset(of: Set(sequence.codes)))
      #expect(Set(sequence.guessCodes).count == 6)
      let counts = sequence.guessCodes.map(drawn.group).counts
      #expect(counts["leading"] == 2)
      #expect(counts["neutral"] == 2)
      #expect(counts["away"] == 1)
      #expect(counts["placebo"] == 1)
    }
  }

  @Test func `each sequence has an order of its own`() throws {
    let drawn = try drawn(3)
    let orders = drawn.sequences.map { $0.codes.map(drawn.group) }
    #expect(Set(orders).count == orders.count)
  }

  @Test func `twelve outputs and one rater make one sequence`() throws {
    let sample = Sample(scenarios: 3, baselines: 0, controlsOfEachKind: 0)
    for seed in UInt64(0)..<20 {
      let drawn = try drawn(seed, sample, rules: Sample.rules(raters: 1))
      let sequence = try #require(drawn.sequences.first)
      #expect(drawn.sequences.count == 1)
      #expect(sequence.codes.count == 13)
      #expect(drawn.distinct(sequence).count == 12)
      let scenarios = sequence.codes.map(drawn.scenario)
      #expect(zip(scenarios, scenarios.dropFirst()).allSatisfy { $0 != $1 })
    }
  }

  @Test func `two scenarios alternate`() throws {
    let sample = Sample(scenarios: 2, replicates: 2, baselines: 0, controlsOfEachKind: 0)
    for seed in UInt64(0)..<20 {
      let drawn = try drawn(seed, sample, rules: Sample.rules(raters: 2, repeats: 0))
      #expect(drawn.sequences.count == 2)
      for sequence in drawn.sequences {
        let scenarios = sequence.codes.map(drawn.scenario)
        #expect(zip(scenarios, scenarios.dropFirst()).allSatisfy { $0 != $1 })
      }
    }
  }

  @Test func `one scenario or one output is shown all the same`() throws {
    let one = Array(Sample(scenarios: 1).outputs.prefix(1))
    let blinded = try Blinded(
      outputs: one, rules: Sample.rules(raters: 3, repeats: 1), key: Sample.key(1))
    #expect(blinded.contents.sequences.map(\.codes.count) == [2, 2, 2])
    let sample = Sample(scenarios: 1, baselines: 0, controlsOfEachKind: 0)
    let drawn = try drawn(1, sample, rules: Sample.rules(raters: 2, repeats: 0))
    #expect(drawn.sequences.map(\.codes.count) == [4, 4])
  }

  @Test func `two thousand outputs are dealt by the same rules`() throws {
    let sample = Sample(scenarios: 60, replicates: 8, baselines: 72)
    let drawn = try drawn(5, sample, rules: Sample.rules())
    #expect(drawn.outputs.count == 2000)
    #expect(drawn.sequences.allSatisfy { $0.codes.count <= 60 })
    #expect(
      drawn.sequences.reduce(0) { $0 + drawn.distinct($1).count } == 6000)
    for sequence in drawn.sequences {
      let scenarios = sequence.codes.map(drawn.scenario)
      #expect(zip(scenarios, scenarios.dropFirst()).allSatisfy { $0 != $1 })
      #expect((drawn.distinct(sequence).map(drawn.scenario).counts.values.max() ?? 0) <= 3)
    }
  }
}
