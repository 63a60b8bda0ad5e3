import Analysis
import Questions
import Reproducible
import Statistics
import TrialDesign

extension Report {
  /// The chapter on what had to hold before a verdict could be given.
  var gates: Section {
    Section(
      id: "gates", title: "The gates",
      blocks: [
        .paragraph(
          "Before the numbers may speak, two things have to hold: raters see the same, and "
            + "nothing but the effect itself told them what had been asked."),
        .heading(
          Phrase("Do raters see the same? \(Words.gate(result.agreementGate).sentenceStart).")),
      ] + agreementFigure + agreementBlocks + [
        .heading(
          Phrase("Was it only the effect they saw? \(blindingWord)"))
      ] + blindingBlocks)
  }

  private var agreementFigure: [Block] {
    Figures(result: result, facts: facts).agreement.map { [.figure($0)] } ?? []
  }

  private var blindingWord: String {
    guard echoesAreKnown else { return "Not checked." }
    return result.blindingGate.passed ? "Passed." : "Not passed."
  }

  /// Whether anybody looked which outputs repeat their prompt.
  private var echoesAreKnown: Bool {
    facts.table.map { $0.echoingOutputs != nil } ?? true
  }

  private var agreementBlocks: [Block] {
    let gate = result.agreementGate
    let floor = Numerals.fixed(gate.floor, decimals: 3)
    var blocks: [Block] = [.paragraph(Phrase(explain(gate, floor: floor)))]
    var rows: [[Phrase]] = [
      [
        "Krippendorff’s α", Figures.cell(gate.agreement.alpha),
        Phrase("\(gate.agreement.metric) distances"),
      ],
      [
        "Brennan–Prediger", Figures.cell(gate.agreement.brennanPrediger),
        "over the declared scale",
      ],
      ["floor", Phrase(floor), facts.table == nil ? "fixed in the plan" : "as named"],
      [
        "outputs", Phrase(String(gate.agreement.outputs)),
        Phrase("\(gate.agreement.pairableOutputs) rated by two or more"),
      ],
      ["raters", Phrase(String(gate.agreement.raters)), ""],
      [
        "controls, difference", Self.controls(gate.controls),
        Phrase(
          "\(gate.controls.show) known to show it, \(gate.controls.showNot) known not to: "
            + Self.apart(gate.controls)),
      ],
    ]
    if let own = gate.withThemselves {
      rows.append([
        "raters with themselves, α", Figures.cell(own.alpha),
        Phrase(
          "\(Numerals.count(gate.repeats, "repeat")): "
            + (gate.outcomeWithThemselves.map { Words.gate($0, own, floor: gate.floor) }
              ?? "counts from 20 on")),
      ])
    } else {
      rows.append([
        "raters with themselves", Phrase(Words.withheld(.fewRepeats)),
        Phrase(Numerals.count(gate.repeats, "repeat")),
      ])
    }
    blocks.append(
      .table(
        Table(
          "The agreement gate.", header: ["what", "value", "note"], rows: rows, numeric: [1])))
    return blocks
  }

  private func explain(_ gate: AgreementGate, floor: String) -> String {
    let whose = facts.table == nil ? " that the plan had fixed" : ""
    return switch gate.outcome {
    case .agreed where Words.isUnder(gate.floor, gate.agreement):
      "Krippendorff’s α is under the floor of \(floor)\(whose), but its interval "
        + "reaches it: that raters agree less than that is not shown, nor that they agree as much."
    case .agreed: "Agreement is not below the floor of \(floor)\(whose)."
    case .excused:
      "Krippendorff’s α is below the floor of \(floor), as it is wherever nearly all answers are "
        + "the same. It is excused: raters give the same answers, and they are shown to tell "
        + "texts apart."
    case .unknown:
      "No output was rated by two people, so that agreement is unknown. What is said here is the "
        + "reading of one."
    case .notShown:
      "Raters give the same answers, but nothing shows that they would have noticed: there are no "
        + "texts of which it is known that they show it."
    case .belowFloor:
      "Agreement is below the floor of \(floor), and nothing excuses it. What one rater sees is "
        + "not what another sees, and no difference between conditions can be read from that."
    }
  }

  private static func controls(_ controls: ControlComparison) -> Phrase {
    controls.difference.map { .estimate($0, controls.interval) } ?? "none"
  }

