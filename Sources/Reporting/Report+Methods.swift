import Analysis
import Reproducible
import TrialDesign

extension Report {
  /// The chapter that defines every number and says where the runs came from.
  var methods: Section {
    var blocks: [Block] = [.definitions(definitions + sequenceDefinition), .heading("The rules")]
    blocks.append(.table(rules))
    if !facts.models.isEmpty {
      blocks += [.heading("The models"), .table(modelTable)]
    }
    if !facts.distinctOutputs.isEmpty {
      blocks += [
        .folded("Different texts in each cell", [.table(distinctTable)])
      ]
    }
    if let check = facts.promptCheck {
      blocks += [.heading("The prompts"), .paragraph(Phrase(check))]
    }
    blocks.append(.heading("The raters"))
    if facts.raters.isEmpty {
      blocks.append(.paragraph(Phrase(opening.rated)))
    } else {
      let rows = facts.raters.map { rater -> [Phrase] in
        [Phrase(rater.pseudonym), Phrase(Words.kind(rater.kind)), Phrase(String(rater.ratings))]
      }
      blocks.append(
        .table(
          Table(
            "Raters, with their ratings of the primary question.",
            header: ["rater", "is", "ratings"], rows: rows, numeric: [2])))
    }
    blocks += apartBlocks
    if let reading = facts.table?.reading, !reading.isEmpty {
      blocks += [
        .heading("How the table was read"),
        .list(reading.map { Phrase($0.sentenceStart + ".") }),
      ]
    }
    if let looks = result.looks {
      blocks += [.heading("Looks before the end"), .paragraph(Phrase(Self.account(of: looks)))]
    }
    blocks.append(.heading("Changes and deviations"))
    let changes =
      facts.amendments.map {
        Phrase("\(UTC.day($0.date)): \($0.change). Because: \($0.because)")
      }
      + result.deviations.map {
        Phrase(facts.table == nil ? $0 : $0.sentenceStart + ".")
      } + (facts.table != nil && !result.deviations.isEmpty ? [Self.noDesign] : [])
    blocks.append(
      changes.isEmpty
        ? .paragraph(
          facts.designHash == nil
            ? Self.noDesign
            : "Nothing was changed after the design had been fixed.") : .list(changes))
    return Section(id: "methods", title: "How it was done", blocks: blocks)
  }

  private static func account(of looks: LooksAccount) -> String {
    let planned =
      switch looks.planned {
      case .anytime:
        "Ratings could be looked at at any time: intervals hold however often one looks, and are wider."
      case .planned(let shares):
        "Planned when \(Words.list(shares.map(Numerals.percent))) of the views were rated; the looks share the "
          + "error rate with the end by Lan and DeMets’s spending of O’Brien and Fleming’s type, each view "
          + "taken as so much information."
      case .none: ""
      }
    let taken = looks.taken.map {
      "\($0.day), at \($0.rated) of \($0.planned) views: “\($0.answer.rawValue)”"
    }
    return planned + " "
      + (taken.isEmpty
        ? "None was taken, so that the end has all of it."
        : "Taken: \(taken.joined(separator: "; ")). Revealed with \(Numerals.percent(looks.fraction)) of "
          + "the views rated; intervals are at \(level(of: looks)).")
  }

  /// `95.1 % and 90.2 %`, with as many digits as it takes to tell them from the usual ones.
  private static func level(of looks: LooksAccount) -> String {
    [1 - looks.level, 1 - 2 * looks.level]
      .map {
        looks.level < looks.alpha ? Words.number(100 * $0, decimals: 2) + " %" : Words.level($0)
      }
      .joined(separator: " and ")
  }

  private static let noDesign: Phrase =
    "No design was recorded, so that nothing says whether the rules came first."

