#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Pairs of texts as counts of words, ready to be told apart by cross-validated naive Bayes under
/// any labelling.
///
/// Texts are read once: words become numbers, and what no labelling changes (the vocabulary and the
/// total counts of every training set) is kept. A labelling then costs one pass over the words of
/// all texts, so that a permutation test can refit everything each time. A value of this type never
/// changes: labellings may be tried on several threads at once.
public struct PairedWordCounts: Sendable {
  /// Different words and how often each occurs, one after another for all rows.
  struct Rows: Sendable {
    var starts = [0]
    var words: [Int32] = []
    var counts: [Int32] = []

    mutating func append(_ row: [(word: Int32, count: Int32)]) {
      words += row.map(\.word)
      counts += row.map(\.count)
      starts.append(words.count)
    }

    subscript(row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }
  }

  /// The pairs that are told apart together, by what the others teach.
  struct Fold: Sendable {
    var pairs: [Int] = []
    /// The words of its texts.
    var words: [Int32] = []
    /// How often each of them occurs in the texts of the other folds.
    var countsElsewhere: [Int32] = []
    /// How many different words the texts of the other folds have.
    var vocabularyElsewhere = 0
    /// How many words in all the texts of the other folds have.
    var totalElsewhere = 0
  }

  /// How many pairs there are.
  public let pairCount: Int
  /// How many different words there are.
  public let vocabularySize: Int
  let leading: Rows
  let neutral: Rows
  /// Leading less neutral counts, where they differ.
  let differences: Rows
  let folds: [Fold]
  /// The logarithms of 1, 2, 3, …: counts are whole, so that no labelling needs others.
  let logarithms: [Double]

  /// Reads texts.
  ///
  /// - Parameters:
  ///   - leading: One text a pair.
  ///   - neutral: The other one of each pair, in the same order.
  ///   - foldOfPair: A number for each pair; those with the same number are told apart together by
  ///     what the others teach. At least two different numbers.
  /// - Complexity: O(characters + *k* · *v*) for *k* folds and *v* different words.
  public init(leading: [String], neutral: [String], foldOfPair: [Int]) {
    precondition(
      leading.count == neutral.count && leading.count == foldOfPair.count,
      "\(leading.count) and \(neutral.count) texts in \(foldOfPair.count) folds")
    precondition(Set(foldOfPair).count > 1, "one fold has nothing to learn from")
    var numbering = WordNumbering()
    var rows = (leading: Rows(), neutral: Rows(), differences: Rows())
    for (first, second) in zip(leading, neutral) {
      let counts = (numbering.counts(of: first), numbering.counts(of: second))
      rows.leading.append(Self.sorted(counts.0))
      rows.neutral.append(Self.sorted(counts.1))
      let difference = counts.0.merging(counts.1.mapValues { -$0 }) { $0 + $1 }
      rows.differences.append(Self.sorted(difference.filter { $0.value != 0 }))
    }
    pairCount = leading.count
    vocabularySize = numbering.count
    self.leading = rows.leading
    self.neutral = rows.neutral
    differences = rows.differences
    folds = Self.folds(foldOfPair, texts: [rows.leading, rows.neutral], words: numbering.count)
    let most = folds.lazy.compactMap { $0.countsElsewhere.max() }.max() ?? 0
    logarithms = (0...Int(most)).map { log(Double($0 + 1)) }
  }

  private static func sorted(_ counts: [Int32: Int32]) -> [(word: Int32, count: Int32)] {
    counts.sorted { $0.key < $1.key }.map { (word: $0.key, count: $0.value) }
  }

  private static func folds(_ foldOfPair: [Int], texts: [Rows], words: Int) -> [Fold] {
    var totals = [Int32](repeating: 0, count: words)
    for rows in texts {
      for (word, count) in zip(rows.words, rows.counts) { totals[Int(word)] += count }
    }
    let total = totals.reduce(0) { $0 + Int($1) }
    let pairs = Dictionary(grouping: foldOfPair.indices) { foldOfPair[$0] }
    return pairs.sorted { $0.key < $1.key }.map { _, pairs in
      var here: [Int32: Int32] = [:]
      for rows in texts {
        for pair in pairs {
          for place in rows[pair] { here[rows.words[place], default: 0] += rows.counts[place] }
        }
      }
      let sorted = sorted(here)
      let elsewhere = sorted.map { totals[Int($0.word)] - $0.count }
      return Fold(
        pairs: pairs, words: sorted.map(\.word), countsElsewhere: elsewhere,
        vocabularyElsewhere: words - elsewhere.count { $0 == 0 },
        totalElsewhere: total - here.values.reduce(0) { $0 + Int($1) })
    }
  }

