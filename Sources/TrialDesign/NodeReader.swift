import Faults
import Questions
import Yams

/// Reads YAML nodes into the types that the schema expects, and gathers every fault it meets.
///
/// A scalar is the characters that stand in the file: `no`, `007` and `1.0` are texts until the
/// schema asks for something else.
final class NodeReader {
  let file: String
  private(set) var faults: [(line: Int, column: Int, fault: Fault)] = []
  private var found: [(line: Int, column: Int, fault: Fault)] = []
  private let lines: [ArraySlice<Unicode.Scalar>]

  init(file: String, text: String) {
    self.file = file
    lines = YAMLGuard.lines(of: YAMLGuard.withoutMark(text))
  }

  /// All faults in the order of the file.
  var sortedFaults: [Fault] { Self.sorted(faults) }

  /// Findings that are no faults, in the order of the file.
  var warnings: [Fault] { Self.sorted(found) }

  private static func sorted(
    _ faults: [(line: Int, column: Int, fault: Fault)]
  ) -> [Fault] {
    faults.sorted {
      ($0.line, $0.column, $0.fault.problem) < ($1.line, $1.column, $1.fault.problem)
    }.map(\.fault)
  }

  /// Nobody mends more at a time.
  private static let mostFaults = 1000

  /// Where a node stands: `trial.yaml:12:3`.
  func place(of node: Node?) -> String {
    "\(file):\(node?.mark?.line ?? 1):\(node?.mark?.column ?? 1)"
  }

  /// States a fault.
  ///
  /// - Parameters:
  ///   - node: Where it is in the trial file; decides its order among the others.
  ///   - place: Where it is in a file that the node names; `nil` for the node itself.
  ///   - problem: What is wrong.
  ///   - remedy: What to do.
  func fail(_ node: Node?, at place: String? = nil, _ problem: String, remedy: String) {
    guard faults.count < Self.mostFaults else { return }
    faults.append(
      (
        node?.mark?.line ?? 1, node?.mark?.column ?? 1,
        Fault(.badInput, at: place ?? self.place(of: node), problem, remedy: remedy)
      ))
  }

  /// States a fault that several ways lead to.
  func failOnce(_ node: Node, _ problem: String, remedy: String) {
    let isKnown = faults.contains {
      $0.fault.problem == problem && $0.line == node.mark?.line && $0.column == node.mark?.column
    }
    if !isKnown { fail(node, problem, remedy: remedy) }
  }

  func warn(_ node: Node, _ problem: String, remedy: String) {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    found.append(
      (line, column, Fault(.finding, at: "\(file):\(line):\(column)", problem, remedy: remedy)))
  }

  // MARK: Mappings

