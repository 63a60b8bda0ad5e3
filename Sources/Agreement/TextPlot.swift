import Reproducible
import Statistics

/// Estimates with their intervals on one axis, a line each, in letters.
struct TextPlot {
  let low: Double
  let width: Int

  /// An axis from 0, or from a round number below all intervals, but not below −1, to 1.
  init(holding values: [Double], width: Int) {
    let lowest = max(-1, min(0, values.min() ?? 0))
    low = (lowest * 5).rounded(.down) / 5
    self.width = width
  }

  /// Numbers over the axis.
  var scale: String {
    var line = [Character](repeating: " ", count: width)
    let step = 1 - low > 1.3 ? 0.5 : 0.2
    // From the right, so that where room is short the end has its number.
    for index in 0...10 {
      let tick = 1 - Double(index) * step
      guard tick > low - 1e-9 else { break }
      let label = Array(Numerals.typeset(tick, decimals: 1))
      let start = min(max(0, place(tick) - label.count / 2), width - label.count)
      let end = start + label.count
      let isFree = line[max(0, start - 1)..<min(width, end + 1)].allSatisfy { $0 == " " }
      if isFree { line.replaceSubrange(start..<end, with: label) }
    }
    return String(line)
  }

  /// A dot with its interval; where there is no estimate, nothing.
  func line(_ estimate: Double?, _ interval: Interval?) -> String {
    guard let estimate else { return "" }
    var line = [Character](repeating: " ", count: width)
    if low < 0 { line[place(0)] = "┊" }
    if let interval {
      let (start, end) = (place(interval.low), place(interval.high))
      for column in start...max(start, end) { line[column] = "─" }
      line[start] = interval.low < low ? "◂" : "├"
      line[max(start, end)] = "┤"
    }
    line[place(estimate)] = "●"
    return String(line)
  }

  private func place(_ value: Double) -> Int {
    let share = (min(max(value, low), 1) - low) / (1 - low)
    return Int((share * Double(width - 1)).rounded())
  }
}
