package import Analysis
import Questions
import Reproducible
import TrialDesign

/// A verdict for a terminal: at most 30 lines of at most 80 columns, without colour codes.
package struct TextSummary: Hashable, Sendable {
  /// What a line is, so that whoever prints it can colour it.
  package enum Role: Hashable, Sendable {
    case verdict
    case simulated
    case plain
    case number
    case warning
    case next
  }

  /// One line of the summary.
  package struct Line: Hashable, Sendable {
    package let role: Role
    package let text: String
  }

  package let lines: [Line]

  /// The lines as one text; ends with a line break.
  package var text: String { lines.map { $0.text + "\n" }.joined() }

  /// Sums a result up.
  package init(of result: TrialResult) {
    var head = [Line(role: .verdict, text: Self.head(result))]
    if let simulated = Report.simulated(result) { head += Self.wrap(simulated, .simulated) }
    head += Self.wrap(result.sentence, .plain, atMost: 6)
    if let firstLook = Report.firstLook(result) {
      head += Self.wrap(firstLook, .plain, atMost: 3)
    }
    head += Self.wrap(Report.rated(result, areBlind: false), .plain, atMost: 2)
    let gap = Line(role: .plain, text: "")
    let numbers = Self.numbers(result)
    let next = Self.wrap("Next: \(result.nextStep)", .next, indent: "      ", atMost: 3)
    let room = Self.longest - head.count - numbers.count - next.count - 3
    let warnings = Self.warnings(result, room: room)
    let parts = [head, numbers, warnings, result.nextStep.isEmpty ? [] : next]
    lines = Array(parts.filter { !$0.isEmpty }.joined(separator: [gap]))
  }

  private static let longest = 30
  private static let width = 80

  private static func head(_ result: TrialResult) -> String {
    let verdict = result.verdict.rawValue.uppercased()
    let name = ForeignText.start(result.trial, of: width - verdict.count - 4)
    return name.isEmpty ? verdict : "\(name): \(verdict)"
  }

  private static func numbers(_ result: TrialResult) -> [Line] {
    let decimals = Words.decimals(of: result.primary.question.form)
    let base = result.plan.reference == nil ? "baseline" : "reference"
    let effects = EffectTable.main(result.primary, base: base).map { named -> String in
      let value = EffectTable.value(named.effect, decimals: decimals)
      let stands = named.effect.value == nil ? "" : named.effect.standing.map(\.rawValue) ?? ""
      return row(named.name, stands.isEmpty ? value : pad(value, 24) + stands)
    }
    let agreement = result.agreementGate
    let alpha =
      "α \(Figures.value(agreement.agreement.alpha)), floor "
      + Numerals.fixed(agreement.floor, decimals: 3)
    let echoes = Numerals.count(result.blindingGate.echoingOutputs, "echoing output")
    let gates = [
      row("agreement", Words.gate(agreement)),
      pad("", max(1, min(column, width - alpha.count))) + alpha,
      row("blinding", pad(echoes, 24) + (result.blindingGate.passed ? "passed" : "not passed")),
    ]
    return (effects + gates).map {
      Line(role: .number, text: ForeignText.start($0, of: width))
    }
  }

  /// Where values stand.
  private static let column = 46

  /// A name with what it means, as far as the line has room, and its value.
  private static func row(_ name: String, _ value: String) -> String {
    let full = glosses[name].map { "\(name) (\($0))" } ?? name
    if column + value.count <= width { return pad(full, column) + value }
    return full.count + 1 + value.count <= width ? "\(full) \(value)" : pad(name, 15) + value
  }

  private static let glosses = [
    "presence": "what is there when nobody leads", "lead": "what a leading prompt adds",
    "steerability": "how far wording alone moves it",
    "placebo shift": "what any added text does", "agreement": "do raters see the same?",
    "blinding": "did echoed words move ratings?",
  ]

  private static func warnings(_ result: TrialResult, room: Int) -> [Line] {
    var lines: [Line] = []
    let all = Report.warnings(result)
    for (index, warning) in all.enumerated() {
      let wrapped = wrap("! \(warning.text)", .warning, indent: "  ", atMost: 3)
      let isLast = index == all.count - 1
      guard lines.count + wrapped.count + (isLast ? 0 : 1) <= room else {
        let left = Numerals.count(all.count - index, "warning")
        if room > lines.count {
          lines.append(Line(role: .warning, text: "! \(left) more in the report"))
        }
        return lines
      }
      lines += wrapped
    }
    return lines
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// Breaks a text into lines at spaces; what does not fit ends in an ellipsis.
  static func wrap(
    _ text: String, _ role: Role, indent: String = "", atMost most: Int = .max
  ) -> [Line] {
    var lines: [String] = []
    var line = ""
    for word in ForeignText.line(text).split(separator: " ") {
      var rest = Substring(word)
      if !line.isEmpty, line.count + 1 + rest.count > width {
        lines.append(line)
        line = indent
      }
      while rest.count > width - indent.count {
        lines.append(String(rest.prefix(width - indent.count)))
        rest = rest.dropFirst(width - indent.count)
      }
      line += line.isEmpty || line == indent ? String(rest) : " " + rest
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > most {
      lines = Array(lines.prefix(most))
      lines[most - 1] = String(lines[most - 1].prefix(width - 2)) + " …"
    }
    return lines.map { Line(role: role, text: $0) }
  }
}
