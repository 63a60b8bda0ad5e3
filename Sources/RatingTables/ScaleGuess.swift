import Faults

/// What may be computed with ratings, told by the ratings themselves.
///
/// Words are names unless their order is known; two categories are names; whole numbers that take
/// few values close together are ranks; other numbers have equal steps. A true zero is never
/// guessed.
struct ScaleGuess {
  struct Decision {
    let scale: RatingScale
    let reason: String
    let categories: [RatingTable.Category]
    /// The number of each different content, in the order of ``RatingCells/distinct``.
    let values: [Double]
    var notes: [String] = []
  }

  /// How many different whole numbers make ranks at the most.
  private static let fewRanks = 10
  /// How many different words are categories at the most.
  private static let mostCategories = 1_000

  let cells: RatingCells
  let columns: Columns
  let options: ReadingOptions
  /// What numbers are called.
  let labels: [Double: String]

  /// Decides.
  ///
  /// - Throws: ``Faults`` where ratings do not fit the scale that was asked for, or are words and
  ///   numbers at once.
  func decide() throws(Faults) -> Decision {
    let words = cells.distinct.compactMap { content -> String? in
      guard case .word(let word) = content else { return nil }
      return word
    }
    if words.isEmpty { return try numbers() }
    // Categories that were named, and names that were asked for, may look like numbers.
    if words.count == cells.distinct.count || options.scale == .nominal
      || !options.categories.isEmpty
    {
      return try names()
    }
    throw Faults(mixed())
  }

  // MARK: Numbers

  private func numbers() throws(Faults) -> Decision {
    let values = cells.distinct.map { content -> Double in
      guard case .number(let number) = content else { return .nan }
      return number
    }
    try refuseWhatOverflows(values)
    let declared = try declaredNumbers()
    if !options.categories.isEmpty, declared == nil { return try names() }
    let found = Set(values)
    if let declared, !found.isSubset(of: declared) {
      throw Faults(
        strangers { content in
          guard case .number(let number) = content else { return false }
          return !declared.contains(number)
        })
    }
    let levels = found.union(declared ?? []).sorted()
    let (scale, reason) = guess(levels)
    if scale == .ratio, let lowest = levels.first, lowest < 0 {
      throw Faults(
        places { content in
          guard case .number(let number) = content else { return false }
          return number < 0
        }.map {
          Fault(
            .badInput, at: $0.place, "'\($0.text)' is below zero, and a ratio scale begins there",
            remedy: "say --scale interval, or mend the rating")
        })
    }
    let categories =
      scale.isNumeric || levels.count > Self.mostCategories
      ? []
      : levels.map {
        RatingTable.Category(value: $0, label: labels[$0] ?? RatingTable.numeral($0))
      }
    return Decision(
      scale: scale, reason: reason, categories: categories, values: values,
      notes: outliers(levels).map { [$0] } ?? [])
  }

  private func guess(_ levels: [Double]) -> (RatingScale, String) {
    if let scale = options.scale { return (scale, "you said so") }
    if !options.categories.isEmpty { return (.ordinal, "you named its categories in order") }
    guard let low = levels.first, let high = levels.last else {
      return (.nominal, "there is no rating")
    }
    let span = "\(RatingTable.numeral(low)) to \(RatingTable.numeral(high))"
    switch levels.count {
    case 1: return (.nominal, "there is one category alone")
    case 2: return (.nominal, "there are two categories")
    default: break
    }
    guard levels.allSatisfy({ $0 == $0.rounded() }) else {
      return (.interval, "the ratings have decimals")
    }
    if levels.count <= Self.fewRanks, high - low <= 2 * Double(Self.fewRanks) {
      return (.ordinal, "the ratings are \(levels.count) whole numbers, \(span)")
    }
    return (.interval, "the ratings are \(levels.count) different whole numbers, \(span)")
  }

  /// Numbers whose powers are beyond what a program computes with.
  private func refuseWhatOverflows(_ values: [Double]) throws(Faults) {
    func isBeyond(_ value: Double) -> Bool { value != 0 && !(1e-60...1e60).contains(abs(value)) }
    guard values.contains(where: isBeyond) else { return }
    throw Faults(
      places { content in
        guard case .number(let number) = content else { return false }
        return isBeyond(number)
      }.map {
        Fault(
          .badInput, at: $0.place, "'\($0.text)' is too far from 1 to compute with",
          remedy: "give all ratings in a larger or smaller measure, or mend it")
      })
  }

  private func declaredNumbers() throws(Faults) -> Set<Double>? {
    guard !options.categories.isEmpty else { return nil }
    var reader = CellReader(missing: [])
    reader.usesDecimalComma = cells.usesDecimalComma
    var numbers: Set<Double> = []
    for category in options.categories {
      guard case .number(let number) = reader.read(category) else { return nil }
      numbers.insert(number)
    }
    return numbers
  }

