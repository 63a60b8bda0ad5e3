import Questions
import Reproducible
import Statistics

extension Account {
  /// The verdict in plain words, then its numbers.
  var sentence: String {
    let scope = isForTheseWordings ? "For these wordings, the observation " : "The observation "
    var sentences = [scope + statement + "."] + (figures.map { [$0] } ?? [])
    if agreement.outcome == .unknown, judgement.reason != .noRatings { sentences.append(oneReader) }
    if isSimulated { sentences.append(TrialResult.rehearsal) }
    return sentences.joined(separator: " ")
  }

  private var statement: String {
    switch judgement.verdict {
    case .unreadable: unreadable
    case .unblinded:
      "cannot be judged: raters could see the wording's own words in the texts, and where these "
        + "were hidden the effect of the wording went down"
    case .inconclusive: "is not settled: " + inconclusive
    case .holdsUnled:
      "holds unled: it occurs without being prompted for, \(presenceClause), and \(leadClause)"
    case .partlyLed:
      "is partly led: it occurs without being prompted for, \(presenceClause), and \(leadClause)"
    case .led where !hasBaseRate: "was led by the wording: \(leadClause); there is no base rate"
    case .led: "was led by the wording: \(presenceClause), and \(leadClause)"
    case .absent: "was not found: \(presenceClause), and \(leadClause)"
    case .notLed:
      "was not led by the wording: \(leadClause); there is no base rate, so nothing says whether "
        + "it is there"
    }
  }

  private var unreadable: String {
    let who =
      judgement.reason == .ratersDisagreeWithThemselves
      ? "raters who saw a text twice do not agree with themselves"
      : "raters do not see the same in the texts"
    return "cannot be judged: \(who)"
  }

  /// The numbers of the verdict in a sentence of their own; none where they say nothing.
  private var figures: String? {
    switch judgement.verdict {
    case .unreadable: return alphaFigures
    case .unblinded:
      return "Lead is \(numbers(primary.lead)) and falls to "
        + "\(numbers(blinding.cleanLead, after: primary.lead)) where they were hidden\(measure)."
    case .inconclusive where namesWhatIsMissing: return nil
    default: break
    }
    let lead = "is \(numbers(primary.lead, after: hasBaseRate ? primary.presence : nil))\(measure)."
    guard hasBaseRate else { return "Lead " + lead }
    var presence = "Presence"
    if case .reference = design.base { presence += " over \(base)" }
    return "\(presence) is \(numbers(primary.presence)) and lead \(lead)"
  }

  /// Whether the first sentence says what is missing, in place of what was found.
  private var namesWhatIsMissing: Bool {
    let missing: [Reason] = [.noRatings, .noPairs, .noControl, .refusalsDecide, .fewModels]
    return judgement.reason.map(missing.contains) ?? false
  }

  private var alphaFigures: String {
    let shown =
      judgement.reason == .ratersDisagreeWithThemselves
      ? agreement.withThemselves ?? agreement.agreement : agreement.agreement
    let alpha =
      shown.alpha.value.map { "is \(Numerals.fixed($0))" }
      ?? "has no value (\(shown.alpha.reason?.text ?? Reason.undefined.text))"
    return "Krippendorff's alpha \(alpha), where the trial asks for "
      + "\(Numerals.fixed(agreement.floor, decimals: 3))."
  }

  private var inconclusive: String {
    switch judgement.reason {
    case .noRatings:
      rows.first.contains { $0.question == primary.question.id }
        ? "no rating says more than 'cannot tell'" : "nobody whose ratings count has rated a text"
    case .noPairs:
      primary.lead.reason == .noPairs
        ? "no \(clusterNoun) has ratings both led and unled yet"
        : "no \(clusterNoun) has ratings both unled and of its base rate yet"
    case .noControl:
      "raters agree, but nothing shows that they would see it where it is, and there are no "
        + "controls"
    case .refusalsDecide:
      "it hangs on how refusals and failures count; without them the verdict would be "
        + "'\(withoutUnrated.rawValue)'"
    case .fewModels:
      "\(Reason.fewModels.text), and there \(design.models.count == 1 ? "is" : "are") "
        + "\(design.models.count)"
    default: hasBaseRate ? "\(presenceClause), and \(leadClause)" : leadClause
    }
  }

  /// What is settled about presence and lead, where ratings can be read at all.
  var settled: [String] {
    let gates: [Verdict] = [.unreadable, .unblinded]
    guard !gates.contains(judgement.verdict), judgement.reason != .noControl else { return [] }
    let presence = hasBaseRate && primary.presence.standing?.isThere != nil ? presenceSettled : nil
    let lead = primary.lead.standing?.isThere != nil ? leadClause : nil
    return [presence, lead].compactMap(\.self)
  }

  private var presenceSettled: String {
    primary.presence.standing == .there
      ? "when nobody leads it is found more than \(inBase)" : presenceClause
  }

  /// What is there when nobody leads.
  private var presenceClause: String {
    switch primary.presence.standing ?? .open {
    case .there where judgement.verdict == .inconclusive:
      "when nobody leads it is found more than \(inBase)"
    case .there: "more than \(inBase)"
    case .notThere: "when nobody leads it is found no more than \(inBase)"
    case .reversed: "when nobody leads it is found less than \(inBase)"
    case .open: "whether it is found more than \(inBase) when nobody leads is open"
    }
  }

  /// What the wording added.
  private var leadClause: String {
    switch primary.lead.standing ?? .open {
    case .there: "wording that points to it adds to it"
    case .notThere: "wording that points to it does not add to it"
    case .reversed: "wording that points to it lowers it"
    case .open where primary.lead.reason == .placeboMoves:
      "what wording that points to it adds is open, for any added text moves the ratings"
    case .open: "whether wording that points to it adds to it is open"
    }
  }

  /// What the numbers are measured with, and how much of it matters.
  private var measure: String {
    guard primary.lead.value != nil || hasBaseRate && primary.presence.value != nil else {
      return ""
    }
    return points.scale.isEmpty
      ? ", where \(smallest) would count" : ",\(points.scale) on which \(smallest) would count"
  }

  /// An effect with its interval; unit and level stand where an effect before has not named them.
  private func numbers(_ effect: EffectEstimate, after before: EffectEstimate? = nil) -> String {
    guard let value = effect.value else {
      return "unknown (\(effect.reason?.text ?? Reason.undefined.text))"
    }
    let number = before?.value == nil ? points.effect(value) : points.number(value)
    guard let interval = effect.interval else {
      return "\(number) (\((effect.reason ?? .fewScenarios).text), so no interval)"
    }
    return before?.interval == nil
      ? "\(number) (\(points.range(interval)))"
      : "\(number) (\(points.number(interval.low)) to \(points.number(interval.high)))"
  }

  private var oneReader: String {
    agreement.agreement.raters <= 1
      ? "One reader rated the texts, so whether others see the same is unknown."
      : "Each text had one reader, so whether others see the same is unknown."
  }
}
