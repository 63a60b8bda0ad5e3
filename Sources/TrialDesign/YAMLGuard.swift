import Faults
import Yams

/// Parses YAML and refuses what a trial file must not hold: aliases, anchors, tags, deep nesting.
///
/// Aliases of aliases make a parser work without end, so they have to be found without one: the
/// text is parsed first with every `*` replaced by a character that means nothing. That leaves the
/// place and the kind of every other node as it is, and a node at whose place a `*` stood is an
/// alias.
struct YAMLGuard {
  static let largestFile = 4 << 20
  static let deepest = 40
  private static let mostFaults = 20

  private let file: String
  private let lines: [ArraySlice<Unicode.Scalar>]
  private var faults: [Fault] = []
  private var seen: Set<String> = []
  private var isTooDeep = false

  /// Parses a text into nodes.
  ///
  /// - Parameters:
  ///   - text: The file's text; a byte order mark at its beginning does not count.
  ///   - file: What the file is called in faults.
  /// - Returns: The root of the file's only document.
  /// - Throws: ``Faults`` of kind `badInput`: the parser's own fault alone, or what the text must
  ///   not hold.
  static func root(of text: String, file: String) throws(Faults) -> Node {
    guard text.utf8.count <= largestFile else {
      throw Faults([
        Fault(
          .badInput, at: file, "the file has \(text.utf8.count) bytes",
          remedy: "keep it under \(largestFile >> 20) MiB: put long texts into files of their own")
      ])
    }
    let text = withoutMark(text)
    guard text.unicodeScalars.contains("*") else {
      let root = try compose(text, file: file)
      try check(root, text: text, file: file)
      return root
    }
    let used = Set(text.unicodeScalars.filter { privateUse.contains($0.value) })
    guard
      let stand = privateUse.lazy.compactMap(Unicode.Scalar.init).first(where: {
        !used.contains($0)
      })
    else {
      throw Faults([
        Fault(
          .badInput, at: file, "the file is full of characters that mean nothing",
          remedy: "write it anew, as plain text in UTF-8")
      ])
    }
    var neutral = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { neutral.append(scalar == "*" ? stand : scalar) }
    do throws(Faults) {
      try check(try compose(String(neutral), file: file), text: text, file: file)
    } catch {
      throw Faults(
        error.all.map { fault in
          Fault(
            fault.kind, at: fault.place,
            String(fault.problem.map { $0 == Character(stand) ? "*" : $0 }), remedy: fault.remedy)
        })
    }
    return try compose(text, file: file)
  }

  private static let privateUse: ClosedRange<UInt32> = 0xE000...0xF8FF

  /// A text without the byte order mark that some editors put before it.
  static func withoutMark(_ text: String) -> String {
    text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// The lines of a text as YAML counts them.
  static func lines(of text: String) -> [ArraySlice<Unicode.Scalar>] {
    var lines: [ArraySlice<Unicode.Scalar>] = []
    let scalars = Array(text.unicodeScalars)
    var start = 0
    for (index, scalar) in scalars.enumerated() where index >= start {
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        lines.append(scalars[start..<index])
        let isPair = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
        start = index + (isPair ? 2 : 1)
      default: break
      }
    }
    lines.append(scalars[start...])
    return lines
  }

  // MARK: Looking over the nodes

  private static func check(_ root: Node, text: String, file: String) throws(Faults) {
    var guardian = YAMLGuard(file: file, lines: lines(of: text))
    guardian.visit(root, depth: 0)
    guard guardian.faults.isEmpty else { throw Faults(guardian.faults) }
  }

  private init(file: String, lines: [ArraySlice<Unicode.Scalar>]) {
    self.file = file
    self.lines = lines
  }

  private mutating func visit(_ node: Node, depth: Int) {
    guard faults.count < Self.mostFaults else { return }
    guard depth <= Self.deepest else {
      guard !isTooDeep else { return }
      isTooDeep = true
      refuse(
        node, "the file is nested too deeply", remedy: "use at most \(Self.deepest) levels")
      return
    }
    lookAtSign(of: node)
    switch node {
    case .scalar, .alias: break
    case .sequence(let sequence):
      for element in sequence { visit(element, depth: depth + 1) }
    case .mapping(let mapping):
      var keys: Set<String> = []
      for (key, value) in mapping {
        visit(key, depth: depth + 1)
        if let name = key.scalar?.string, !keys.insert(name).inserted {
          refuse(key, Self.twice(name), remedy: Self.keepOne)
        }
        visit(value, depth: depth + 1)
      }
    }
  }

  private mutating func lookAtSign(of node: Node) {
    guard let mark = node.mark, lines.indices.contains(mark.line - 1) else { return }
    let what: String
    switch lines[mark.line - 1].dropFirst(mark.column - 1).first {
    case "&": what = "an anchor ('&')"
    case "*": what = "an alias ('*')"
    case "!": what = "a tag ('!')"
    default:
      guard node.anchor != nil else { return }
      what = "an anchor ('&')"
    }
    refuse(
      node, "\(what) stands here",
      remedy: "write the text out, or put it in quotes if it begins with this sign")
  }

  /// A collection begins where its first element does: what stands there is said once.
  private mutating func refuse(_ node: Node, _ problem: String, remedy: String) {
    let place = Self.place(node.mark, file: file)
    guard seen.insert("\(place) \(problem)").inserted else { return }
    faults.append(Fault(.badInput, at: place, problem, remedy: remedy))
  }

  // MARK: Parsing

  private static func twice(_ key: String) -> String { "the key '\(key)' stands twice" }
  private static let keepOne = "keep one of them"

  private static func place(_ mark: Mark?, file: String) -> String {
    mark.map { "\(file):\($0.line):\($0.column)" } ?? file
  }

  /// Parses YAML into nodes, and states the parser's own error as a fault.
  private static func compose(_ text: String, file: String) throws(Faults) -> Node {
    func fault(_ mark: Mark?, _ problem: String, _ remedy: String) -> Faults {
      Faults([Fault(.badInput, at: place(mark, file: file), problem, remedy: remedy)])
    }
    let advice = "mend this line; put texts with ':', '#', '{' or '?' in quotes"
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        throw fault(mark, problem, advice)
      case .duplicatedKeysInMapping(let keys, let context):
        throw fault(context.mark, twice(keys.joined(separator: "', '")), keepOne)
      case .reader(let problem, _, let value, _):
        throw Faults([
          Fault(
            .badInput, at: file + characterPlace(value, in: text), problem,
            remedy: "remove this character; save the file as plain text in UTF-8")
        ])
      default: throw fault(nil, "the file is no YAML: \(error)", advice)
      }
    } catch {
      throw fault(nil, "the file is no YAML: \(error)", "write it anew")
    }
    guard let root else {
      throw fault(nil, "the file is empty", "describe a trial: 'unled new NAME' writes one")
    }
    return root
  }

  /// Where a character first stands.
  private static func characterPlace(_ value: Int32, in text: String) -> String {
    for (number, line) in lines(of: text).enumerated() {
      for (column, scalar) in line.enumerated() where scalar.value == UInt32(bitPattern: value) {
        return ":\(number + 1):\(column + 1)"
      }
    }
    return ""
  }
}
