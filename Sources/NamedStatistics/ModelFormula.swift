import Faults

/// A model as R's users write one: `rating ~ condition + (1 | rater) + (1 + condition | scenario)`.
struct ModelFormula: Hashable {
  /// A random part: what stands in parentheses.
  struct Random: Hashable {
    let hasIntercept: Bool
    let slopes: [String]
    let group: String
  }

  let response: String
  let hasIntercept: Bool
  /// Fixed terms; each the columns that are multiplied.
  let fixed: [[String]]
  let random: [Random]

  /// Reads a formula.
  ///
  /// - Throws: `Fault` of kind `badInput` at `formula`.
  init(_ text: String) throws(Fault) {
    let sides = text.split(separator: "~", omittingEmptySubsequences: false)
    guard sides.count == 2, let response = Self.name(sides[0]) else {
      throw Self.fault("'\(text)' has no response", "write 'response ~ column + (1 | group)'")
    }
    var fixed: [[String]] = []
    var random: [Random] = []
    var hasIntercept = true
    for term in try Self.terms(sides[1]) {
      let body = Self.trimmed(term)
      if body == "0" || body == "-1" {
        hasIntercept = false
      } else if body == "1" {
        continue
      } else if body.hasPrefix("("), body.hasSuffix(")") {
        random += try Self.random(body.dropFirst().dropLast())
      } else {
        for product in try Self.products(body) where !fixed.contains(product) {
          fixed.append(product)
        }
      }
    }
    self.response = response
    self.hasIntercept = hasIntercept
    self.fixed = fixed
    self.random = random
  }

  /// `a:b` is one product, `a*b` stands for `a + b + a:b`.
  private static func products(_ body: Substring) throws(Fault) -> [[String]] {
    if body.contains("*") {
      let factors = try names(body, separator: "*")
      var all: [[String]] = []
      for subset in 1..<(1 << factors.count) {
        all.append(factors.indices.filter { subset >> $0 & 1 == 1 }.map { factors[$0] })
      }
      return all.sorted { $0.count < $1.count }
    }
    return [try names(body, separator: ":")]
  }

  /// `1 + x | g`, or `x || g` for an intercept and slopes that are not correlated.
  private static func random(_ body: Substring) throws(Fault) -> [Random] {
    guard let bar = body.firstIndex(of: "|") else {
      throw fault("'(\(body))' names no group", "write '(1 | group)'")
    }
    var right = body[body.index(after: bar)...]
    let isUncorrelated = right.first == "|"
    if isUncorrelated { right = right.dropFirst() }
    guard let group = name(right) else {
      throw fault(
        "'\(trimmed(right))' is no group", "name one column; write nested groups as columns")
    }
    var hasIntercept = true
    var slopes: [String] = []
    for term in try terms(body[..<bar]) {
      let part = trimmed(term)
      if part == "0" || part == "-1" {
        hasIntercept = false
      } else if part != "1" {
        guard let slope = name(part) else {
          throw fault("'\(part)' is no column", "name one column for a slope")
        }
        slopes.append(slope)
      }
    }
    guard hasIntercept || !slopes.isEmpty else {
      throw fault("'(\(body))' is empty", "write '(1 | \(group))'")
    }
    guard isUncorrelated else {
      return [Random(hasIntercept: hasIntercept, slopes: slopes, group: group)]
    }
    return (hasIntercept ? [Random(hasIntercept: true, slopes: [], group: group)] : [])
      + slopes.map { Random(hasIntercept: false, slopes: [$0], group: group) }
  }

  /// The terms between plus signs outside parentheses; `- 1` is the term `-1`.
  private static func terms(_ side: Substring) throws(Fault) -> [Substring] {
    var terms: [Substring] = []
    var depth = 0
    var start = side.startIndex
    for index in side.indices {
      switch side[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "+" where depth == 0:
        terms.append(side[start..<index])
        start = side.index(after: index)
      case "-" where depth == 0 && !trimmed(side[start..<index]).isEmpty:
        terms.append(side[start..<index])
        start = index
      default: break
      }
      if depth < 0 { break }
    }
    terms.append(side[start...])
    guard depth == 0 else {
      throw fault("parentheses are not closed", "close each one that is opened")
    }
    let cleaned = terms.map { $0.contains("-") ? Substring($0.filter { $0 != " " }) : $0 }
    guard cleaned.allSatisfy({ !trimmed($0).isEmpty }) else {
      throw fault("a term is empty", "write one term between plus signs")
    }
    return cleaned
  }

  private static func names(_ text: Substring, separator: Character) throws(Fault) -> [String] {
    var names: [String] = []
    for part in text.split(separator: separator, omittingEmptySubsequences: false) {
      guard let name = name(part) else {
        throw fault(
          "'\(trimmed(part))' is no column",
          "name columns; transform them before, and code groups as numbers 0 and 1")
      }
      names.append(name)
    }
    return names
  }

  private static func name(_ text: Substring) -> String? {
    let body = trimmed(text)
    let isName = body.allSatisfy { $0.isLetter || $0.isNumber || "._ ".contains($0) }
    guard let first = body.first, first.isLetter || first == ".", isName, !body.contains(" ") else {
      return nil
    }
    return String(body)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func fault(_ problem: String, _ remedy: String) -> Fault {
    StatisticInput.fault(at: ["formula"], problem, remedy)
  }
}
