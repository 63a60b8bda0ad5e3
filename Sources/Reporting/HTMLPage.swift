import Mustache
import TrialDesign

/// A document as one HTML page that is well-formed XML too.
struct HTMLPage {
  let document: Document

  init(_ document: Document) { self.document = document }

  var text: String {
    let chapters = document.sections.map { section in
      ["id": section.id, "title": ForeignText.line(section.title)]
    }
    let values: [String: Any] = [
      "title": ForeignText.line(document.opening.title), "style": PageStyle.css,
      "opening": opening.source, "chapters": chapters,
      "sections": document.sections.map { Self.markup(of: $0).source }.joined(separator: "\n"),
      "closing": document.opening.closing,
    ]
    return PageTemplate.report.render(values)
  }

  /// What the page begins with.
  private var opening: Markup {
    let opening = document.opening
    var pieces: [Markup] = []
    if let simulated = opening.simulated {
      pieces.append(Markup("p", ["class": "banner", "role": "note"], text: simulated))
    }
    pieces.append(Markup("p", ["class": "trial"], text: opening.title))
    var observed = [Markup("span", ["class": "kicker"], text: "The observation")]
    observed.append(Markup(text: " "))
    observed.append(Markup("q", ["dir": "auto"], text: ForeignText.line(opening.observation)))
    if let source = opening.source {
      observed.append(Markup("cite", ["dir": "auto"], text: ForeignText.line(source)))
    }
    if !opening.observation.isEmpty {
      pieces.append(Markup("p", ["class": "observation"], observed))
    }
    pieces.append(
      Markup(
        "h1",
        [
          "class": "verdict"
        ],
        [
          Markup("span", ["class": "kicker"], text: opening.kicker), Markup(text: " "),
          Markup(
            "span", ["class": opening.verdict.count > 14 ? "word long" : "word"],
            text: opening.verdict.sentenceStart),
        ]))
    if !opening.meaning.isEmpty {
      pieces.append(Markup("p", ["class": "meaning"], text: opening.meaning))
    }
    pieces.append(Markup("p", ["class": "sentence", "dir": "auto"], text: opening.sentence))
    if let firstLook = opening.firstLook {
      pieces.append(Markup("p", ["class": "rated"], text: firstLook))
    }
    pieces.append(Markup("p", ["class": "rated"], text: opening.rated))
    if let origin = opening.origin {
      pieces.append(Markup("p", ["class": "rated"], text: origin))
    }
    if !opening.warnings.isEmpty {
      let items = opening.warnings.map { Markup("li", text: $0) }
      pieces.append(
        Markup(
          "div", ["class": "warnings"],
          [
            Markup("h2", text: opening.warnings.count == 1 ? "A warning" : "Warnings"),
            Markup("ul", items),
          ]))
    }
    if !opening.nextStep.isEmpty {
      pieces.append(
        Markup(
          "p", ["class": "next"],
          [
            Markup("strong", text: "The next step"), Markup(text: " "),
            Markup(text: opening.nextStep),
          ]))
    }
    return Markup(lines: pieces)
  }

  static func markup(of section: Section) -> Markup {
    Markup(
      "section", ["id": section.id],
      [
        Markup(
          lines: [Markup("h2", text: section.title)] + section.blocks.map(markup(of:)))
      ])
  }

  static func markup(of block: Block) -> Markup {
    switch block {
    case .heading(let phrase): Markup("h3", ["dir": "auto"], markup(of: phrase))
    case .paragraph(let phrase): Markup("p", markup(of: phrase))
    case .note(let phrase): Markup("p", ["class": "note"], markup(of: phrase))
    case .list(let items): Markup("ul", items.map { Markup("li", markup(of: $0)) })
    case .definitions(let definitions):
      Markup(
        "dl",
        definitions.flatMap {
          [Markup("dt", markup(of: $0.term)), Markup("dd", markup(of: $0.text))]
        })
    case .table(let table): markup(of: table)
    case .quotation(let text): quotation(text)
    case .figure(let figure): markup(of: figure)
    case .folded(let summary, let blocks):
      Markup(
        "details",
        [Markup("summary", text: summary)] + [Markup(lines: blocks.map(markup(of:)))])
    }
  }

  /// Foreign text as it came; a long one is folded behind its first words.
  private static func quotation(_ text: String) -> Markup {
    let quote = Markup("blockquote", ["dir": "auto"], text: ForeignText.block(text))
    guard text.count > 900 else { return quote }
    let summary = Markup(
      "summary", ["dir": "auto"], text: ForeignText.start(text, of: 160))
    return Markup("details", ["class": "long"], [summary, quote])
  }

  private static func markup(of phrase: Phrase) -> [Markup] {
    phrase.parts.map { part in
      switch part {
      case .text(let text): Markup(text: ForeignText.line(text))
      case .strong(let text): Markup("strong", text: ForeignText.line(text))
      case .code(let text): Markup("code", text: ForeignText.line(text))
      case .aside(let text):
        Markup("span", ["class": "aside"], text: " " + ForeignText.line(text))
      case .condition(let condition):
        Markup(
          "span", ["class": "condition"],
          [
            Markup(
              "svg", ["class": "swatch", "viewBox": "0 0 16 16", "aria-hidden": "true"],
              [SVG.mark(condition, 8, 8)]), Markup(text: condition.rawValue),
          ])
      }
    }
  }

  private static func markup(of table: Table) -> Markup {
    func cells(_ row: [Phrase], _ name: String) -> [Markup] {
      row.enumerated().map { column, phrase in
        let isNumber = table.numeric.contains(column) && (name == "th" || phrase.beginsWithFigure)
        let isHead = name == "th"
        let element = isHead || column == 0 ? "th" : "td"
        return Markup(
          element,
          isHead
            ? ["scope": "col", "class": isNumber ? "number" : "word"]
            : column == 0
              ? ["scope": "row", "class": isNumber ? "number" : "word"]
              : ["class": isNumber ? "number" : "word"],
          markup(of: phrase))
      }
    }
    let head = Markup("thead", [Markup("tr", cells(table.header, "th"))])
    let body = Markup("tbody", table.rows.map { Markup("tr", cells($0, "td")) })
    let label = ForeignText.line(table.caption)
    let region = Markup(
      "div", ["class": "scroll", "role": "region", "tabindex": "0", "aria-label": label],
      [Markup("table", [head, body])])
    return Markup(lines: [Markup("p", ["class": "caption"], text: label), region])
  }

  private static func markup(of figure: Figure) -> Markup {
    let tables = figure.tables.map(markup(of:))
    return Markup(
      "figure", ["id": figure.id],
      [
        Markup(
          lines: [
            Markup(
              "figcaption",
              [Markup("h3", text: figure.title), Markup("p", text: figure.readingAid)]),
            figure.svg(.wide), figure.svg(.narrow),
            Markup(
              "details",
              [Markup("summary", text: "The numbers of this figure"), Markup(lines: tables)]),
          ])
      ])
  }
}

extension Markup {
  /// An element without attributes.
  init(_ name: String, _ children: [Markup]) { self.init(name, [:], children) }
}

extension String {
  /// The text with its first letter as a capital.
  var sentenceStart: String { prefix(1).uppercased() + dropFirst() }
}

extension Phrase {
  /// Whether it is a number, which stands to the right and on one line; a reason is not.
  fileprivate var beginsWithFigure: Bool {
    guard case .text(let text)? = parts.first, let first = text.first else { return false }
    return first.isNumber || first == "−" || first == "+" || first == "—"
  }
}
