import Packets
import Reproducible
import Testing
import TrialDesign

@testable import Blinding

/// Whether what raters and hosts see tells the condition, over many keys.
@Suite struct DisclosureTests {
  /// Far beyond what chance gives in the few dozen comparisons made here.
  private static let limit = 4.5

  private static let drawn: [Drawn] = {
    let outputs = Sample().outputs
    return (UInt64(1000)..<1120).compactMap { seed in
      // A key for which the draw fails leaves fewer than 120, which every test counts.
      (try? Blinded(
        outputs: outputs, rules: Sample.rules(outputsPerRater: 30), key: Sample.key(seed)))
        .map { Drawn($0, of: outputs) }
    }
  }()

  private static let groups =
    Condition.allCases.map(\.rawValue) + ControlKind.allCases.map(\.rawValue)

  /// Numbers that are one a key and should be zero on average, as a standard normal value.
  private func deviation(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    return variance == 0 ? (mean == 0 ? 0 : .infinity) : mean / (variance / count).squareRoot()
  }

  private func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  @Test func `every key could be used`() {
    #expect(Self.drawn.count == 120)
  }

  @Test(arguments: groups)
  func `the order of codes does not tell the condition`(group: String) {
    let values = Self.drawn.map { drawn in
      let rows = drawn.blinded.allocation
      let ranks = rows.indices.filter { drawn.group(rows[$0].code) == group }.map(Double.init)
      return mean(ranks) - Double(rows.count - 1) / 2
    }
    #expect(abs(deviation(values)) < Self.limit)
  }

  @Test(arguments: groups)
  func `the place in a sequence does not tell the condition`(group: String) {
    var early: [Double] = []
    var central: [Double] = []
    for drawn in Self.drawn {
      var places: [Double] = []
      var all: [Double] = []
      for sequence in drawn.sequences {
        for (index, code) in sequence.codes.enumerated() {
          let place = (Double(index) + 0.5) / Double(sequence.codes.count) - 0.5
          all.append(abs(place))
          if drawn.group(code) == group { places.append(place) }
        }
      }
      early.append(mean(places))
      central.append(mean(places.map(abs)) - mean(all))
    }
    #expect(abs(deviation(early)) < Self.limit)
    #expect(abs(mean(central)) < 0.02)
  }

  @Test func `who comes first is drawn from all conditions`() {
    let firsts = Self.drawn.flatMap { drawn in
      drawn.sequences.compactMap { $0.codes.first.map(drawn.group) }
    }
    let all = Self.drawn.flatMap { drawn in
      drawn.sequences.flatMap { $0.codes.map(drawn.group) }
    }
    let (firstCounts, allCounts) = (firsts.counts, all.counts)
    let chiSquare = Self.groups.reduce(0.0) { sum, group in
      let expected =
        Double(allCounts[group, default: 0]) / Double(all.count) * Double(firsts.count)
      let difference = Double(firstCounts[group, default: 0]) - expected
      return sum + difference * difference / expected
    }
    // Six degrees of freedom: beyond 30 once in 25,000 times.
    #expect(chiSquare < 30)
  }

  @Test(arguments: groups)
  func `the number of a sequence does not tell what is in it`(group: String) {
    let values = Self.drawn.map { drawn in
      let middle = Double(drawn.sequences.count + 1) / 2
      return drawn.sequences.reduce(0.0) { sum, sequence in
        sum + (Double(sequence.number) - middle)
          * Double(drawn.distinct(sequence).count { drawn.group($0) == group })
      }
    }
    #expect(abs(deviation(values)) < Self.limit)
  }

  @Test func `neighbours are of one condition as often as any two of the same half`() {
    var neighbours = (same: 0, all: 0)
    var pairs = (same: 0, all: 0)
    for drawn in Self.drawn {
      for sequence in drawn.sequences {
        for first in sequence.codes.indices {
          for second in sequence.codes.indices.dropFirst(first + 1) {
            let (one, other) = (sequence.codes[first], sequence.codes[second])
            let half = sequence.codes.count / 2
            guard drawn.scenario(one) != drawn.scenario(other), (first < half) == (second < half)
            else { continue }
            let isSame = drawn.group(one) == drawn.group(other)
            pairs.all += 1
            pairs.same += isSame ? 1 : 0
            if second == first + 1 {
              neighbours.all += 1
              neighbours.same += isSame ? 1 : 0
            }
          }
        }
      }
    }
    let expected = Double(pairs.same) / Double(pairs.all)
    let observed = Double(neighbours.same) / Double(neighbours.all)
    #expect(abs(observed - expected) < 0.012)
  }

