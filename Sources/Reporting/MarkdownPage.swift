import TrialDesign

/// A document as Markdown; figures are there by their numbers.
struct MarkdownPage {
  let document: Document

  init(_ document: Document) { self.document = document }

  var text: String {
    let pieces =
      opening
      + document.sections.flatMap { section in
        ["## " + MarkdownText.escape(section.title)] + section.blocks.map(Self.markdown(of:))
      } + ["*\(MarkdownText.escape(document.opening.closing))*"]
    return pieces.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private var opening: [String] {
    let opening = document.opening
    var pieces = ["# \(MarkdownText.escape(opening.title)): \(opening.verdict)"]
    if let simulated = opening.simulated {
      pieces.append("**\(MarkdownText.escape(simulated))**")
    }
    if !opening.observation.isEmpty {
      let source = opening.source.map { " (" + MarkdownText.escape($0) + ")" } ?? ""
      pieces.append("The observation: “\(MarkdownText.escape(opening.observation))”\(source)")
    }
    pieces.append("**\(opening.verdict.sentenceStart).** " + MarkdownText.escape(opening.meaning))
    pieces.append(MarkdownText.escape(opening.sentence))
    if let firstLook = opening.firstLook { pieces.append(MarkdownText.escape(firstLook)) }
    pieces.append(MarkdownText.escape(opening.rated))
    if let origin = opening.origin { pieces.append(MarkdownText.escape(origin)) }
    if !opening.warnings.isEmpty {
      pieces.append("**\(opening.warnings.count == 1 ? "A warning" : "Warnings")**")
      pieces.append(Self.list(opening.warnings.map { Phrase($0) }))
    }
    if !opening.nextStep.isEmpty {
      pieces.append("**The next step.** " + MarkdownText.escape(opening.nextStep))
    }
    return pieces
  }

  static func markdown(of block: Block) -> String {
    switch block {
    case .heading(let phrase): "### " + markdown(of: phrase)
    case .paragraph(let phrase), .note(let phrase): markdown(of: phrase)
    case .list(let items): list(items)
    case .definitions(let definitions):
      definitions.map { definition in
        let term = definition.term.parts.map { part in
          guard case .text(let text) = part else { return markdown(of: part) }
          return "**\(MarkdownText.escape(text))**"
        }
        return "- \(term.joined()): \(markdown(of: definition.text))"
      }.joined(separator: "\n")
    case .table(let table): markdown(of: table)
    case .quotation(let text): MarkdownText.fenced(text)
    case .figure(let figure):
      (["### " + MarkdownText.escape(figure.title)]
        + [figure.finding.map(MarkdownText.escape)].compactMap { $0 }
        + figure.tables.map(markdown(of:))).joined(separator: "\n\n")
    case .folded(let summary, let blocks):
      (["**\(MarkdownText.escape(summary))**"] + blocks.map(markdown(of:)))
        .joined(separator: "\n\n")
    }
  }

  private static func markdown(of phrase: Phrase) -> String {
    phrase.parts.map(markdown(of:)).joined()
  }

  private static func markdown(of part: Phrase.Part) -> String {
    switch part {
    case .text(let text): MarkdownText.escape(text)
    case .strong(let text):
      // White space inside the marks would show the marks.
      text.hasSuffix(" ")
        ? "**\(MarkdownText.escape(String(text.dropLast())))** "
        : "**\(MarkdownText.escape(text))**"
    case .code(let text): MarkdownText.code(text)
    case .aside(let text): " " + MarkdownText.escape(text)
    case .condition(let condition): condition.rawValue
    }
  }

  private static func list(_ items: [Phrase]) -> String {
    items.map { "- " + markdown(of: $0) }.joined(separator: "\n")
  }

  private static func markdown(of table: Table) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = table.header.indices.map { table.numeric.contains($0) ? "---:" : "---" }
    return
      ([MarkdownText.escape(table.caption), ""]
      + [line(table.header.map(markdown(of:))), line(rule)]
      + table.rows.map { line($0.map(markdown(of:))) }).joined(separator: "\n")
  }
}