  private static func apart(_ controls: ControlComparison) -> String {
    switch controls.apart {
    case true?: "told apart"
    case false?: "not told apart"
    case nil: "too few to say"
    }
  }

  private var blindingBlocks: [Block] {
    let gate = result.blindingGate
    let decimals = Words.decimals(of: result.primary.question.form)
    let explanation =
      !echoesAreKnown
      ? "The table does not say which outputs repeat their prompt’s own words, so that the lead "
        + "with and without them cannot be told apart; clean lead is lead."
      : gate.passed
        ? gate.echoingOutputs == 0
          ? "No output repeated its prompt’s own words, so nothing had to be hidden."
          : (facts.table == nil
            ? "Where an output repeated its prompt’s own words, half of the raters saw them hidden. "
            : "Some outputs repeat their prompt’s own words; views in which these were hidden count "
              + "for clean lead. ") + "The lead does not clearly fall on those views."
        : "The lead is there on all ratings and not on clean ones, and the fall between the two is "
          + "clear: the prompt’s own words, repeated in the output, moved the ratings."
    var blocks: [Block] = [.paragraph(Phrase(explanation))]
    let effects = [
      NamedEffect(name: "lead", formula: "all ratings", effect: result.primary.lead),
      NamedEffect(name: "clean lead", formula: "echoes hidden", effect: gate.cleanLead),
      NamedEffect(name: "fall", formula: "lead − clean lead", effect: gate.fall),
    ]
    blocks.append(
      .table(
        EffectTable.table(
          effects,
          caption: "Lead with and without echoes in view; "
            + "\(gate.echoingOutputs) outputs echo, \(gate.maskedOutputs) have a masked view.",
          alpha: result.alpha, decimals: decimals)))
    blocks.append(.table(guesses(gate)))
    if let leak = gate.leak { blocks.append(.note(Phrase(Self.sentence(leak)))) }
    if let push = gate.push, push > 0 {
      blocks.append(
        .note(
          Phrase(
            "To make the lead out of guessing alone, each right guess would have to push a rating "
              + "by \(Words.number(push, decimals: decimals)) "
              + (push == 1 ? "point." : "points.")
              + " Guesses warn and do not decide: who sees the effect can guess what was asked.")))
    }
    return blocks
  }

  private static func sentence(_ leak: ConditionLeak) -> String {
    "By words alone a machine tells leading from neutral outputs with an area under the curve of "
      + Words.number(leak.areaUnderCurve)
      + (leak.pValue.map { " (permutation p \(Words.probability($0)))" } ?? "")
      + ", over \(Numerals.count(leak.pairs, "pair")); 0.5 is chance. "
      + "Where the effect is real, words tell it too."
  }

  private func guesses(_ gate: BlindingGate) -> Table {
    func row(_ name: Phrase, _ arm: BlindingArm) -> [Phrase] {
      [
        name, Phrase(String(arm.correct)), Phrase(String(arm.wrong)),
        Phrase(String(arm.cannotTell)),
        arm.index.map { .estimate($0, arm.interval) } ?? Phrase(Words.withheld(.noGuesses)),
      ]
    }
    let mean = gate.meanIndex.map { Phrase.estimate($0, gate.meanIndexInterval) }
    return Table(
      "What raters guessed had been asked. Bang’s index: 1 all right, 0 chance.",
      header: ["condition", "right", "wrong", "cannot tell", "Bang’s index"],
      rows: [
        row(.condition(.leading), gate.leadingArm), row(.condition(.neutral), gate.neutralArm),
        ["mean of both", "", "", "", mean ?? Phrase(Words.withheld(.noGuesses))],
      ], numeric: [1, 2, 3, 4])
  }

  var stabilityBlocks: [Block] {
    var items: [Phrase] = []
    let other = result.verdictWithoutUnrated
    if result.counts.unrated == 0 {
      items.append(
        facts.table == nil
          ? "No run was refused or failed, so that none had to be counted as absent."
          : "The table has no refusals and no failures.")
    } else {
      let byCondition = result.counts.unratedByCondition.sorted { $0.key < $1.key }
        .filter { $0.value > 0 }.map { "\($0.value) \($0.key.rawValue)" }
      items.append(
        Phrase(
          "\(Numerals.count(result.counts.unrated, "run")) "
            + "(\(Words.list(byCondition))) brought nothing to rate and "
            + "\(result.counts.unrated == 1 ? "counts" : "count") as the scale’s lowest point; "
            + (other == result.verdict
              ? "without them the verdict is the same." : "without them it is “\(other.rawValue)”.")
        ))
    }
    if result.decisiveRaters.isEmpty {
      items.append("Leaving out any one rater does not change the verdict.")
    }
    for (rater, verdict) in result.decisiveRaters.sorted(by: { $0.key < $1.key }) {
      items.append(Phrase("Without the rater \(rater) the verdict is “\(verdict.rawValue)”."))
    }
    if let reason = result.reason {
      items.append(Phrase("Why the verdict is no clearer: \(reason.text)."))
    }
    return [.list(items + result.wouldChange.map { Phrase($0) })]
  }

