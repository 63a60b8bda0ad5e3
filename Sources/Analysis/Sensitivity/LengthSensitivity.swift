import Reproducible
import Statistics
import TrialDesign

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// An effect among texts as long as one another, in two ways.
///
/// Lengths count by their logarithm to base 2: a doubling is a step.
struct LengthSensitivity {
  private let texts: [ComparedSides.Text]
  private let sides: ComparedSides

  /// - Returns: `nil` where no text of either side has a length.
  init?(of sides: ComparedSides) {
    let known = sides.withLength
    texts = known.textsWithLength
    self.sides = known
    guard texts.contains(where: \.isFirst), texts.contains(where: { !$0.isFirst }) else {
      return nil
    }
  }

  /// How many clusters the first side has.
  var clusters: Int { sides.strata.first ?? 0 }

  private static func doublings(_ words: Double) -> Double { log2(max(words, 1)) }

  /// By how many doublings the texts of the first side are longer, on average.
  var doublings: Double {
    func mean(_ isFirst: Bool) -> Double {
      texts.filter { $0.isFirst == isFirst }.map { Self.doublings($0.length) }.mean
    }
    return mean(true) - mean(false)
  }

  // MARK: Adjusted

  /// Sums of products of side, length and rating, of which a regression can be made.
  private struct Moments {
    var (n, x, l, y) = (0.0, 0.0, 0.0, 0.0)
    var (xx, xl, ll, xy, ly) = (0.0, 0.0, 0.0, 0.0, 0.0)

    mutating func add(_ text: ComparedSides.Text) {
      let (x, l, y) = (
        text.isFirst ? 1.0 : 0, LengthSensitivity.doublings(text.length), text.value
      )
      n += 1
      self.x += x
      self.l += l
      self.y += y
      xx += x * x
      xl += x * l
      ll += l * l
      xy += x * y
      ly += l * y
    }

    /// About the means, which then are 0.
    var centred: Moments {
      guard n > 0 else { return self }
      var moments = self
      moments.xx -= x * x / n
      moments.xl -= x * l / n
      moments.ll -= l * l / n
      moments.xy -= x * y / n
      moments.ly -= l * y / n
      (moments.x, moments.l, moments.y) = (0, 0, 0)
      return moments
    }

    static func + (first: Moments, second: Moments) -> Moments {
      var sum = first
      sum.n += second.n
      sum.x += second.x
      sum.l += second.l
      sum.y += second.y
      sum.xx += second.xx
      sum.xl += second.xl
      sum.ll += second.ll
      sum.xy += second.xy
      sum.ly += second.ly
      return sum
    }

    /// The effect of the side at the same length, and what a doubling of length adds.
    var effect: (side: Double, doubling: Double)? {
      let determinant = xx * ll - xl * xl
      guard xx > 0, determinant > 1e-9 * xx * max(ll, 1) else { return nil }
      return ((xy * ll - ly * xl) / determinant, (ly * xx - xy * xl) / determinant)
    }

    /// The effect of the side at whatever length.
    var raw: Double? { xx > 0 ? xy / xx : nil }
  }

  /// Of each cluster its moments: within cells, or to be centred together.
  private var moments: [Moments] {
    var cells: [Int: (cluster: Int, moments: Moments)] = [:]
    var clusters = [Moments](repeating: Moments(), count: sides.strata.reduce(0, +))
    for text in texts {
      if sides.isPaired {
        cells[text.cell, default: (text.cluster, Moments())].moments.add(text)
      } else {
        clusters[text.cluster].add(text)
      }
    }
    // In the order of the cells, so that sums are the same on every run.
    for (_, cell) in cells.sorted(by: { $0.key < $1.key }) {
      clusters[cell.cluster] = clusters[cell.cluster] + cell.moments.centred
    }
    return clusters
  }

  private func fit(_ moments: [Moments], without left: Int?) -> Moments {
    let sum = moments.enumerated().reduce(Moments()) {
      $1.offset == left ? $0 : $0 + $1.element
    }
    return sides.isPaired ? sum : sum.centred
  }

  /// rating ~ side + length, within cells; whole clusters left out for its spread.
  func adjusted() throws(NoValue) -> Jackknife {
    let moments = moments
    return try Jackknife(strata: sides.strata) { fit(moments, without: $0).effect?.side }
  }

  /// What a doubling of length adds to a rating, in points; `nil` where lengths do not vary.
  var perDoubling: Double? { fit(moments, without: nil).effect?.doubling }

  /// The effect among the same texts at whatever length.
  var raw: Double? { fit(moments, without: nil).raw }

  // MARK: Matched

  /// Texts of both sides in one cell that are as long as one another.
  struct Pair: Sendable {
    let cluster: Int
    let difference: Double
  }

  /// How far two lengths may be apart, in standard deviations of all lengths.
  static let caliper = 0.2

  /// Pairs within cells, nearest first, each text in one pair at the most.
  ///
  /// - Complexity: O(*k* log *k*) for the *k* possible pairs within cells.
  var pairs: [Pair] {
    let spread = (try? MeanEstimate(of: texts.map { Self.doublings($0.length) }))?.standardDeviation
    guard let spread, sides.isPaired else { return [] }
    let byCell = Dictionary(grouping: texts, by: \.cell)
    return byCell.sorted { $0.key < $1.key }.flatMap { _, texts -> [Pair] in
      let firsts = texts.filter(\.isFirst)
      let seconds = texts.filter { !$0.isFirst }
      let near = firsts.indices.flatMap { i in
        seconds.indices.map { j in
          (
            i, j,
            abs(Self.doublings(firsts[i].length) - Self.doublings(seconds[j].length))
          )
        }
      }.filter { $0.2 <= Self.caliper * spread }.sorted { ($0.2, $0.0, $0.1) < ($1.2, $1.0, $1.1) }
      var (usedFirsts, usedSeconds): (Set<Int>, Set<Int>) = ([], [])
      return near.compactMap { i, j, _ in
        guard !usedFirsts.contains(i), !usedSeconds.contains(j) else { return nil }
        usedFirsts.insert(i)
        usedSeconds.insert(j)
        return Pair(
          cluster: firsts[i].cluster, difference: firsts[i].value - seconds[j].value)
      }
    }
  }

  /// The mean difference of each cluster that has a pair, in the order of clusters.
  static func differences(_ pairs: [Pair]) -> [Double] {
    Dictionary(grouping: pairs, by: \.cluster).sorted { $0.key < $1.key }
      .map { $0.value.map(\.difference).mean }
  }
}
