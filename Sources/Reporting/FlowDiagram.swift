/// Boxes one under the other, from what was planned to what was analysed, with what fell away.
struct FlowDiagram: Drawing, Hashable {
  struct Stage: Hashable, Sendable {
    let name: String
    let count: String
    /// What fell away before the next stage.
    let lost: [String]
  }

  let stages: [Stage]

  func draw(width: Double) -> Drawn {
    let isWide = width > 500
    let boxWidth = isWide ? 300.0 : 150.0
    let lossX = isWide ? 360.0 : 178.0
    let lossWidth = width - lossX - 1
    let center = boxWidth / 2 + 1
    var marks: [Markup] = []
    var y = 2.0
    for (index, stage) in stages.enumerated() {
      let names = SVG.wrap(stage.name, width: boxWidth - 12)
      let boxHeight = 35 + Double(names.count) * SVG.lineHeight
      marks.append(SVG.rectangle(1, y, boxWidth, boxHeight, "box"))
      marks.append(SVG.text(stage.count, center, y + 23, "count on-box", anchor: .middle))
      for (row, name) in names.enumerated() {
        let nameY = y + 42 + Double(row) * SVG.lineHeight
        marks.append(SVG.text(name, center, nameY, "value on-box", anchor: .middle))
      }
      guard index < stages.count - 1 else {
        y += boxHeight
        break
      }
      let lines = stage.lost.flatMap { SVG.wrap($0, width: lossWidth - 20) }
      let lossHeight = lines.isEmpty ? 0 : Double(lines.count) * SVG.lineHeight + 14
      let gap = max(30, lossHeight + 16)
      let start = y + boxHeight
      marks.append(SVG.line(center, start, center, start + gap - 2, "connector"))
      marks.append(arrowHead(center, start + gap))
      if !lines.isEmpty {
        let middle = start + gap / 2 - 2
        marks.append(SVG.line(center, middle, lossX, middle, "connector"))
        marks.append(
          SVG.rectangle(lossX, middle - lossHeight / 2, lossWidth, lossHeight, "box side"))
        for (row, line) in lines.enumerated() {
          marks.append(
            SVG.text(
              line, lossX + 10, middle - lossHeight / 2 + 19 + Double(row) * SVG.lineHeight,
              "value"))
        }
      }
      y += boxHeight + gap
    }
    return Drawn(marks: marks, height: y + 2)
  }

  private func arrowHead(_ x: Double, _ y: Double) -> Markup {
    let points = [(x - 4.5, y - 7), (x + 4.5, y - 7), (x, y)].map {
      "\(SVG.number($0.0)),\(SVG.number($0.1))"
    }
    return Markup("polygon", ["points": points.joined(separator: " "), "class": "arrow"])
  }
}
