import Faults
import Reproducible

/// The input of a statistic as it came: JSON of which every fault names its place.
struct StatisticInput {
  let members: [String: JSON]

  /// Checks that the input is an object with known members, none missing.
  ///
  /// - Throws: `Fault` of kind `badInput`.
  init(_ input: JSON, keys: [NamedStatistic.Key]) throws(Fault) {
    guard let members = input.members else {
      throw Self.fault(
        at: [], "the input is no object",
        "write {\(keys.map { "\"\($0.name)\": ..." }.joined(separator: ", "))}")
    }
    let known = keys.map(\.name)
    for key in members.keys.sorted() where !known.contains(key) {
      let meant = Nearest.name(to: key, in: known)
      let shown = key.count > 60 ? key.prefix(60) + "..." : key
      throw Self.fault(
        at: [String(shown)], "no member '\(shown)' is known",
        meant.map { "did you mean '\($0)'?" } ?? "known are \(known.joined(separator: ", "))")
    }
    for key in keys where key.isRequired && (members[key.name] ?? .null) == .null {
      throw Self.fault(at: [key.name], "'\(key.name)' is missing", "give it: \(key.meaning)")
    }
    self.members = members
  }

  /// Whether a member is there and not `null`.
  func has(_ key: String) -> Bool { (members[key] ?? .null) != .null }

  /// A fault at a place in the input, such as `["ratings", "3"]`.
  static func fault(at path: [String], _ problem: String, _ remedy: String) -> Fault {
    let place = path.reduce("input") { place, step in
      Int(step) == nil ? "\(place).\(step)" : "\(place)[\(step)]"
    }
    return Fault(.badInput, at: place, problem, remedy: remedy)
  }

  // MARK: Single values

  /// A number, also an infinite one.
  func number(_ key: String) throws(Fault) -> Double {
    try Self.number(members[key] ?? .null, at: [key])
  }

  /// A number, or a value in its place where there is none.
  func number(_ key: String, default value: Double) throws(Fault) -> Double {
    has(key) ? try number(key) : value
  }

  /// A number that is finite and within a range.
  func number(_ key: String, in range: ClosedRange<Double>) throws(Fault) -> Double {
    let value = try number(key)
    guard range.contains(value), value.isFinite else {
      throw Self.fault(
        at: [key], "\(value) is not between \(range.lowerBound) and \(range.upperBound)",
        "give a number in that range")
    }
    return value
  }

  /// A finite number above zero.
  func positive(_ key: String) throws(Fault) -> Double {
    let value = try number(key)
    guard value > 0, value.isFinite else {
      throw Self.fault(at: [key], "\(value) is not above 0", "give a number above 0")
    }
    return value
  }

  /// A number strictly between 0 and 1, such as a level or a chance.
  func share(_ key: String, default value: Double? = nil) throws(Fault) -> Double {
    if let value, !has(key) { return value }
    let share = try number(key)
    guard share > 0, share < 1 else {
      throw Self.fault(
        at: [key], "\(share) is not between 0 and 1", "give a share between 0 and 1, such as 0.95")
    }
    return share
  }

  /// The confidence level, 0.95 where none is given.
  func level() throws(Fault) -> Double { try share("level", default: 0.95) }

  /// A whole number within a range.
  func whole(_ key: String, in range: ClosedRange<Int> = 0...Int(Int32.max)) throws(Fault) -> Int {
    try Self.whole(members[key] ?? .null, in: range, at: [key])
  }

  /// A whole number, or a value in its place where there is none.
  func whole(
    _ key: String, in range: ClosedRange<Int> = 0...Int(Int32.max), default value: Int
  ) throws(Fault) -> Int {
    has(key) ? try whole(key, in: range) : value
  }

  /// A flag.
  func flag(_ key: String, default value: Bool? = nil) throws(Fault) -> Bool {
    if let value, !has(key) { return value }
    guard let flag = members[key]?.flag else {
      throw Self.fault(at: [key], "it is no flag", "write true or false")
    }
    return flag
  }

  /// A text.
  func text(_ key: String) throws(Fault) -> String {
    guard let text = members[key]?.text else {
      throw Self.fault(at: [key], "it is no text", "write a text in quotes")
    }
    return text
  }

  /// One of the cases of an enumeration.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, default value: Choice? = nil
  ) throws(Fault) -> Choice where Choice.RawValue == String {
    if let value, !has(key) { return value }
    let text = try text(key)
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue)
      let meant = Nearest.name(to: text, in: known)
      throw Self.fault(
        at: [key], "'\(text)' is not known",
        meant.map { "did you mean '\($0)'?" } ?? "known are \(known.joined(separator: ", "))")
    }
    return choice
  }

  // MARK: Lists

  /// A list; each element is read by a function that gets its path.
  func list<Element>(
    _ key: String, _ read: (JSON, [String]) throws(Fault) -> Element
  ) throws(Fault) -> [Element] {
    try Self.list(members[key] ?? .null, at: [key], read)
  }

  /// A list of finite numbers.
  func numbers(_ key: String) throws(Fault) -> [Double] {
    try list(key) { element, path throws(Fault) in try Self.finite(element, at: path) }
  }

  /// A list of finite numbers in which `null` is missing.
  func optionalNumbers(_ key: String) throws(Fault) -> [Double?] {
    try list(key) { element, path throws(Fault) in
      element == .null ? nil : try Self.finite(element, at: path)
    }
  }

  /// A list of whole numbers within a range.
  func wholes(
    _ key: String, in range: ClosedRange<Int> = 0...Int(Int32.max)
  ) throws(Fault) -> [Int] {
    try list(key) { element, path throws(Fault) in try Self.whole(element, in: range, at: path) }
  }

  /// A list of texts.
  func texts(_ key: String) throws(Fault) -> [String] {
    try list(key) { element, path throws(Fault) in
      guard let text = element.text else {
        throw Self.fault(at: path, "it is no text", "write a text in quotes")
      }
      return text
    }
  }

  /// A list of rows of finite numbers in which `null` is missing, all of one length.
  func ratings(_ key: String = "ratings") throws(Fault) -> [[Double?]] {
    let rows = try list(key) { row, path throws(Fault) in
      try Self.list(row, at: path) { element, path throws(Fault) in
        element == .null ? nil : try Self.finite(element, at: path)
      }
    }
    for (index, row) in rows.enumerated() where row.count != rows[0].count {
      throw Self.fault(
        at: [key, "\(index)"],
        "the unit has \(row.count) places for ratings, the first one has \(rows[0].count)",
        "give every unit one place a rater; null where the rater did not rate it")
    }
    return rows
  }

  /// A table of finite numbers, all rows of one length.
  func table(_ key: String, rows: Int? = nil, columns: Int? = nil) throws(Fault) -> [[Double]] {
    let table = try list(key) { row, path throws(Fault) in
      try Self.list(row, at: path) { element, path throws(Fault) in
        try Self.finite(element, at: path)
      }
    }
    let width = columns ?? table.first?.count ?? 0
    guard rows ?? table.count == table.count, table.allSatisfy({ $0.count == width }) else {
      let shape = "\(rows ?? table.count) x \(width)"
      throw Self.fault(at: [key], "the table is not \(shape)", "give \(shape) numbers")
    }
    return table
  }

  /// A table of counts, all rows of one length.
  func counts(_ key: String, rows: Int? = nil, columns: Int? = nil) throws(Fault) -> [[Int]] {
    let table = try table(key, rows: rows, columns: columns)
    var counts: [[Int]] = []
    for (row, numbers) in table.enumerated() {
      var line: [Int] = []
      for (column, number) in numbers.enumerated() {
        line.append(
          try Self.whole(
            .number(number), in: 0...Int(Int32.max), at: [key, "\(row)", "\(column)"]))
      }
      counts.append(line)
    }
    return counts
  }

  /// Lists of indices below a bound.
  func indexLists(_ key: String, below bound: Int) throws(Fault) -> [[Int]] {
    try list(key) { row, path throws(Fault) in
      try Self.list(row, at: path) { element, path throws(Fault) in
        try Self.whole(element, in: 0...max(0, bound - 1), at: path)
      }
    }
  }

  // MARK: Pairs

  /// The pairs of `leading` and `neutral` of which neither half is missing.
  func pairs() throws(Fault) -> (leading: [Double], neutral: [Double]) {
    let leading = try optionalNumbers("leading")
    let neutral = try optionalNumbers("neutral")
    try requireSameCount(["leading": leading.count, "neutral": neutral.count])
    let complete = zip(leading, neutral).compactMap { first, second in
      first.flatMap { first in second.map { (first, $0) } }
    }
    return (complete.map(\.0), complete.map(\.1))
  }

  /// The `differences`, or those of the complete pairs of `leading` and `neutral`.
  func differences() throws(Fault) -> [Double] {
    if has("differences") { return try optionalNumbers("differences").compactMap { $0 } }
    guard has("leading"), has("neutral") else {
      throw Self.fault(
        at: ["differences"], "there are neither differences nor pairs",
        "give 'differences', or 'leading' and 'neutral'")
    }
    let pairs = try pairs()
    return zip(pairs.leading, pairs.neutral).map { $0 - $1 }
  }

  /// Refuses lists that belong together and are of different length.
  func requireSameCount(_ counts: [String: Int]) throws(Fault) {
    let sorted = counts.sorted { $0.key < $1.key }
    guard let first = sorted.first,
      let other = sorted.first(where: { $0.value != first.value })
    else { return }
    throw Self.fault(
      at: [other.key],
      "it has \(other.value) elements, '\(first.key)' has \(first.value)",
      "give lists of the same length")
  }

  // MARK: Elements

  static func list<Element>(
    _ value: JSON, at path: [String], _ read: (JSON, [String]) throws(Fault) -> Element
  ) throws(Fault) -> [Element] {
    guard let elements = value.elements else {
      throw fault(at: path, "it is no list", "write [..., ...]")
    }
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      result.append(try read(element, path + ["\(index)"]))
    }
    return result
  }

  /// A number; the texts `inf` and `-inf` are infinite ones.
  static func number(_ value: JSON, at path: [String]) throws(Fault) -> Double {
    switch value.text {
    case "inf": return .infinity
    case "-inf": return -.infinity
    default: break
    }
    guard let number = value.double else {
      throw fault(at: path, "it is no number", "write a number")
    }
    return number
  }

  static func finite(_ value: JSON, at path: [String]) throws(Fault) -> Double {
    let number = try number(value, at: path)
    guard number.isFinite else {
      throw fault(at: path, "the number is not finite", "write a finite number")
    }
    return number
  }

  static func whole(
    _ value: JSON, in range: ClosedRange<Int>, at path: [String]
  ) throws(Fault) -> Int {
    guard let whole = value.int, range.contains(whole) else {
      throw fault(
        at: path,
        "it is no whole number "
          + (range.upperBound >= Int(Int32.max)
            ? "of at least \(range.lowerBound)"
            : "between \(range.lowerBound) and \(range.upperBound)"),
        "write such a number")
    }
    return whole
  }
}
