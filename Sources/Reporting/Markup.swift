/// A piece of HTML or SVG that an XML parser reads too; what goes in as text stays text.
struct Markup: Hashable, Sendable {
  let source: String

  /// Text, with the characters that mean something in markup written as references.
  init(text: String) {
    source = Self.escape(ForeignText.block(text))
  }

  /// An element with its children.
  ///
  /// - Parameters:
  ///   - name: The element's name: ours, never foreign.
  ///   - attributes: Names, which are ours, and values, which may be foreign.
  ///   - children: What the element holds; an element without children closes itself.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup]) {
    let opening = attributes.reduce("<" + name) { opening, attribute in
      opening + " \(attribute.key)=\"\(Self.escape(ForeignText.line(attribute.value)))\""
    }
    source =
      children.isEmpty
      ? Self.isVoid(name) ? opening + " />" : opening + "></\(name)>"
      : opening + ">" + children.map(\.source).joined() + "</\(name)>"
  }

  /// An element that holds text.
  init(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = "") {
    self.init(name, attributes, text.isEmpty ? [] : [Markup(text: text)])
  }

  /// Pieces one after the other, each on a line of its own.
  init(lines: [Markup]) {
    source = lines.map(\.source).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func isVoid(_ name: String) -> Bool {
    [
      "br", "circle", "hr", "line", "meta", "path", "polygon", "polyline", "rect",
    ].contains(name)
  }

  private static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
