import Reproducible

/// One measured quantity.
struct Figure: Hashable, Sendable {
  let name: String
  let unit: String
  let decimals: Int
  /// One element a repeat.
  let values: [Double]

  init(_ name: String, unit: String, decimals: Int = 1, _ values: [Double]) {
    self.name = name
    self.unit = unit
    self.decimals = decimals
    self.values = values
  }
}

/// What one benchmark measured, as a table.
struct Section: Hashable, Sendable {
  let title: String
  let figures: [Figure]
  /// What is to be known besides, below the figures.
  var notes: [String] = []

  /// The table as plain text, numbers flush right.
  var text: String {
    let heads = ["min", "median", "max"].map { Self.right($0, 10) }.joined()
    let width = max(58, figures.map(\.name.count).max() ?? 0)
    let rows = figures.map { figure in
      let numbers = [0, 0.5, 1].map { share in
        Self.right(
          Numerals.fixed(Quantile.of(figure.values, at: share), decimals: figure.decimals), 10)
      }
      return "  " + Self.left(figure.name, width) + "  " + Self.left(figure.unit, 6)
        + numbers.joined()
    }
    let head = "  " + Self.left("", width) + "  " + Self.left("unit", 6) + heads
    return ([title, head] + rows + notes.map { "  " + $0 }).joined(separator: "\n")
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

/// Medians and the like, of numbers in any order.
enum Quantile {
  /// The value below which a share of the numbers lies, between two of them by straight line.
  ///
  /// - Precondition: There is a number.
  static func of(_ values: [Double], at share: Double) -> Double {
    let sorted = values.sorted()
    let place = share * Double(sorted.count - 1)
    let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
    return sorted[low] + (place - place.rounded(.down)) * (sorted[high] - sorted[low])
  }
}
