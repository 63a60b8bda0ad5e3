/// A text with `{slots}`; `{{` is a brace.
enum Template {
  enum Malformed: Error, Equatable {
    /// A brace that is not closed, with the text around it.
    case open(near: String)
    /// A slot whose own text leads back to it.
    case circular(slot: String)
    /// The filled text would be longer than ``longest``.
    case tooLong
  }

  private enum Part {
    case text(String)
    case slot(String)
  }

  /// How long a filled text may be, in characters.
  static let longest = 1 << 20

  /// Whether a word can stand between braces.
  static func isSlotName(_ name: some StringProtocol) -> Bool {
    !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
  }

  /// The slots that a template uses.
  static func slots(of template: String) throws(Malformed) -> Set<String> {
    var names: Set<String> = []
    for case .slot(let name) in try parts(of: template) { names.insert(name) }
    return names
  }

  /// Checks that a template can be filled: no open brace, no circle, no endless text.
  ///
  /// - Parameters:
  ///   - template: The text.
  ///   - templates: What fills its slots and may use slots in turn.
  ///   - lengths: How long the texts are that fill the other slots.
  /// - Throws: ``Malformed``, the first that is met.
  static func check(
    _ template: String, templates: [String: String], lengths: [String: Int]
  ) throws(Malformed) {
    var known: [String: Int] = lengths
    _ = try cost(of: template, templates: templates, known: &known, path: [])
  }

  /// A bound for the work of filling a template, which is also one for its length.
  private static func cost(
    of template: String, templates: [String: String], known: inout [String: Int], path: Set<String>
  ) throws(Malformed) -> Int {
    var sum = 0
    for part in try parts(of: template) {
      switch part {
      case .text(let text): sum += text.count
      case .slot(let name):
        if let inner = templates[name] {
          guard !path.contains(name) else { throw .circular(slot: name) }
          if known[name] == nil {
            known[name] = try cost(
              of: inner, templates: templates, known: &known, path: path.union([name]))
          }
        }
        sum += 1 + known[name, default: 0]
      }
      guard sum <= longest else { throw .tooLong }
    }
    return sum
  }

  /// Fills a template.
  ///
  /// - Parameters:
  ///   - template: The text.
  ///   - templates: What fills its slots and may use slots in turn.
  ///   - texts: What fills the other slots, as it stands.
  /// - Returns: The text as it goes out.
  /// - Precondition: ``check(_:templates:lengths:)`` found no fault: the reader saw to it.
  static func fill(
    _ template: String, templates: [String: String], texts: [String: String]
  ) -> String {
    do throws(Malformed) {
      return try parts(of: template).map { part in
        switch part {
        case .text(let text): text
        case .slot(let name):
          templates[name].map { fill($0, templates: templates, texts: texts) } ?? texts[name] ?? ""
        }
      }.joined()
    } catch {
      preconditionFailure("a malformed template passed the reader: \(error)")
    }
  }

  private static func parts(of template: String) throws(Malformed) -> [Part] {
    var parts: [Part] = []
    var text = ""
    var rest = template[...]
    while let character = rest.first {
      rest = rest.dropFirst()
      if character == "{" {
        if rest.first == "{" {
          text.append("{")
          rest = rest.dropFirst()
          continue
        }
        guard let end = rest.firstIndex(of: "}"), isSlotName(rest[..<end]) else {
          throw .open(near: "{" + String(rest.prefix(20)))
        }
        parts.append(.text(text))
        text = ""
        parts.append(.slot(String(rest[..<end])))
        rest = rest[rest.index(after: end)...]
      } else if character == "}" && rest.first == "}" {
        text.append("}")
        rest = rest.dropFirst()
      } else {
        text.append(character)
      }
    }
    parts.append(.text(text))
    return parts
  }
}