  private var definitions: [Definition] {
    let level = Words.level(1 - result.alpha)
    let narrow = Words.level(1 - 2 * result.alpha)
    let base = result.plan.reference == nil ? "the baseline" : "the reference"
    return [
      Definition(
        "mean of a condition",
        "Ratings are averaged by output, outputs by model, models by \(cluster), and those over all "
          + "\(cluster)s."),
      Definition(
        "presence", "Neutral less \(base): what is there when nobody leads."),
      Definition("lead", "Leading less neutral: what the wording added."),
      Definition("steerability", "Leading less away: how far wording alone moves it."),
      Definition(
        "placebo shift", "Placebo less neutral: what any added text does, wherever it leads."),
      Definition(
        "led share",
        "Lead over the distance from \(base) to leading: given only where that distance lies above "
          + "the smallest effect."),
      Definition(
        "smallest effect (D)",
        "The smallest difference that would matter, in points of the scale."),
      Definition(
        "there, not there, open",
        "There: the \(level) interval lies above 0 and the estimate reaches D. Not there: the "
          + "\(narrow) interval ends below D; reversed, if it ends below 0. Open: neither."),
      Definition(
        "interval",
        "A t interval over differences between \(cluster)s, which are what is sampled here; seeds "
          + "and ratings of one \(cluster) are not independent and do not narrow it. Beside it "
          + "stands that of a mixed model of the single ratings, in which \(cluster)s, raters and "
          + "texts vary and may differ in the effect; the wider of the two decides, t alone where "
          + "the model has no fit. Rows by wording and by baseline, and of more than 5,000 texts rows by "
          + "model: t alone."),
      Definition(
        "bootstrap, sign-flip p",
        "Shown beside and deciding nothing: the percentile interval with \(cluster)s drawn again, "
          + "and the two-sided test that flips the sign of each \(cluster)’s difference."),
      Definition(
        "Krippendorff’s α",
        "Agreement beyond chance, 1 for perfect and 0 for chance, with distances weighed by the "
          + "kind of scale; its interval draws \(cluster)s again."),
      Definition(
        "Brennan–Prediger",
        "Agreement beyond that of raters who use every level alike; it stays high where nearly all "
          + "answers are the same."),
      Definition(
        "clean lead",
        "The lead with outputs that repeat their prompt counted by the views alone in which the "
          + "repeated words were hidden."),
      Definition(
        "Bang’s index",
        "Right guesses less wrong ones as a share of all, by condition and averaged over both."),
    ]
  }

  /// What decides where one may look at any time.
  private var sequenceDefinition: [Definition] {
    guard result.plan.looks == .anytime else { return [] }
    return [
      Definition(
        "confidence sequence",
        "An interval that holds however often one looks, by Waudby-Smith and Ramdas: it bets on one "
          + "\(cluster)’s difference after another, in the order of the trial file. It stands beside the "
          + "others in every row and, being the widest, mostly decides.")
    ]
  }

  private var cluster: String { result.cluster.rawValue }

  private var rules: Table {
    let plan = result.plan
    var rows: [[Phrase]] = [
      ["smallest effect D", Phrase(Words.number(plan.smallestEffect) + " points")],
      [
        "α, the error rate",
        Phrase(
          Numerals.fixed(plan.alpha, decimals: 3)
            + (result.alpha < plan.alpha
              ? ", of which earlier looks left \(Numerals.fixed(result.alpha, decimals: 4))" : "")),
      ],
      ["floor of agreement", Phrase(Numerals.fixed(plan.agreementFloor, decimals: 3))],
      ["models stand for", Phrase(plan.models == .these ? "these models" : "models like these")],
      ["refusals and failures", "count as the scale’s lowest point"],
      ["what an interval counts as independent", Phrase("the " + cluster)],
    ]
    if let reference = plan.reference {
      rows.append(["reference", Phrase(Words.number(reference) + " points")])
    }
    if let seed = facts.seed { rows.append(["seed", Phrase(String(seed))]) }
    if let resamples = facts.resamples {
      rows.append(["resamples of a bootstrap", Phrase(String(resamples))])
    }
    rows += facts.sampling.map { [Phrase($0.name), Phrase($0.value)] }
    if let first = facts.firstRun, let last = facts.lastRun {
      let (start, end) = (UTC.day(first), UTC.day(last))
      rows.append([
        start == end ? "day of the runs" : "days of the runs",
        Phrase(start == end ? start : "\(start) to \(end)"),
      ])
    }
    if let origin = originSentence { rows.append(["outputs", Phrase(origin)]) }
    return Table("Rules and settings.", header: ["what", "value"], rows: rows)
  }

  private var modelTable: Table {
    let rows = facts.models.map { model -> [Phrase] in
      let seed = model.takesSeed.map { $0 ? "takes a seed" : "takes no seed" } ?? "not known"
      return [
        Phrase(model.name), Phrase(model.provider), Phrase(model.recorded),
        Phrase(model.reported.isEmpty ? "not reported" : Words.list(model.reported)),
        Phrase(seed),
      ]
    }
    return Table(
      "Models as asked for and as their providers reported them.",
      header: ["model", "provider", "asked for", "reported", "seed"], rows: rows)
  }

