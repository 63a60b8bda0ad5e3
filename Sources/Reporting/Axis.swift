import Analysis
import Questions

/// A stretch of numbers laid over a stretch of a plot.
struct Axis: Hashable, Sendable {
  /// A place on the axis with what is written there.
  struct Tick: Hashable, Sendable {
    let at: Double
    let number: String
    /// What the question calls this level.
    let anchor: String?
  }

  let domain: ClosedRange<Double>
  let ticks: [Tick]

  /// The axis of a question's scale, from its lowest to its highest value.
  init?(scale form: AnswerForm) {
    guard let range = form.range, range.lowerBound < range.upperBound else { return nil }
    domain = range
    switch form {
    case .slider(let low, let high):
      ticks = [0.0, 25, 50, 75, 100].map {
        Tick(
          at: $0, number: Words.number($0, decimals: 0),
          anchor: $0 == 0 ? low : $0 == 100 ? high : nil)
      }
    case .binary(let no, let yes):
      ticks = [0, 0.25, 0.5, 0.75, 1].map {
        Tick(
          at: $0, number: $0 == 0 ? "0" : $0 == 1 ? "1" : Words.number($0),
          anchor: $0 == 0 ? no : $0 == 1 ? yes : nil)
      }
    case .ordinal, .nominal, .note:
      ticks = form.labels.enumerated().map {
        // A level that is called by its number is not named twice.
        let number = String($0.offset)
        return Tick(
          at: Double($0.offset), number: number, anchor: $0.element == number ? nil : $0.element)
      }
    }
  }

  /// An axis that holds all values, with round ticks.
  init(holding values: [Double]) {
    let low = values.min() ?? 0
    let high = max(values.max() ?? 1, low + 1e-9)
    let step = Self.step(for: high - low)
    let first = (low / step).rounded(.down)
    let last = (high / step).rounded(.up)
    domain = first * step...max(last, first + 1) * step
    let decimals = step >= 1 ? 0 : step >= 0.1 && step != 0.25 ? 1 : 2
    ticks = (Int(first)...Int(max(last, first + 1))).map {
      let value = Double($0) * step
      return Tick(at: value, number: Words.number(value, decimals: decimals), anchor: nil)
    }
  }

  /// Where a value lies, from `start` on.
  func place(_ value: Double, from start: Double, length: Double) -> Double {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return start + min(max(share, 0), 1) * length
  }

  private static func step(for span: Double) -> Double {
    let rough = span / 5
    for step in [0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20] where step >= rough {
      return step
    }
    return 25
  }
}
