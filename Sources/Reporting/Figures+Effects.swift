import Analysis
import Reproducible
import Statistics
import TrialDesign

extension Figures {
  /// (4) Agreement against the floor.
  var agreement: Figure? {
    let gate = result.agreementGate
    var named: [(String, CoefficientEstimate, Int)] = [
      ("Krippendorff’s α", gate.agreement.alpha, gate.agreement.pairableOutputs),
      ("Brennan–Prediger", gate.agreement.brennanPrediger, gate.agreement.pairableOutputs),
    ]
    if let own = gate.withThemselves {
      named.append(("α, raters with themselves", own.alpha, gate.repeats))
    }
    guard named.contains(where: { $0.1.value != nil }) else { return nil }
    let lanes = named.map { name, coefficient, _ in
      LanePlot.Lane(
        label: name, value: Self.value(coefficient), estimate: coefficient.value,
        interval: coefficient.interval.map(Self.range))
    }
    let lowest = lanes.flatMap { [$0.estimate, $0.interval?.lowerBound].compactMap { $0 } }.min()
    let floor = LanePlot.Rule(
      at: gate.floor, label: "floor \(Numerals.fixed(gate.floor, decimals: 3))", isDashed: true)
    let level = Words.level(1 - alpha)
    let rows = named.map { name, coefficient, n -> [Phrase] in
      [
        Phrase(name),
        Phrase(coefficient.value.map { Words.number($0) } ?? Words.withheld(coefficient.reason)),
        Phrase(
          coefficient.value == nil
            ? "—" : Words.range(coefficient.interval, orWhy: coefficient.reason)),
        Phrase(String(n)),
      ]
    }
    return Figure(
      id: "agreement", title: "How far the raters see the same",
      readingAid:
        "1 is perfect agreement and 0 is chance; lines are \(level) intervals, and raters should "
        + "not lie below the dashed floor.",
      description: lanes.map { "\($0.label): \($0.value)." }.joined(separator: " "),
      tables: [
        Table(
          "Agreement; n is outputs that two raters or more have rated, or repeats.",
          header: ["coefficient", "value", Phrase("\(level) interval"), "n"], rows: rows,
          numeric: [1, 2, 3])
      ],
      drawing: LanePlot(
        axis: Axis(holding: [min(lowest ?? 0, 0), 1]), lanes: lanes, rules: [floor]))
  }

  static func value(_ coefficient: CoefficientEstimate) -> String {
    guard let value = coefficient.value else { return Words.withheld(coefficient.reason) }
    return Words.estimate(value, coefficient.interval)
  }

  /// A coefficient in a cell, its interval below it.
  static func cell(_ coefficient: CoefficientEstimate) -> Phrase {
    coefficient.value.map { .estimate($0, coefficient.interval) }
      ?? Phrase(Words.withheld(coefficient.reason))
  }