  /// The members of a mapping; unknown and tagged keys are faults, as are missing ones.
  func members(
    of node: Node, what: String, required: [String] = [], optional: [String] = [],
    later: [String] = []
  ) -> [String: Node]? {
    guard let mapping = node.mapping else {
      fail(
        node, "\(what) is \(kind(of: node)), not a list of keys",
        remedy: "write 'key: value' lines: \((required + optional).joined(separator: ", "))")
      return nil
    }
    var result: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        fail(key, "\(what) has a key that is no text", remedy: "use a plain word as key")
        continue
      }
      if required.contains(name) || optional.contains(name) {
        result[name] = value
      } else if later.contains(name) {
        fail(
          key, "'\(name)' is not supported by this release", remedy: "leave it out for now")
      } else {
        let known = required + optional
        fail(
          key, "\(what) has no key '\(short(name))'",
          remedy: Nearest.name(to: name, in: known).map { "write '\($0)'" }
            ?? "use one of: \(known.joined(separator: ", "))")
      }
    }
    for name in required where result[name] == nil {
      fail(node, "\(what) lacks '\(name)'", remedy: "add '\(name):'")
    }
    return result
  }

  /// The elements of a list, of which there may be so many.
  func elements(of node: Node, what: String, atMost most: Int = 10_000) -> [Node]? {
    guard let sequence = node.sequence else {
      fail(
        node, "\(what) is \(kind(of: node)), not a list", remedy: "write '- ' before each element")
      return nil
    }
    guard sequence.count <= most else {
      fail(node, "\(what) has \(sequence.count) elements", remedy: "keep to \(most)")
      return nil
    }
    return Array(sequence)
  }

  // MARK: Scalars

  /// A text that is not empty.
  func text(_ node: Node, what: String, mayBeEmpty: Bool = false, isProse: Bool = false) -> String?
  {
    if let mapping = node.mapping, mapping.count == 1, let only = mapping.first,
      only.value.scalar?.string.isEmpty == true
    {
      fail(
        node, "\(what) is no text but a mapping",
        remedy: "put the text in quotes: it begins with '{'")
      return nil
    }
    guard let scalar = node.scalar else {
      fail(node, "\(what) is \(kind(of: node)), not a text", remedy: "write one text, in quotes")
      return nil
    }
    let text = scalar.string
    guard mayBeEmpty || !text.trimmingWhitespace().isEmpty else {
      fail(node, "\(what) is empty", remedy: "write it, or leave the key out")
      return nil
    }
    if let odd = Self.control(in: text) {
      fail(
        node, "\(what) has the control character \(odd)",
        remedy: "remove it: no model and no reader can do anything with it")
      return nil
    }
    if isProse, scalar.style == .plain { warnOfLostTail(node, text) }
    return text
  }

  private func warnOfLostTail(_ node: Node, _ text: String) {
    guard let mark = node.mark, lines.indices.contains(mark.line - 1), !text.contains("\n") else {
      return
    }
    let rest = lines[mark.line - 1].dropFirst(mark.column - 1)
    guard rest.starts(with: text.unicodeScalars) else { return }
    let tail = rest.dropFirst(text.unicodeScalars.count)
    // Whoever leaves more than one space means a comment.
    guard tail.starts(with: " #".unicodeScalars) else { return }
    let lost = short(String(String.UnicodeScalarView(tail)).trimmingWhitespace())
    warn(
      node, "the text ends before '\(lost)', which counts as a comment",
      remedy: "put the text in quotes if the rest belongs to it")
  }

  /// The first control character of a text, as `U+0007`; line ends and tabs are none.
  static func control(in text: String) -> String? {
    let odd = text.unicodeScalars.first {
      $0.properties.generalCategory == .control && !["\n", "\r", "\t"].contains($0)
    }
    return odd.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }

  /// A number as JSON writes it, so that every reader of YAML takes it for the same: no `010`,
  /// which is eight to some.
  private func digits(_ node: Node) -> String? {
    guard let scalar = node.scalar, scalar.style == .plain,
      scalar.string.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil
    else { return nil }
    return scalar.string
  }

  /// A number within bounds.
  func number(_ node: Node, what: String, in range: ClosedRange<Double>) -> Double? {
    guard let number = digits(node).flatMap(Double.init), number.isFinite, range.contains(number)
    else {
      fail(
        node, "\(what) is \(quoted(node))",
        remedy: "write a number from \(trim(range.lowerBound)) to \(trim(range.upperBound))")
      return nil
    }
    return number
  }

  /// A whole number within bounds.
  func integer(_ node: Node, what: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = digits(node).flatMap({ Int($0) }), range.contains(number) else {
      fail(
        node, "\(what) is \(quoted(node))",
        remedy: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// `true` or `false`, and no other word for them.
  func flag(_ node: Node, what: String) -> Bool? {
    switch (node.scalar?.style, node.scalar?.string) {
    case (.plain, "true"): return true
    case (.plain, "false"): return false
    default:
      fail(node, "\(what) is \(quoted(node))", remedy: "write true or false")
      return nil
    }
  }

  /// One of a closed set of words.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ node: Node, what: String, as type: Value.Type
  ) -> Value? where Value.RawValue == String {
    if let text = node.scalar?.string, let value = Value(rawValue: text) { return value }
    fail(
      node, "\(what) is \(quoted(node))",
      remedy: "write \(Value.allCases.map { "'\($0.rawValue)'" }.joined(separator: " or "))")
    return nil
  }

  /// A name: letters, digits, `-`, `_` and `.`, at most 64 of them.
  func name(_ node: Node, what: String) -> String? {
    guard let text = text(node, what: what) else { return nil }
    guard Self.isName(text) else {
      fail(node, "\(what) is '\(short(text))'", remedy: Self.nameRule)
      return nil
    }
    return text
  }

  static let nameRule =
    "use up to 64 letters, digits, '-', '_' or '.', beginning with a letter or digit"

  /// Whether a text can be a name.
  static func isName(_ text: String) -> Bool {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
        || "-_.".unicodeScalars
          .contains($0)
    }
    return isPlain && !text.isEmpty && text.count <= 64 && text.first != "." && text.first != "-"
  }

  /// A list of texts.
  func texts(_ node: Node, what: String, isProse: Bool = false) -> [String]? {
    guard let elements = elements(of: node, what: what) else { return nil }
    let texts = elements.compactMap { text($0, what: "an element of \(what)", isProse: isProse) }
    return texts.count == elements.count ? texts : nil
  }

  /// A node as a fault shows it: its text as it stands, or what kind of node it is.
  func quoted(_ node: Node) -> String {
    guard let scalar = node.scalar else { return kind(of: node) }
    guard !scalar.string.isEmpty else { return "empty" }
    return scalar.style == .doubleQuoted || scalar.style == .singleQuoted
      ? "the text \"\(short(scalar.string))\" in quotes" : "'\(short(scalar.string))'"
  }

  /// A text cut to what a line can show.
  func short(_ text: String) -> String { text.count <= 60 ? text : text.prefix(57) + "..." }

  private func kind(of node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "empty" : "the text '\(short(scalar.string))'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  private func trim(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
  }
}