  /// How clearly naive Bayes takes each text for a leading one, having learnt from other folds.
  ///
  /// - Parameter flips: For each pair whether its labels are swapped.
  /// - Returns: Σ count · (ln p(word | leading) − ln p(word | neutral)) of each text, where
  ///   p = (count + 1) / (total + vocabulary) in the other folds under these labels; words that do
  ///   not occur there are passed over. Without unit; rounded to ten decimals, so that what is
  ///   equal but for the order of a sum is equal.
  /// - Complexity: O(words), counting each once a text.
  public func scores(flips: [Bool]) -> (leading: [Double], neutral: [Double]) {
    precondition(flips.count == pairCount, "\(flips.count) flips for \(pairCount) pairs")
    var excess = Excess(counts: Array(repeating: 0, count: vocabularySize))
    for pair in 0..<pairCount { add(pair, to: &excess, sign: flips[pair] ? -1 : 1) }
    var weights = [Double](repeating: 0, count: vocabularySize)
    var scores = (
      leading: [Double](repeating: 0, count: pairCount),
      neutral: [Double](repeating: 0, count: pairCount)
    )
    for fold in folds {
      for pair in fold.pairs { add(pair, to: &excess, sign: flips[pair] ? 1 : -1) }
      setWeights(&weights, of: fold, learning: excess)
      for pair in fold.pairs {
        scores.leading[pair] = Self.score(leading, pair, weights)
        scores.neutral[pair] = Self.score(neutral, pair, weights)
        add(pair, to: &excess, sign: flips[pair] ? -1 : 1)
      }
    }
    return scores
  }

  /// How much more often words occur under the leading label than under the neutral one.
  private struct Excess {
    var counts: [Int32]
    var total = 0
  }

  private func add(_ pair: Int, to excess: inout Excess, sign: Int32) {
    for place in differences[pair] {
      let difference = sign * differences.counts[place]
      excess.counts[Int(differences.words[place])] += difference
      excess.total += Int(difference)
    }
  }

  /// What each word of a fold says for the leading label, learnt from the other folds.
  private func setWeights(_ weights: inout [Double], of fold: Fold, learning excess: Excess) {
    let vocabulary = Double(fold.vocabularyElsewhere)
    let total = fold.totalElsewhere
    // Leading and neutral counts add up to the total and differ by the excess.
    let length =
      log(Double((total - excess.total) / 2) + vocabulary)
      - log(Double((total + excess.total) / 2) + vocabulary)
    for place in fold.words.indices {
      let word = Int(fold.words[place])
      let count = fold.countsElsewhere[place]
      let leading = Int((count + excess.counts[word]) / 2)
      // A word that occurs nowhere else says nothing.
      weights[word] =
        count == 0 ? 0 : logarithms[leading] - logarithms[Int(count) - leading] + length
    }
  }

  private static func score(_ rows: Rows, _ row: Int, _ weights: [Double]) -> Double {
    var sum = 0.0
    for place in rows[row] {
      sum += Double(rows.counts[place]) * weights[Int(rows.words[place])]
    }
    return (sum * 1e10).rounded(.toNearestOrEven) / 1e10
  }

  /// The area under the curve of the scores: how often a text labelled leading scores higher than
  /// one labelled neutral, ties counting half.
  ///
  /// - Parameter flips: For each pair whether its labels are swapped before anything is learnt.
  /// - Returns: A share in 0...1; one half is chance.
  /// - Complexity: O(words + *n* log *n*) for *n* pairs.
  public func areaUnderCurve(flips: [Bool]) -> Double {
    var (high, low) = scores(flips: flips)
    for pair in flips.indices where flips[pair] { swap(&high[pair], &low[pair]) }
    return Self.areaUnderCurve(high, over: low)
  }

  /// The share of pairs of one high and one low value in which the high one is higher, ties half.
  static func areaUnderCurve(_ high: [Double], over low: [Double]) -> Double {
    let low = low.sorted()
    var below = 0
    var upTo = 0
    var halves = 0
    for value in high.sorted() {
      while below < low.count, low[below] < value { below += 1 }
      while upTo < low.count, low[upTo] <= value { upTo += 1 }
      halves += below + upTo
    }
    return Double(halves) / Double(2 * high.count * low.count)
  }
}

/// Numbers for words, in the order in which they first occur.
private struct WordNumbering {
  private var numbers: [String: Int32] = [:]

  var count: Int { numbers.count }

  /// How often each word occurs in a text, whatever its case.
  ///
  /// A word is a run of letters, digits and apostrophes, as long as it goes, together with the
  /// marks that belong to letters (an accent, a vowel sign).
  mutating func counts(of text: String) -> [Int32: Int32] {
    var counts: [Int32: Int32] = [:]
    for word in text.lowercased().unicodeScalars.split(whereSeparator: { !Self.isInWord($0) }) {
      let next = Int32(numbers.count)
      counts[Self.number(String(word), in: &numbers, next: next), default: 0] += 1
    }
    return counts
  }

  private static func number(
    _ word: String, in numbers: inout [String: Int32], next: Int32
  ) -> Int32 {
    if let known = numbers[word] { return known }
    numbers[word] = next
    return next
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else {
      return switch scalar {
      case "a"..."z", "0"..."9", "'": true
      default: false
      }
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
      return true
    default:
      return scalar == "\u{2019}"
    }
  }
}