  /// The chapter on the questions that decide nothing.
  var otherQuestions: Section? {
    let others = result.questions.dropFirst()
    guard !others.isEmpty else { return nil }
    let blocks = others.flatMap { question -> [Block] in
      let decimals = Words.decimals(of: question.question.form)
      var blocks: [Block] = [
        .heading(Phrase(question.question.id.name)),
        .paragraph(
          Phrase(
            "“\(question.question.ask)”"
              + (question.question.isDistractor
                ? " Asked so that raters could not tell which question counts." : ""))),
      ]
      let means = question.means.sorted { $0.key < $1.key }.map { condition, mean -> [Phrase] in
        [
          .condition(condition), Phrase(Words.number(mean.value, decimals: decimals)),
          Phrase(
            mean.interval.map { Words.range($0, decimals: decimals) }
              ?? Words.withheld(.fewScenarios)), Phrase(String(mean.clusters)),
        ]
      }
      if means.isEmpty {
        blocks.append(.note(Phrase("Means and effects are \(Words.withheld(.notNumeric)).")))
        if let table = counts(question) { blocks.append(.table(table)) }
      } else {
        blocks.append(
          .table(
            Table(
              "Means by condition.",
              header: [
                "condition", "mean", Phrase("\(Words.level(1 - result.alpha)) interval"), "n",
              ], rows: means,
              numeric: [1, 2, 3])))
        blocks.append(
          .folded(
            "Its effects",
            [
              .table(
                EffectTable.table(
                  EffectTable.main(
                    question, base: result.plan.reference == nil ? "baseline" : "reference"),
                  caption: "Effects in points of its scale.", alpha: result.alpha,
                  decimals: decimals))
            ]))
      }
      blocks.append(
        .note(Phrase(tested(question))))
      blocks.append(
        .note(
          Phrase(
            "Agreement: Krippendorff’s α \(Figures.value(question.agreement.alpha)), on "
              + "\(Numerals.count(question.agreement.pairableOutputs, "output")) that two raters "
              + "or more have rated.")))
      return blocks
    }
    return Section(
      id: "questions", title: "The other questions",
      blocks: [.paragraph("They were asked beside the primary one and decide nothing.")] + blocks)
  }

  /// Whether a question states a claim, and the p of its effects among many.
  private func tested(_ question: QuestionResult) -> String {
    if let smallest = result.plan.together[question.question.id] {
      let lead = Words.standing(question.lead.standing)
      return
        "It states a claim of its own, with a smallest effect of \(Words.number(smallest)), and "
        + "shares the error rate with the primary question by Holm’s procedure: presence "
        + "\(Words.standing(question.presence.standing)), lead \(lead)."
    }
    let values = [("presence", question.presence), ("lead", question.lead)].compactMap {
      name, effect in
      effect.adjustedP.map { "\(name) \(Words.probability($0))" }
    }
    guard !values.isEmpty else { return "It decides nothing." }
    return "p of no effect, adjusted for all effects that were looked at beside the primary ones "
      + "(Benjamini and Hochberg): \(Words.list(values))."
  }

  private func counts(_ question: QuestionResult) -> Table? {
    let labels = question.question.form.labels
    guard !labels.isEmpty, !question.distributions.isEmpty else { return nil }
    let rows = question.distributions.sorted { $0.key < $1.key }.map { condition, spread in
      [Phrase.condition(condition)] + spread.counts.map { Phrase(String($0)) }
        + [Phrase(String(spread.cannotTell))]
    }
    return Table(
      "Ratings by condition.",
      header: ["condition"] + labels.map { Phrase($0) } + ["cannot tell"], rows: rows,
      numeric: Set(1...labels.count + 1))
  }
}
