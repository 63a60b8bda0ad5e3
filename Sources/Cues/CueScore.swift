/// How strongly places speak together, in 0...1.
///
/// Each place is a chance that the text leads, and they are taken for independent: 1 − Π(1 − w). A
/// place that shares its words with a stronger one counts for less, suspicions together never suffice,
/// and words that leave the question open lessen the rest.
enum CueScore {
  static let weights: [CuePattern.Confidence: Double] = [.low: 0.06, .medium: 0.3, .high: 0.72]
  /// What is left of the weight of a place that overlaps a stronger one.
  static let shared = 0.25
  /// Longer texts hold more by chance: from so many words on a place counts for less.
  static let usualWords = 120.0
  static let usualWordsOfHigh = 150.0
  /// So many suspicions count at most; together they stay below the threshold.
  static let mostLows = 6
  /// What each word that leaves the question open leaves of a weight, and how many count.
  static let open: [CuePattern.Confidence: Double] = [.low: 0.8, .medium: 0.7, .high: 0.85]
  static let mostOpen = 2

  static func of(_ evidence: [CueEvidence], words: Int, openness: Int = 0) -> Double {
    let ranked = evidence.sorted {
      ($1.confidence, $0.range.lowerBound) < ($0.confidence, $1.range.lowerBound)
    }
    let dilution = min(1, (usualWords / Double(max(words, 1))).squareRoot())
    let highDilution = min(1, (usualWordsOfHigh / Double(max(words, 1))).squareRoot())
    var left = 1.0
    var lows = 0
    var covered: [Range<Int>] = []
    for place in ranked.prefix(40) {
      var weight = weights[place.confidence] ?? 0
      if place.confidence == .low {
        lows += 1
        if lows > mostLows { continue }
      }
      weight *= place.confidence == .high ? highDilution : dilution
      for _ in 0..<min(openness, mostOpen) { weight *= open[place.confidence] ?? 1 }
      if covered.contains(where: { $0.overlaps(place.range) }) { weight *= shared }
      covered.append(place.range)
      left *= 1 - weight
    }
    return 1 - left
  }
}