  @Test func `no condition follows another more often than the other way round`() {
    let conditions = Condition.allCases.map(\.rawValue)
    for (index, first) in conditions.enumerated() {
      for second in conditions.dropFirst(index + 1) {
        let values = Self.drawn.map { drawn in
          drawn.sequences.reduce(0.0) { sum, sequence in
            let groups = sequence.codes.map(drawn.group)
            let steps = Array(zip(groups, groups.dropFirst()))
            return sum + Double(steps.count { $0 == first && $1 == second })
              - Double(steps.count { $0 == second && $1 == first })
          }
        }
        #expect(abs(deviation(values)) < Self.limit, "\(first), \(second)")
      }
    }
  }

  @Test(arguments: Condition.allCases.map(\.rawValue))
  func `marks and what they leave of a text do not tell the condition`(condition: String) {
    func marks(_ rows: [AllocationRow]) -> Double {
      mean(rows.map { Double($0.shownText.split(separator: Masking.mark).count) })
    }
    func hidden(_ rows: [AllocationRow], _ drawn: Drawn) -> Double {
      mean(
        rows.map { row in
          Double(
            Word.all(in: drawn.outputs[row.output]?.text ?? "").count
              - Word.all(in: row.shownText).count)
        })
    }
    var shares: [Double] = []
    for drawn in Self.drawn {
      let rows = drawn.blinded.allocation.filter { drawn.group($0.code) == condition }
      let masked = rows.filter(\.view.isMasked)
      shares.append(Double(masked.count))
    }
    // Nine of twelve, in every condition and for every key.
    #expect(Set(shares) == [9])
    let shams = Self.drawn.map { drawn in
      let sham = drawn.blinded.allocation.filter { $0.view == .shamMasked }
      let own = sham.filter { drawn.group($0.code) == condition }
      return own.isEmpty
        ? (0, 0)
        : (marks(own) - marks(sham), hidden(own, drawn) - hidden(sham, drawn))
    }
    #expect(abs(deviation(shams.map(\.0))) < Self.limit)
    #expect(abs(deviation(shams.map(\.1))) < Self.limit)
  }

  @Test func `options do not tell what they stand for`() {
    var ranks: [ConditionGuess: [Int]] = [:]
    var towardFirst = 0
    for drawn in Self.drawn {
      let meanings = drawn.blinded.optionMeanings
      for (rank, id) in meanings.keys.sorted().enumerated() {
        if let meaning = meanings[id] { ranks[meaning, default: []].append(rank) }
      }
      let first = drawn.blinded.contents.guess?.options.first
      if let first, meanings[first.id] == .toward { towardFirst += 1 }
      #expect(meanings.count == 4)
    }
    for meaning in ConditionGuess.allCases {
      let counts = (ranks[meaning] ?? []).counts
      let chiSquare = (0..<4).reduce(0.0) { sum, rank in
        let difference = Double(counts[rank, default: 0]) - 30
        return sum + difference * difference / 30
      }
      // Three degrees of freedom: beyond 22 once in 15,000 times.
      #expect(chiSquare < 22, "\(meaning)")
    }
    #expect((36...84).contains(towardFirst))
  }

  @Test func `a later issue is made up like the first`() throws {
    let outputs = Sample().outputs
    let few = Sample(scenarios: 6, baselines: 6, controlsOfEachKind: 2).outputs
    for seed in UInt64(0)..<5 {
      let key = Sample.key(seed)
      let first = try Blinded(outputs: few, rules: Sample.rules(), key: key)
      let second = try Blinded(
        outputs: outputs, rules: Sample.rules(), key: key,
        earlier: EarlierIssues(
          allocation: first.allocation, sequenceCount: first.contents.sequences.count))
      for blinded in [first, second] {
        let drawn = Drawn(blinded, of: outputs)
        let groups = Set(blinded.allocation.map(\.output)).compactMap {
          drawn.outputs[$0]?.condition
        }
        #expect(
          groups.counts == Dictionary(uniqueKeysWithValues: Condition.allCases.map { ($0, 6) }))
        let masked = Set(blinded.allocation.filter(\.view.isMasked).map(\.output))
          .compactMap { drawn.outputs[$0]?.condition }
        #expect(Set(masked.counts.values).count == 1)
      }
    }
  }
}
