import Reproducible

/// Words of a text put out of sight.
enum Masking {
  /// What stands for whatever is masked: the same for a name, an echo and a sham, for one word and
  /// for ten, so that it tells neither what was there nor how much.
  static let mark = "[…]"

  /// Puts one mark in place of each run of covered words.
  ///
  /// - Parameters:
  ///   - text: The text as stored.
  ///   - words: Its words.
  ///   - covered: One flag a word.
  /// - Returns: The text as shown.
  static func text(_ text: String, words: [Word], covered: [Bool]) -> String {
    guard covered.contains(true) else { return text }
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    var rest = scalars.startIndex
    for run in runs(of: covered) {
      result.append(contentsOf: scalars[rest..<words[run.lowerBound].range.lowerBound])
      result.append(contentsOf: mark.unicodeScalars)
      rest = words[run.upperBound - 1].range.upperBound
    }
    result.append(contentsOf: scalars[rest...])
    return String(result)
  }

  /// Where flags stand without a gap.
  static func runs(of flags: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (index, flag) in flags.enumerated() {
      if flag {
        start = start ?? index
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    if let first = start { runs.append(first..<flags.count) }
    return runs
  }

  /// Draws places for masks that hide nothing in particular.
  ///
  /// A mask of one word falls on a word that carries meaning, as one over an echo does. Masks keep a
  /// word between them; where a text is too short for all, it gets those that fit.
  ///
  /// - Parameters:
  ///   - lengths: How many words each mask is to hide.
  ///   - words: The words of the text.
  ///   - covered: Words that are masked in any case.
  ///   - kindred: Words that masks over echoes hide elsewhere: taken first.
  ///   - generator: Where the draws come from.
  /// - Returns: One flag a word, those of `covered` not among them.
  static func sham(
    lengths: [Int], words: [Word], covered: [Bool], kindred: Set<String>,
    generator: inout SeededGenerator
  ) -> [Bool] {
    var sham = [Bool](repeating: false, count: words.count)
    var hidden = 0
    func isFree(_ index: Int) -> Bool {
      !words.indices.contains(index) || !(covered[index] || sham[index])
    }
    for wanted in lengths.sorted(by: >) {
      for length in stride(from: wanted, to: 0, by: -1)
      where length <= words.count && (hidden + length) * 2 <= max(words.count, 2) {
        let starts = (0...words.count - length).filter { start in
          (start - 1...start + length).allSatisfy(isFree)
        }
        let good = starts.filter { length > 1 || words[$0].isContent }
        let alike = good.filter { start in
          words[start..<start + length].contains { kindred.contains($0.folded) }
        }
        let choice = alike.isEmpty ? good.isEmpty ? starts : good : alike
        guard !choice.isEmpty else { continue }
        let start = choice[generator.integer(below: choice.count)]
        for index in start..<start + length { sham[index] = true }
        hidden += length
        break
      }
    }
    return sham
  }
}
