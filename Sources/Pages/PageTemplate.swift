import Mustache

/// A Mustache template of a page or a part of one; what is put in is escaped.
package struct PageTemplate: Sendable {
  private let template: MustacheTemplate

  /// Reads a template.
  ///
  /// - Parameter text: Mustache; `{{{three braces}}}` take a part that is HTML already.
  /// - Throws: Mustache's own error where the text is no template.
  package init(_ text: String) throws {
    MustacheContentTypes.register(ScalarEscaping(), named: ScalarEscaping.name)
    template = try MustacheTemplate(string: "{{% CONTENT_TYPE:\(ScalarEscaping.name)}}" + text)
  }

  /// Fills the template.
  ///
  /// - Parameter values: Texts, flags, lists and further dictionaries, by name.
  /// - Returns: The text with everything put in.
  package func render(_ values: [String: any Sendable]) -> String {
    template.render(values)
  }
}

/// Escapes by scalars, as ``HTMLText`` does.
private struct ScalarEscaping: MustacheContentType {
  static let name = "UNLED_HTML"
  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
