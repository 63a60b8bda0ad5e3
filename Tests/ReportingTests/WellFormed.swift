import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What an XML parser finds in a page.
final class WellFormed: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var attributes: [(element: String, name: String, value: String)] = []
  private(set) var text = ""
  private(set) var fault: String?

  /// Reads a page; a fault says in which line.
  init(_ page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    if !parser.parse() {
      fault =
        "line \(parser.lineNumber): "
        + (parser.parserError.map { "\($0)" } ?? "no well-formed document")
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String]
  ) {
    elements.append(elementName)
    for (name, value) in attributeDict { attributes.append((elementName, name, value)) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
