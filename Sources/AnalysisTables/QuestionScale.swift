import Questions
import RatingTables
import Reproducible

/// The scale of one question, and how cells are read on it.
struct QuestionScale: Hashable, Sendable {
  let form: AnswerForm
  /// The number in the table that counts as 0.
  let lowest: Double
  /// Whether the ratings themselves gave the scale.
  let isGuessed: Bool
  private let levels: [String: Double]

  /// What a cell says on a scale.
  enum Reading: Hashable, Sendable {
    case value(Double)
    case cannotTell
    /// A number between two levels.
    case fraction
    case offScale
  }

  init(form: AnswerForm, lowest: Double, isGuessed: Bool) {
    self.form = form
    self.lowest = lowest
    self.isGuessed = isGuessed
    levels = Dictionary(
      form.labels.enumerated().map { ($0.element.lowercased(), Double($0.offset)) },
      uniquingKeysWith: { first, _ in first })
  }

  init(declared text: ScaleText) {
    self.init(form: text.form, lowest: text.lowest, isGuessed: false)
  }

  /// Guesses a scale from all different ratings of a question; `nil` where they are words whose
  /// order nobody knows.
  ///
  /// - Parameter contents: What stands in the cells, each once.
  init?(guessing contents: [CellContent]) {
    var numbers: [Double] = []
    var words: [String] = []
    var known: Set<String> = []
    for content in contents {
      switch content {
      case .number(let number): numbers.append(number)
      case .word(let word):
        if known.insert(word.lowercased()).inserted { words.append(word) }
      case .missing: break
      }
    }
    guard let low = numbers.min(), let high = numbers.max() else {
      // A known scale has fewer words than this.
      guard words.count <= 50, let order = KnownOrder.sorted(words), order.count > 1 else {
        return nil
      }
      self.init(
        form: order.count == 2 ? .binary(no: order[0], yes: order[1]) : .ordinal(order), lowest: 0,
        isGuessed: true)
      return
    }
    let lowest = low >= 1 ? 1 : low >= 0 ? 0 : low.rounded(.down)
    let highest = max(high.rounded(.up), lowest + 1)
    guard abs(lowest) < 1e6, abs(highest) < 1e6,
      // A range too wide for levels and for a slider is no scale.
      let scale = try? ScaleText(from: Int(lowest), to: Int(highest))
    else { return nil }
    self.init(form: scale.form, lowest: scale.lowest, isGuessed: true)
  }

  /// Reads a cell.
  ///
  /// - Parameters:
  ///   - text: The cell, trimmed.
  ///   - content: What it says.
  /// - Returns: A value from 0, or why there is none.
  func read(_ text: String, _ content: CellContent) -> Reading {
    if let level = levels[text.lowercased()] { return .value(level) }
    switch content {
    case .missing: return .cannotTell
    case .word: return .offScale
    case .number(let number):
      let value = number - lowest
      let range = form.range ?? 0...Double(max(form.labels.count - 1, 0))
      guard range.contains(value) else { return .offScale }
      guard form.labels.isEmpty || value == value.rounded() else { return .fraction }
      return .value(value)
    }
  }

  /// The numbers or labels that are on it.
  var choices: String {
    let range = form.range ?? 0...Double(max(form.labels.count - 1, 0))
    let numbers =
      "\(Self.number(lowest + range.lowerBound)) to \(Self.number(lowest + range.upperBound))"
    return hasOwnLabels ? "\(form.labels.joined(separator: ", ")), or \(numbers)" : numbers
  }

  /// Whether its levels are called by anything but their numbers.
  var hasOwnLabels: Bool {
    form.labels.enumerated().contains { $0.element != Self.number(lowest + Double($0.offset)) }
  }

  /// What it is, and where that is known from.
  var description: String {
    let kind =
      switch form {
      case .binary: "two choices"
      case .ordinal(let labels): "\(labels.count) levels in order"
      case .nominal(let labels): "\(labels.count) choices without order"
      case .slider: "a slider"
      case .note: "notes, which are in no estimate"
      }
    guard form != .note else { return kind }
    let source = isGuessed ? "guessed from the ratings" : "as declared"
    let shift = lowest == 0 ? "" : "; \(Self.number(lowest)) counts as 0"
    return "\(kind), \(choices), \(source)\(shift)"
  }

  static func number(_ value: Double) -> String { JSON.number(value).canonical }
}
