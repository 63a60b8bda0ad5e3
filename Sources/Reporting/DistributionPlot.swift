import Reproducible
import TrialDesign

/// How ratings fell on the levels of a scale, one bar a condition.
struct DistributionPlot: Drawing, Hashable {
  struct Bar: Hashable, Sendable {
    let condition: Condition
    let counts: [Int]
    let cannotTell: Int

    var total: Int { counts.reduce(0, +) }
  }

  let bars: [Bar]
  /// What the levels are called, from the lowest on.
  let levels: [String]

  func draw(width: Double) -> Drawn {
    var marks: [Markup] = []
    var y = 4.0
    for bar in bars {
      marks.append(SVG.mark(bar.condition, 8, y + 8))
      marks.append(SVG.text(bar.condition.rawValue, 20, y + 12.5, "label"))
      let ratings = Numerals.count(bar.total, "rating")
      let note = bar.cannotTell == 0 ? ratings : "\(ratings), \(bar.cannotTell) cannot tell"
      marks.append(SVG.text(note, width - 2, y + 12.5, "value", anchor: .end))
      y += 22
      marks += segments(of: bar, y: y, width: width)
      y += 42
    }
    let key = legend(y: y + 2, width: width)
    return Drawn(marks: marks + key.marks, height: key.height)
  }

  private func segments(of bar: Bar, y: Double, width: Double) -> [Markup] {
    guard bar.total > 0 else { return [SVG.text("no ratings", 20, y + 18, "value")] }
    var marks: [Markup] = []
    var x = 0.0
    for (level, count) in bar.counts.enumerated() where count > 0 {
      let share = Double(count) / Double(bar.total)
      let length = share * width
      marks.append(
        SVG.rectangle(x, y, length, 28, "segment", opacity: opacity(of: level)))
      let text = Numerals.percent(share)
      if length > SVG.width(of: text) + 8 {
        marks.append(
          SVG.text(
            text, x + length / 2, y + 18.5, isDark(level) ? "on-dark" : "on-light",
            anchor: .middle))
      }
      x += length
    }
    return marks
  }

  private func legend(y start: Double, width: Double) -> Drawn {
    var marks: [Markup] = []
    var y = start
    for (level, name) in levels.enumerated() {
      marks.append(SVG.rectangle(1, y, 16, 14, "segment", opacity: opacity(of: level)))
      let lines = SVG.wrap(name, width: width - 28)
      for line in lines {
        marks.append(SVG.text(line, 26, y + 11.5, "anchor"))
        y += SVG.lineHeight
      }
      y += 3
    }
    return Drawn(marks: marks, height: y + 2)
  }

  /// Pale below the middle, strong above it, so that a figure can be read on either.
  private func opacity(of level: Int) -> Double {
    let half = max((levels.count + 1) / 2, 1)
    if level < half {
      return half == 1 ? 0.14 : 0.12 + 0.24 * Double(level) / Double(half - 1)
    }
    let upper = levels.count - half
    return upper <= 1 ? 0.85 : 0.72 + 0.28 * Double(level - half) / Double(upper - 1)
  }

  private func isDark(_ level: Int) -> Bool { level >= max((levels.count + 1) / 2, 1) }
}
