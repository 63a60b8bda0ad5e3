import RatingTables
import Statistics

/// What a reader should know before believing the numbers.
struct Warnings {
  let table: RatingTable
  let counts: AgreementSummary.Counts
  let headline: AgreementSummary.Headline
  let raters: [RaterProfile]
  let categories: [CategoryProfile]
  let ratings: Ratings
  /// Kendall's W; none on a nominal scale.
  let concordance: Double?

  /// All of them, the gravest first.
  var all: [String] {
    table.account.doubts + few + levels + ofRaters + groups + ofCategories + table.account.notes
  }

  private var few: [String] {
    var warnings: [String] = []
    let pairable = counts.pairableUnits
    if (1..<10).contains(pairable) {
      warnings.append(
        "only \(Words.count(pairable, "unit has", "units have")) two ratings or more: "
          + (pairable < Coefficient.fewestUnits
            ? "too few for most intervals" : "intervals from so few are too narrow"))
    }
    if counts.singleUnits + counts.unratedUnits > 0, pairable > 0 {
      let left = counts.singleUnits + counts.unratedUnits
      warnings.append(
        "\(Words.count(left, "unit has", "units have")) fewer than two ratings and "
          + "\(left == 1 ? "says" : "say") nothing of agreement")
    }
    if headline.undefinedReplicates > 0 {
      warnings.append(
        "\(Words.count(headline.undefinedReplicates, "resample")) had no alpha, because nothing "
          + "varied in \(headline.undefinedReplicates == 1 ? "it" : "them")")
    }
    return warnings
  }

  /// Alpha takes another level for disagreement, a rank does not.
  private var levels: [String] {
    guard let alpha = headline.alpha.estimate, let w = concordance, alpha < 0.5, w >= 0.75 else {
      return []
    }
    return [
      "raters put the units into much the same order (Kendall's W \(Words.number(w))), but use the "
        + "scale at different levels, which alpha counts as disagreement"
    ]
  }

  private var ofRaters: [String] {
    var warnings: [String] = []
    let silent = raters.filter { $0.ratingCount == 0 }.map { "'\($0.name)'" }
    if !silent.isEmpty { warnings.append("\(Words.list(silent)) rated nothing") }
    let lonely = raters.filter { $0.ratingCount > 0 && $0.pairCount == 0 }.map { "'\($0.name)'" }
    if !lonely.isEmpty, counts.pairableUnits > 0 {
      warnings.append(
        "\(Words.list(lonely)) \(lonely.count == 1 ? "shares" : "share") no unit with anybody")
    }
    if Set(ratings.values).count > 1 {
      let constant = raters.filter { $0.ratingCount > 4 && $0.onlyValue != nil }
      let said = constant.map { "'\($0.name)' (\(table.label(of: $0.onlyValue ?? 0)))" }
      if !said.isEmpty {
        warnings.append("\(Words.list(said)) said the same every time")
      }
    }
    if let alpha = headline.alpha.estimate, raters.count > 2 {
      let odd = raters.filter { ($0.alphaWithout ?? alpha) - alpha >= 0.1 }
        .sorted { ($1.alphaWithout ?? 0) < ($0.alphaWithout ?? 0) }
      if let worst = odd.first, let without = worst.alphaWithout {
        warnings.append(
          "without '\(worst.name)' alpha would be \(Words.number(without)), not "
            + Words.number(alpha))
      }
    }
    return warnings
  }

  /// Raters who are linked by no chain of shared units cannot be compared.
  private var groups: [String] {
    var leader = Array(0..<ratings.raterCount)
    func find(_ rater: Int) -> Int {
      var rater = rater
      while leader[rater] != rater {
        leader[rater] = leader[leader[rater]]
        rater = leader[rater]
      }
      return rater
    }
    var isShared = [Bool](repeating: false, count: ratings.raterCount)
    for unit in 0..<ratings.unitCount where ratings.range(of: unit).count > 1 {
      let members = ratings.range(of: unit).map { Int(ratings.raters[$0]) }
      for member in members {
        isShared[member] = true
        leader[find(member)] = find(members[0])
      }
    }
    let count = Set(isShared.indices.filter { isShared[$0] }.map(find)).count
    guard count > 1 else { return [] }
    return [
      "raters fall into \(count) groups that share no unit: agreement between groups is not known"
    ]
  }

  private var ofCategories: [String] {
    var warnings: [String] = []
    let unused = categories.filter { $0.count == 0 }.map { "'\($0.category.label)'" }
    if !unused.isEmpty { warnings.append("nobody used \(Words.list(unused))") }
    let once = categories.filter { $0.count == 1 }.map { "'\($0.category.label)'" }
    if !once.isEmpty, counts.ratings > 4 {
      warnings.append("\(Words.list(once)) \(once.count == 1 ? "was" : "were") used once")
    }
    if categories.count > 30 {
      warnings.append(
        "there are \(categories.count) categories: are these the ratings, or free answers?")
    }
    return warnings
  }
}
