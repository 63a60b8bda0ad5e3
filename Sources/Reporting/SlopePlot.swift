import TrialDesign

/// A line for each scenario from condition to condition, and one for their means.
struct SlopePlot: Drawing, Hashable {
  let axis: Axis
  /// The conditions from left to right.
  let columns: [Condition]
  /// One row a scenario; `nil` where it was not rated under a condition.
  let rows: [[Double?]]
  /// The mean over scenarios, with its figures.
  let means: [Double?]
  let decimals: Int

  func draw(width: Double) -> Drawn {
    let left = width > 500 ? 96.0 : 44.0
    let top = 14.0
    let height = width > 500 ? 300.0 : 250.0
    let length = width - 2 * left
    func x(_ column: Int) -> Double {
      columns.count < 2
        ? left + length / 2 : left + length * Double(column) / Double(columns.count - 1)
    }
    func y(_ value: Double) -> Double {
      top + height - axis.place(value, from: 0, length: height)
    }
    var marks: [Markup] = []
    for tick in axis.ticks {
      marks.append(SVG.line(left - 6, y(tick.at), width - left + 6, y(tick.at), "lane"))
      marks.append(SVG.text(tick.number, left - 14, y(tick.at) + 4.5, "tick", anchor: .end))
    }
    for row in rows {
      marks += line(through: row, style: "slope", x: x, y: y)
    }
    marks += line(through: means, style: "slope mean", x: x, y: y)
    for (index, condition) in columns.enumerated() {
      let labelY = top + height + 28
      if let mean = means[index] {
        marks.append(SVG.mark(condition, x(index), y(mean)))
      }
      marks.append(
        SVG.text(condition.rawValue, x(index), labelY, "label", anchor: .middle))
      let value = means[index].map { Words.number($0, decimals: decimals) } ?? "not rated"
      marks.append(
        SVG.text(value, x(index), labelY + SVG.lineHeight, "value", anchor: .middle))
    }
    return Drawn(marks: marks, height: top + height + 54)
  }

  private func line(
    through row: [Double?], style: String, x: (Int) -> Double, y: (Double) -> Double
  ) -> [Markup] {
    let points = row.enumerated().compactMap { index, value in
      value.map { "\(SVG.number(x(index))),\(SVG.number(y($0)))" }
    }
    guard points.count > 1 else { return [] }
    return [Markup("polyline", ["points": points.joined(separator: " "), "class": style])]
  }
}
