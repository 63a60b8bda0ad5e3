import Reproducible
import TrialDesign

/// Marks of a plot; their looks come from the page's style, by class.
enum SVG {
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// The height of text.
  static let textSize = 13.0
  static let lineHeight = 17.0

  /// A coordinate with one decimal, without a trailing `.0`.
  static func number(_ value: Double) -> String {
    let text = Numerals.fixed(value, decimals: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String)
    -> Markup
  {
    Markup(
      "line",
      [
        "x1": number(x1), "y1": number(y1), "x2": number(x2), "y2": number(y2), "class": style,
      ])
  }

  static func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String,
    opacity: Double? = nil
  ) -> Markup {
    let place: KeyValuePairs = [
      "x": number(x), "y": number(y), "width": number(max(width, 0)), "height": number(height),
      "class": style, "fill-opacity": Numerals.fixed(opacity ?? 1),
    ]
    return Markup("rect", place)
  }

  static func circle(_ x: Double, _ y: Double, radius: Double, _ style: String) -> Markup {
    Markup("circle", ["cx": number(x), "cy": number(y), "r": number(radius), "class": style])
  }

  static func text(
    _ text: String, _ x: Double, _ y: Double, _ style: String = "", anchor: Anchor = .start
  ) -> Markup {
    Markup(
      "text",
      [
        "x": number(x), "y": number(y), "class": style, "text-anchor": anchor.rawValue,
      ], text: text)
  }

  /// The mark of a condition, the same in every figure: told apart by form as well as by colour.
  static func mark(_ condition: Condition?, _ x: Double, _ y: Double) -> Markup {
    let style = "mark \(Self.style(condition))"
    func polygon(_ points: [(Double, Double)]) -> Markup {
      let list = points.map { "\(number(x + $0.0)),\(number(y + $0.1))" }
      return Markup("polygon", ["points": list.joined(separator: " "), "class": style])
    }
    switch condition {
    case .neutral, nil: return circle(x, y, radius: 6, style)
    case .leading: return polygon([(0, -7.5), (7.5, 0), (0, 7.5), (-7.5, 0)])
    case .away: return polygon([(-7, -5.5), (7, -5.5), (0, 7)])
    case .placebo: return polygon([(-5.5, -5.5), (5.5, -5.5), (5.5, 5.5), (-5.5, 5.5)])
    case .baseline: return polygon([(-7, 5.5), (7, 5.5), (0, -7)])
    }
  }

  /// The class that carries a condition's colour.
  static func style(_ condition: Condition?) -> String {
    condition.map { "c-\($0.rawValue)" } ?? "c-plain"
  }

  /// About how wide a text is.
  static func width(of text: String, size: Double = textSize) -> Double {
    Double(text.count) * size * 0.54
  }

  /// A text in lines that fit a width; a word too long for it is broken.
  static func wrap(_ text: String, width: Double) -> [String] {
    let fitting = max(4, Int(width / (textSize * 0.54)))
    var lines: [String] = []
    var line = ""
    for word in ForeignText.line(text).split(separator: " ") {
      var rest = Substring(word)
      if !line.isEmpty, line.count + 1 + rest.count > fitting {
        lines.append(line)
        line = ""
      }
      while rest.count > fitting {
        lines.append(String(rest.prefix(fitting - 1)) + "-")
        rest = rest.dropFirst(fitting - 1)
      }
      line += line.isEmpty ? String(rest) : " " + rest
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