  /// A value far away from all others, as codes for what is missing often are.
  private func outliers(_ levels: [Double]) -> String? {
    let codes: Set<Double> = [-1, -9, -99, -999, -9999, 9, 99, 999, 9999]
    guard levels.count > 2, let low = levels.first, let high = levels.last else { return nil }
    let (rest, odd): ([Double], Double)
    if codes.contains(high), high - levels[levels.count - 2] > levels[levels.count - 2] - low {
      (rest, odd) = (levels.dropLast(), high)
    } else if codes.contains(low), low < 0, levels[1] >= 0, levels[1] - low > high - levels[1] {
      (rest, odd) = (Array(levels.dropFirst()), low)
    } else {
      return nil
    }
    guard let first = rest.first, let last = rest.last else { return nil }
    let code = RatingTable.numeral(odd)
    return "\(code) lies far from the others (\(RatingTable.numeral(first)) to "
      + "\(RatingTable.numeral(last))): if it means a missing rating, say --missing \(code)"
  }

  // MARK: Names

  private func names() throws(Faults) -> Decision {
    let found = cells.distinct.map(text)
    if let scale = options.scale, scale.isNumeric {
      throw Faults(
        places { content in
          guard case .word = content else { return false }
          return true
        }.map {
          Fault(
            .badInput, at: $0.place,
            "'\($0.text)' is no number, and the scale is \(scale.rawValue)",
            remedy: "mend it, say --missing '\($0.text)', or say another scale")
        })
    }
    guard Set(found).count <= Self.mostCategories else {
      throw Faults([
        Fault(
          .badInput, at: columns.name,
          "the ratings are \(Set(found).count) different words",
          remedy: "name the column that holds the ratings with --value COLUMN")
      ])
    }
    let declared = options.categories.map(CellReader.trimmed)
    let indexOf = Dictionary(
      declared.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    if !declared.isEmpty, found.contains(where: { indexOf[$0] == nil }) {
      throw Faults(strangers { indexOf[text($0)] == nil })
    }
    let order = declared.isEmpty ? KnownOrder.sorted(found) : Self.unique(declared)
    let (scale, reason) = try scale(of: found, known: order)
    let sorted =
      (scale == .ordinal || !declared.isEmpty ? order : nil) ?? Self.unique(found.sorted())
    let position = Dictionary(
      sorted.enumerated().map { ($0.element, Double($0.offset + 1)) },
      uniquingKeysWith: { first, _ in first })
    return Decision(
      scale: scale, reason: reason,
      categories: sorted.enumerated().map {
        RatingTable.Category(value: Double($0.offset + 1), label: $0.element)
      },
      values: found.map { position[$0, default: 0] },
      notes: scale == .nominal && options.scale == nil && options.categories.isEmpty
        ? KnownOrder.broken(found).map { ["\($0): name the order with --categories"] } ?? [] : [])
  }

  private func scale(of found: [String], known: [String]?) throws(Faults) -> (RatingScale, String) {
    if options.scale == .nominal { return (.nominal, "you said so") }
    if options.scale == .ordinal {
      guard known != nil else {
        throw Faults([
          Fault(
            .badInput, at: columns.name,
            "the order of these words is not known: \(RowFilter.some(of: found))",
            remedy:
              "name them from least to most: --categories \(found.sorted().prefix(3).joined(separator: ","))"
          )
        ])
      }
      return (.ordinal, "you said so")
    }
    if !options.categories.isEmpty, options.categories.count > 2 {
      return (.ordinal, "you named its categories in order")
    }
    if Set(found).count == 1 { return (.nominal, "there is one category alone") }
    if Set(found).count == 2 { return (.nominal, "there are two categories") }
    if let known {
      return (
        .ordinal, "the words have a known order, \(known.first ?? "") to \(known.last ?? "")"
      )
    }
    return (.nominal, "the ratings are words" + (KnownOrder.broken(found).map { "; \($0)" } ?? ""))
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  // MARK: Faults

  private func text(_ content: CellContent) -> String {
    switch content {
    case .missing: ""
    case .number(let number): RatingTable.numeral(number)
    case .word(let word): word
    }
  }

  /// Words among numbers, each with its place; where words prevail, the numbers.
  private func mixed() -> [Fault] {
    let words = zip(cells.contents, cells.cells).count { content, _ in
      if case .word = cells.distinct[content] { true } else { false }
    }
    let areWordsFew = 2 * words <= cells.contents.count
    return places { content in
      if case .word = content { areWordsFew } else { !areWordsFew }
    }.map {
      Fault(
        .badInput, at: $0.place,
        areWordsFew
          ? "'\($0.text)' is no number, as most ratings are"
          : "'\($0.text)' is a number, where most ratings are words",
        remedy: "mend it, say --missing '\($0.text)', or say --scale nominal to take all as names")
    }
  }

  private func strangers(where isStrange: (CellContent) -> Bool) -> [Fault] {
    places(where: isStrange).map {
      Fault(
        .badInput, at: $0.place, "'\($0.text)' is not among the categories that were named",
        remedy: "name it too, mend it, or say --missing '\($0.text)'")
    }
  }

  /// Where ratings stand of which something is true, the first fifty.
  private func places(
    where isMeant: (CellContent) -> Bool
  ) -> [(place: String, text: String)] {
    let meant = cells.distinct.map(isMeant)
    let found = cells.contents.indices.lazy.filter { meant[cells.contents[$0]] }.prefix(50)
      .map { cells.cells[$0] }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    return zip(columns.places(of: found), found).map {
      ($0, CellReader.trimmed(columns.text($1.row, $1.column)))
    }
  }
}