  /// (5) The effects against nothing and against the smallest effect.
  var effects: Figure? {
    let named = EffectTable.main(question, base: base)
    let all = named + beside
    guard named.contains(where: { $0.effect.value != nil }) else { return nil }
    let smallest = result.plan.smallestEffect
    let lanes = named.map { lane($0) }
    let values = lanes.flatMap {
      [$0.estimate, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap { $0 }
    }
    let levels = "\(Words.level(1 - alpha)) (thin) and \(Words.level(1 - 2 * alpha)) (thick)"
    return Figure(
      id: "effects", title: "What is there unled, and what leading adds",
      readingAid:
        "Each line is an effect with its \(levels) intervals: it is there when its thin line lies "
        + "wholly right of 0 and its mark reaches the smallest effect, "
        + "\(Words.number(smallest, decimals: decimals)).",
      finding:
        "An effect is there when its \(Words.level(1 - alpha)) interval lies above 0 and its "
        + "estimate reaches the smallest effect, \(Words.number(smallest, decimals: decimals)).",
      description: lanes.map { "\($0.label): \($0.value)." }.joined(separator: " "),
      tables: [
        EffectTable.table(
          all, caption: "Effects in points of the scale; n is \(clusterName)s.", alpha: alpha,
          decimals: decimals),
        EffectTable.details(
          all,
          caption:
            "The same effects: the two intervals of which the wider decides, and what stands beside.",
          decimals: decimals), ledShareTable,
      ],
      drawing: LanePlot(
        axis: Axis(holding: values + [0, smallest]), lanes: lanes,
        rules: [
          LanePlot.Rule(
            at: smallest, label: "smallest effect \(Words.number(smallest, decimals: decimals))",
            isDashed: true),
          LanePlot.Rule(at: 0, label: "no difference", isDashed: false),
        ]))
  }

  /// (6) The lead by other ways of counting, in points.
  func sensitivity(_ table: Table) -> Figure? {
    let ways = result.sensitivity.rows.filter { $0.isInPoints && $0.lead.interval != nil }
    guard !ways.isEmpty, question.lead.interval != nil else { return nil }
    let smallest = result.plan.smallestEffect
    let lanes =
      [lane(NamedEffect(name: "as planned", formula: "leading − neutral", effect: question.lead))]
      + ways.map {
        lane(NamedEffect(name: $0.way.rawValue, formula: "leading − neutral", effect: $0.lead))
      }
    let values = lanes.flatMap {
      [$0.estimate, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap { $0 }
    }
    return Figure(
      id: "counted-otherwise", title: "What leading adds, counted otherwise",
      readingAid:
        "The first line is the planned lead, the others the same ratings counted otherwise: where they "
        + "lie apart, the lead depends on how one counts.",
      description: lanes.map { "\($0.label): \($0.value)." }.joined(separator: " "),
      tables: [table],
      drawing: LanePlot(
        axis: Axis(holding: values + [0, smallest]), lanes: lanes,
        rules: [
          LanePlot.Rule(
            at: smallest, label: "smallest effect \(Words.number(smallest, decimals: decimals))",
            isDashed: true),
          LanePlot.Rule(at: 0, label: "no difference", isDashed: false),
        ]))
  }

  /// Effects that decide in some trials, shown in the table alone.
  private var beside: [NamedEffect] {
    var named = [
      NamedEffect(
        name: "leading over base", formula: "leading − \(base)",
        effect: question.leadingOverBase)
    ]
    if question.placeboShift.value != nil {
      named.append(
        NamedEffect(
          name: "lead over placebo", formula: "leading − placebo",
          effect: question.leadOverPlacebo))
    }
    return named
  }

  private func lane(_ named: NamedEffect) -> LanePlot.Lane {
    let effect = named.effect
    let value = EffectTable.value(effect, decimals: decimals)
    let stands = effect.value == nil ? "" : effect.standing.map { " · \($0.rawValue)" } ?? ""
    return LanePlot.Lane(
      label: "\(named.name)", value: value + stands, estimate: effect.value,
      interval: effect.interval.map(Self.range),
      narrowInterval: effect.narrowInterval.map(Self.range))
  }

  private var ledShareTable: Table {
    let share = question.ledShare
    let value = share.value.map { Words.number($0) } ?? Words.withheld(share.reason)
    let interval =
      share.value == nil ? "—" : share.interval.map { Words.range($0) } ?? "withheld"
    return Table(
      "Led share: the part of the whole effect that the wording made.",
      header: ["led share", Phrase("\(Words.level(1 - alpha)) interval"), "n"],
      rows: [[Phrase(value), Phrase(interval), Phrase(String(question.leadingOverBase.clusters))]],
      numeric: [0, 1, 2])
  }

  /// (6) What became of the runs.
  var flow: Figure? {
    guard let flow = facts.flow else { return nil }
    func lost(_ items: [(String, Int)]) -> [String] {
      items.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
    }
    let stages = [
      FlowDiagram.Stage(
        name: "runs planned", count: String(flow.planned),
        lost: lost([("not sent", flow.planned - flow.sent)])),
      FlowDiagram.Stage(
        name: "sent", count: String(flow.sent),
        lost: lost([
          ("refused", flow.refused), ("held back by the provider", flow.filtered),
          ("empty", flow.empty), ("failed", flow.failed),
        ])),
      FlowDiagram.Stage(
        name: flow.cut == 0 ? "outputs" : "outputs, \(flow.cut) cut at the limit",
        count: String(flow.outputs),
        lost: added(to: flow).map { "+ \($0.1) \($0.0)" }
          + lost([("not in the packet", missing(from: flow))])),
      FlowDiagram.Stage(
        name: "in the packet", count: String(flow.inPacket),
        lost: lost([("not rated", flow.inPacket - flow.rated)])),
      FlowDiagram.Stage(
        name: "rated", count: String(flow.rated),
        lost: lost(flow.excluded.map { ("excluded: \($0.reason)", $0.count) })),
      FlowDiagram.Stage(name: "analysed", count: String(flow.analysed), lost: []),
    ]
    let rows =
      ([
        ("planned", flow.planned), ("sent", flow.sent), ("answered", flow.answered),
        ("refused", flow.refused), ("held back by the provider", flow.filtered),
        ("cut at the longest length", flow.cut), ("empty", flow.empty), ("failed", flow.failed),
        ("outputs", flow.outputs),
      ] + added(to: flow).map { ("added: \($0.0)", $0.1) } + [
        ("in the packet", flow.inPacket), ("rated", flow.rated), ("analysed", flow.analysed),
      ]).map { [Phrase($0.0), Phrase(String($0.1))] }
      + flow.excluded.map { [Phrase("excluded: \($0.reason)"), Phrase(String($0.count))] }
    return Figure(
      id: "flow", title: "From the plan to the analysis",
      readingAid:
        "Each box on the left is what was there at that stage; what fell away or was added stands to "
        + "its right.",
      description: stages.map { "\($0.count) \($0.name)." }.joined(separator: " "),
      tables: [
        Table("Runs by stage.", header: ["stage", "runs"], rows: rows, numeric: [1])
      ],
      drawing: FlowDiagram(stages: stages))
  }

  /// What the packet holds beside the outputs of this trial's runs.
  private func added(to flow: ReportFacts.Flow) -> [(String, Int)] {
    let surplus = flow.inPacket - flow.outputs
    guard surplus > 0 else { return [] }
    let controls = result.counts.controls
    // Controls that nobody has rated yet are not told from other texts.
    guard controls >= surplus else {
      return [(controls > 0 ? "controls and other texts" : "other texts", surplus)]
    }
    return [(controls == 1 ? "control" : "controls", controls)]
  }

  /// How many outputs raters did not get, the packet's other texts aside.
  private func missing(from flow: ReportFacts.Flow) -> Int {
    let difference = flow.outputs - flow.inPacket
    return difference < 0 ? max(0, difference + result.counts.controls) : difference
  }
}
