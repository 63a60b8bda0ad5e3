import Questions
import RatingTables

/// A scale as it is declared: `0..4`, `0..4 absent, a hint, one passage, recurs, throughout`,
/// `no, yes`, or `nominal: sad, glad, angry`.
///
/// Labels stand in rising order, parted by commas, or by semicolons where one holds a comma.
struct ScaleText: Hashable, Sendable {
  let form: AnswerForm
  /// The number in the table that is the lowest level.
  let lowest: Double

  /// Why a text is no scale.
  enum Problem: Error, Hashable {
    case noScale
    case tooWide
    case labelCount(labels: Int, levels: Int)
    case sameLabel(String)

    var text: String {
      switch self {
      case .noScale: "it is neither a range such as 0..4 nor labels in their order"
      case .tooWide: "its levels are too many to be told apart, and it does not lie in 0..100"
      case .labelCount(let labels, let levels):
        "it has \(labels) labels for \(levels) levels"
      case .sameLabel(let label): "two levels are called '\(label)'"
      }
    }
  }

  /// Beyond so many levels a scale is a slider.
  static let mostLevels = 21

  init(_ text: String) throws(Problem) {
    if let range = Self.range(text) {
      try self.init(from: range.low, to: range.high, labels: try Self.labels(range.rest))
      return
    }
    let prefix = "nominal:"
    let isNominal = text.lowercased().hasPrefix(prefix)
    let labels = try Self.labels(isNominal ? String(text.dropFirst(prefix.count)) : text)
    guard labels.count > 1 else { throw .noScale }
    guard labels.count <= 100 else { throw .tooWide }
    self.init(
      form: isNominal
        ? .nominal(labels)
        : labels.count == 2 ? .binary(no: labels[0], yes: labels[1]) : .ordinal(labels),
      lowest: 0)
  }

  private init(form: AnswerForm, lowest: Double) {
    self.form = form
    self.lowest = lowest
  }

  /// Whole numbers from a lowest to a highest one.
  init(from low: Int, to high: Int, labels: [String] = []) throws(Problem) {
    guard low < high else { throw .noScale }
    let count = high - low + 1
    guard labels.isEmpty || labels.count == count else {
      throw .labelCount(labels: labels.count, levels: count)
    }
    let names = labels.isEmpty && count <= Self.mostLevels ? (low...high).map(String.init) : labels
    guard !names.isEmpty else {
      guard low >= 0, high <= 100 else { throw .tooWide }
      self.init(form: .slider(low: "0", high: "100"), lowest: 0)
      return
    }
    self.init(
      form: count == 2 ? .binary(no: names[0], yes: names[1]) : .ordinal(names),
      lowest: Double(low))
  }

  private static func range(_ text: String) -> (low: Int, high: Int, rest: String)? {
    guard let dots = text.firstRange(of: ".."),
      let low = Vocabulary.whole(CellReader.trimmed(String(text[..<dots.lowerBound])))
    else { return nil }
    let after = CellReader.trimmed(String(text[dots.upperBound...]))
    let digits = after.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
    guard let high = Vocabulary.whole(String(digits)) else { return nil }
    var rest = CellReader.trimmed(String(after.dropFirst(digits.count)))
    if rest.first == ":" { rest.removeFirst() }
    return (low, high, rest)
  }

  private static func labels(_ text: String) throws(Problem) -> [String] {
    let separator: Character = text.contains(";") ? ";" : ","
    let labels = text.split(separator: separator).map { CellReader.trimmed(String($0)) }
      .filter { !$0.isEmpty }
    var seen: Set<String> = []
    for label in labels where !seen.insert(label.lowercased()).inserted {
      throw .sameLabel(label)
    }
    return labels
  }
}