  private var distinctTable: Table {
    let rows = facts.distinctOutputs.map { cell -> [Phrase] in
      [
        .condition(cell.condition), Phrase(cell.model), Phrase(String(cell.draws)),
        Phrase(String(cell.distinct)),
      ]
    }
    return Table(
      "Draws and different texts among them; the same text twice is one draw.",
      header: ["condition", "model", "draws", "different"], rows: rows, numeric: [2, 3])
  }

  /// Ratings that are kept apart from the primary estimate.
  private var apartBlocks: [Block] {
    let counts = result.counts
    var items: [Phrase] = []
    if counts.prompterRatings > 0 {
      items.append(
        Phrase(
          "\(Numerals.count(counts.prompterRatings, "rating")) by who wrote or ran the prompts "
            + "\(counts.prompterRatings == 1 ? "is" : "are") in no primary estimate."))
    }
    if counts.modelRatings > 0 {
      let judges = counts.modelRaters.isEmpty ? "models" : Words.list(counts.modelRaters)
      items.append(
        Phrase(
          "\(Numerals.count(counts.modelRatings, "machine rating")) by \(judges) "
            + "\(counts.modelRatings == 1 ? "stands" : "stand") apart from people’s."))
    }
    return items.isEmpty ? [] : [.list(items)]
  }

  /// The chapter on what the trial cannot show.
  var limits: Section {
    let standing: [Phrase] = [
      "It says how often and how strongly something shows in the outputs under each wording, and "
        + "nothing about what goes on in a model.",
      "That something was led does not show that nothing else is there; that it holds unled does "
        + "not show why.",
      Phrase(
        "It speaks of "
          + (result.plan.models == .these ? "these models in these versions" : "models like these")
          + ", of scenarios like these"
          + (result.cluster == .scenario ? ", and of these wordings." : " and wordings like these.")
      ),
    ]
    let own = result.readingNotes.map { Phrase($0) } + lookingNotes
    return Section(
      id: "limits", title: "What this cannot show", blocks: [.list(own + standing)])
  }

  /// What looking early does to what can be read here.
  private var lookingNotes: [Phrase] {
    guard let last = result.looks?.taken.last else { return [] }
    var notes: [Phrase] = [
      "Looking early was paid for in the intervals. That nobody looked otherwise, at ratings or at copies of "
        + "the record, cannot be shown."
    ]
    if last.answer == .enough {
      notes.append(
        "Who stops when it is enough stops where an effect happens to be large: the estimates of what is "
          + "there are somewhat too large.")
    }
    return notes
  }

  /// The chapter on how to come by the same numbers.
  var again: Section {
    if let table = facts.table { return again(table) }
    var rows: [[Phrase]] = [["trial folder", .code(facts.folder)]]
    func add(_ name: Phrase, _ digest: Digest?) {
      rows.append([name, digest.map { .code($0.hex) } ?? "not recorded"])
    }
    add("design, SHA-256", facts.designHash)
    add("plan, SHA-256", facts.planHash)
    add("last entry of the audit log, SHA-256", facts.auditHead)
    if let software = facts.software { rows.append(["computed by", Phrase(software)]) }
    return Section(
      id: "again", title: "How to recompute it",
      blocks: [
        .paragraph(
          "Beside this page lies " + .code("report.json") + ", which holds every number here "
            + "without rounding. The raw ratings come as CSV from "
            + .code("unled ratings export \(result.trial)")
            + ", and the record is a SQLite file that any program can read. The folder "
            + .code("analysis/") + " of the project has a script, " + .code("recompute.py")
            + ", that recomputes the numbers from the record."
        ),
        .table(Table("What identifies this trial.", header: ["what", "value"], rows: rows)),
      ])
  }

  private func again(_ table: ReportFacts.RatedTable) -> Section {
    var rows: [[Phrase]] = [
      ["table", .code(table.name)], ["table, SHA-256", .code(table.digest.hex)],
    ]
    if let software = facts.software { rows.append(["computed by", Phrase(software)]) }
    return Section(
      id: "again", title: "How to recompute it",
      blocks: [
        .paragraph(
          "The same table gives the same numbers on every machine; with " + .code("--format json")
            + " every number without rounding:"),
        .quotation(table.command),
        .table(Table("What identifies these ratings.", header: ["what", "value"], rows: rows)),
      ])
  }
}
