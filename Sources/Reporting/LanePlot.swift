import TrialDesign

/// Estimates with their intervals, one under the other over one axis.
struct LanePlot: Drawing, Hashable {
  /// One estimate.
  struct Lane: Hashable, Sendable {
    let label: String
    /// The estimate in figures, or why there is none.
    let value: String
    let condition: Condition?
    let estimate: Double?
    /// Drawn as a thin line.
    let interval: ClosedRange<Double>?
    /// Drawn as a thick line over it.
    let narrowInterval: ClosedRange<Double>?
    /// Raw values, drawn faint.
    let dots: [Double]

    init(
      label: String, value: String, condition: Condition? = nil, estimate: Double?,
      interval: ClosedRange<Double>? = nil, narrowInterval: ClosedRange<Double>? = nil,
      dots: [Double] = []
    ) {
      self.label = label
      self.value = value
      self.condition = condition
      self.estimate = estimate
      self.interval = interval
      self.narrowInterval = narrowInterval
      self.dots = dots
    }
  }

  /// A value against which estimates are read.
  struct Rule: Hashable, Sendable {
    let at: Double
    let label: String
    let isDashed: Bool
  }

  let axis: Axis
  let lanes: [Lane]
  let rules: [Rule]

  func draw(width: Double) -> Drawn {
    let margin = width > 500 ? 72.0 : 14.0
    let length = width - 2 * margin
    func x(_ value: Double) -> Double { axis.place(value, from: margin, length: length) }

    let top = Double(rules.count) * SVG.lineHeight + (rules.isEmpty ? 4 : 12)
    var y = top
    var over: [Markup] = []
    for lane in lanes {
      let header = self.header(of: lane, margin: margin, width: width, y: y)
      over += header.marks
      y += header.height
      let reach = lane.dots.isEmpty ? 10.0 : 15.0
      over += marks(of: lane, y: y + reach, x: x)
      y += 2 * reach + 10
    }
    var under = ruleMarks(top: top, bottom: y, width: width, x: x)
    under.append(SVG.line(margin, y, width - margin, y, "axis"))
    let scale = AxisLabels(axis: axis, margin: margin, width: width).draw(y: y)
    return Drawn(marks: under + over + scale.marks, height: scale.height + 4)
  }

  private func header(of lane: Lane, margin: Double, width: Double, y: Double) -> Drawn {
    let fits = SVG.width(of: lane.label + lane.value) + 34 < width
    let labelX = lane.condition == nil ? 1.0 : 20
    var marks = [SVG.text(lane.label, labelX, y + 12.5, "label")]
    if lane.condition != nil { marks.append(SVG.mark(lane.condition, 8, y + 8)) }
    if fits {
      marks.append(SVG.text(lane.value, width - 2, y + 12.5, "value", anchor: .end))
      return Drawn(marks: marks, height: SVG.lineHeight)
    }
    let lines = SVG.wrap(lane.value, width: width - labelX)
    for (index, line) in lines.enumerated() {
      marks.append(
        SVG.text(line, labelX, y + 12.5 + Double(index + 1) * SVG.lineHeight, "value"))
    }
    return Drawn(marks: marks, height: SVG.lineHeight * Double(1 + lines.count))
  }

  private func marks(of lane: Lane, y: Double, x: (Double) -> Double) -> [Markup] {
    let colour = SVG.style(lane.condition)
    var marks = [SVG.line(x(axis.domain.lowerBound), y, x(axis.domain.upperBound), y, "lane")]
    for (index, dot) in lane.dots.enumerated() {
      let offset = Double((index * 7) % 9 - 4) * 2.6
      marks.append(SVG.circle(x(dot), y + offset, radius: 2.6, "dot \(colour)"))
    }
    if let interval = lane.interval {
      let (low, high) = (x(interval.lowerBound), x(interval.upperBound))
      marks.append(SVG.line(low, y, high, y, "interval \(colour)"))
      marks.append(SVG.line(low, y - 5, low, y + 5, "interval \(colour)"))
      marks.append(SVG.line(high, y - 5, high, y + 5, "interval \(colour)"))
    }
    if let narrow = lane.narrowInterval {
      marks.append(
        SVG.line(x(narrow.lowerBound), y, x(narrow.upperBound), y, "interval thick \(colour)"))
    }
    if let estimate = lane.estimate {
      marks.append(SVG.mark(lane.condition, x(estimate), y))
    }
    return marks
  }

  private func ruleMarks(top: Double, bottom: Double, width: Double, x: (Double) -> Double)
    -> [Markup]
  {
    rules.enumerated().flatMap { index, rule -> [Markup] in
      let textY = Double(index) * SVG.lineHeight + 13
      let half = SVG.width(of: rule.label) / 2
      let center = min(max(x(rule.at), half + 2), width - half - 2)
      return [
        SVG.text(rule.label, center, textY, "rule-label", anchor: .middle),
        SVG.line(
          x(rule.at), textY + 5, x(rule.at), bottom, rule.isDashed ? "rule dashed" : "rule"),
      ]
    }
  }
}

/// What is written under an axis: numbers, and what the question calls them.
struct AxisLabels {
  let axis: Axis
  let margin: Double
  let width: Double

  /// Draws ticks and labels below `y`; the height is that of the whole plot so far.
  func draw(y: Double) -> Drawn {
    let length = width - 2 * margin
    let spacing = length / Double(max(axis.ticks.count - 1, 1))
    var marks: [Markup] = []
    for tick in axis.ticks {
      let x = axis.place(tick.at, from: margin, length: length)
      marks.append(SVG.line(x, y, x, y + 5, "axis"))
      marks.append(SVG.text(tick.number, x, y + 19, "tick", anchor: .middle))
    }
    let anchored = axis.ticks.filter { $0.anchor != nil }
    guard !anchored.isEmpty else { return Drawn(marks: marks, height: y + 24) }
    let room = min(spacing - 14, 2 * margin - 8)
    let wrapped = anchored.map { SVG.wrap($0.anchor ?? "", width: room) }
    let most = wrapped.map(\.count).max() ?? 0
    if most <= 4, room > 60 {
      for (tick, lines) in zip(anchored, wrapped) {
        let x = axis.place(tick.at, from: margin, length: length)
        for (index, line) in lines.enumerated() {
          marks.append(
            SVG.text(line, x, y + 37 + Double(index) * 16, "anchor", anchor: .middle))
        }
      }
      return Drawn(marks: marks, height: y + 37 + Double(most) * 16)
    }
    var below = y + 42
    for tick in anchored {
      marks.append(SVG.text(tick.number, 2, below, "tick"))
      let lines = SVG.wrap(tick.anchor ?? "", width: width - 34)
      for line in lines {
        marks.append(SVG.text(line, 34, below, "anchor"))
        below += 16
      }
    }
    return Drawn(marks: marks, height: below)
  }
}
