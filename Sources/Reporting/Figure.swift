/// A plot with all that a reader needs beside it.
struct Figure: Sendable {
  /// Its name in the page: `condition-means`.
  let id: String
  let title: String
  /// How to read it, in one sentence.
  let readingAid: String
  /// What it shows beyond its numbers, for a rendering without drawings.
  var finding: String? = nil
  /// What it shows, for those who cannot see it.
  let description: String
  /// The numbers that were drawn.
  let tables: [Table]
  let drawing: any Drawing

  /// The widths at which a figure is drawn: a column of text, and a phone.
  enum Width: String, CaseIterable, Sendable {
    case wide
    case narrow

    /// In units that are pixels at that width.
    var units: Double { self == .wide ? 720 : 344 }
  }

  /// The figure as SVG.
  func svg(_ width: Width) -> Markup {
    let drawn = drawing.draw(width: width.units)
    let titleID = "\(id)-\(width.rawValue)-title"
    let descriptionID = "\(id)-\(width.rawValue)-desc"
    let head = [
      Markup("title", ["id": titleID], text: title),
      Markup("desc", ["id": descriptionID], text: description),
    ]
    return Markup(
      "svg",
      [
        "class": "plot \(width.rawValue)",
        "viewBox": "0 0 \(SVG.number(width.units)) \(SVG.number(drawn.height))",
        "role": "img", "aria-labelledby": "\(titleID) \(descriptionID)",
      ], [Markup(lines: head + drawn.marks)])
  }
}

/// What a drawing comes to: its marks, and how high they stand.
struct Drawn: Hashable, Sendable {
  let marks: [Markup]
  let height: Double
}

/// A plot that can be drawn at any width.
protocol Drawing: Sendable {
  /// Draws the plot.
  ///
  /// - Parameter width: In units of the size at which text is 13 high.
  /// - Returns: Marks that lie within the width, and the height they need.
  func draw(width: Double) -> Drawn
}
