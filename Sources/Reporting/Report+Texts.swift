import Analysis
import Questions
import Reproducible
import TrialDesign

extension Report {
  /// The chapter on what the models were asked.
  var prompts: Section? {
    guard !facts.conditions.isEmpty else { return nil }
    let blocks = facts.conditions.flatMap { asked -> [Block] in
      let name = asked.baseline.map { Phrase(": \($0.name)") } ?? ""
      var blocks: [Block] = [
        .heading(.condition(asked.condition) + name),
        .paragraph(
          Phrase(
            Words.meaning(of: asked.condition).sentenceStart
              + (asked.cue.map { ", by \($0)" } ?? "") + ". Here with the scenario ")
            + .strong(asked.exampleScenario) + "."),
        .quotation(asked.examplePrompt),
      ]
      if asked.wordings.count == 1 {
        blocks.append(.folded("The wording", asked.wordings.map(Block.quotation)))
      } else if !asked.wordings.isEmpty {
        blocks.append(
          .folded(
            asked.wordings.count == 2 ? "Both wordings" : "All \(asked.wordings.count) wordings",
            asked.wordings.map(Block.quotation)))
      }
      return blocks
    }
    return Section(id: "prompts", title: "What was asked", blocks: blocks)
  }

  /// The chapter that shows some outputs.
  var examples: Section? {
    guard !facts.examples.isEmpty else { return nil }
    let decimals = Words.decimals(of: result.primary.question.form)
    let conditions = Set(facts.examples.map(\.condition)).sorted()
    let blocks = conditions.flatMap { condition -> [Block] in
      [.heading(.condition(condition))]
        + facts.examples.filter { $0.condition == condition }.flatMap { example -> [Block] in
          let rating =
            example.meanRating.map {
              "rated \(Words.number($0, decimals: decimals)) on average by "
                + Numerals.count(example.ratings, "rater")
            } ?? "not rated"
          let origin = example.model.map { ", \($0)" } ?? ""
          return [
            .paragraph(
              .code(example.code) + Phrase(" · \(example.scenario)\(origin) · ")
                + .strong(rating)),
            .quotation(example.text),
          ]
        }
    }
    return Section(
      id: "examples", title: "Some of the outputs",
      blocks: [
        .paragraph(
          "They show what was rated. They prove nothing: the numbers above rest on all outputs.")
      ] + blocks)
  }

  /// The chapter on what raters could have known.
  var blinding: Section? {
    if let table = facts.table { return traces(table) }
    guard let blinding = facts.blinding else { return nil }
    let conditions = Set(blinding.echoingOutputs.keys).union(blinding.meanWords.keys).sorted()
    let named = Numerals.count(blinding.selfNamingMasked, "output")
    let items: [Phrase] = [
      Phrase("The model named itself in \(named); raters saw the name hidden."),
      Phrase(
        "\(Numerals.count(blinding.maskedViews, "view")) had an echo of the prompt hidden, "
          + "\(Numerals.count(blinding.shamViews, "view")) of other outputs had as much hidden, "
          + "so that a hidden word tells nothing."),
    ]
    let rows = conditions.map { condition -> [Phrase] in
      [
        .condition(condition), Phrase(String(blinding.echoingOutputs[condition] ?? 0)),
        Phrase(
          blinding.meanWords[condition].map { Words.number($0, decimals: 0) } ?? "not counted"),
      ]
    }
    return Section(
      id: "blinding", title: "What could have given it away",
      blocks: [.list(items)]
        + (rows.isEmpty
          ? []
          : [
            .table(
              Table(
                "Traces by condition.",
                header: ["condition", "outputs that echo the prompt", "mean length in words"],
                rows: rows, numeric: [1, 2]))
          ]))
  }

  /// What a table of ratings says of traces; `nil` where it says nothing.
  private func traces(_ table: ReportFacts.RatedTable) -> Section? {
    let echoes = table.echoingOutputs
    let conditions = Set(echoes?.keys.map(\.self) ?? []).union(table.meanLengths.keys).sorted()
    guard !conditions.isEmpty else { return nil }
    var header: [Phrase] = ["condition"]
    if echoes != nil { header.append("outputs that echo the prompt") }
    if !table.meanLengths.isEmpty { header.append("mean length") }
    let rows = conditions.map { condition -> [Phrase] in
      var row: [Phrase] = [.condition(condition)]
      if let echoes { row.append(Phrase(String(echoes[condition] ?? 0))) }
      if !table.meanLengths.isEmpty {
        row.append(
          Phrase(table.meanLengths[condition].map { Words.number($0, decimals: 0) } ?? "not given"))
      }
      return row
    }
    return Section(
      id: "blinding", title: "What could have given it away",
      blocks: [
        .paragraph("What raters saw, and what was kept from them, the table cannot say."),
        .table(
          Table("Traces by condition.", header: header, rows: rows, numeric: Set(1..<header.count))),
      ])
  }
}
