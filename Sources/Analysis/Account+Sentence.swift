import Questions
import Reproducible

extension Account {
  /// The verdict in plain words.
  var sentence: String {
    let scope = isForTheseWordings ? "For these wordings, the observation " : "The observation "
    var sentences = [scope + statement + "."]
    if agreement.outcome == .unknown, judgement.reason != .noRatings { sentences.append(oneReader) }
    if isSimulated {
      sentences.append(
        "Simulated raters gave the ratings: this tries the trial out and finds "
          + "nothing.")
    }
    return sentences.joined(separator: " ")
  }

  private var statement: String {
    switch judgement.verdict {
    case .unreadable: unreadable
    case .unblinded:
      "cannot be judged: raters could see the wording's own words in the texts, and where these "
        + "were hidden the effect of the wording (\(numbers(primary.lead, scale: true))) went down "
        + "to \(points.effect(blinding.cleanLead))"
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
    let shown =
      judgement.reason == .ratersDisagreeWithThemselves
      ? agreement.withThemselves ?? agreement.agreement : agreement.agreement
    let alpha =
      shown.alpha.value.map { "Krippendorff's alpha \(Numerals.fixed($0))" }
      ?? "Krippendorff's alpha has no value: \(shown.alpha.reason?.text ?? Reason.undefined.text)"
    return "cannot be judged: \(who) (\(alpha); the trial asks for "
      + "\(Numerals.fixed(agreement.floor, decimals: 3)))"
  }

  private var inconclusive: String {
    switch judgement.reason {
    case .noRatings: "nobody whose ratings count has rated a text"
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

  /// What is there when nobody leads.
  private var presenceClause: String {
    let effect = primary.presence
    let numbers = numbers(effect, scale: true)
    switch effect.standing ?? .open {
    case .there where judgement.verdict == .inconclusive:
      return "when nobody leads it is found above \(base) (\(numbers))"
    case .there: return "more than \(inBase) (\(numbers))"
    case .notThere:
      return "when nobody leads it is not found above \(base) "
        + "(\(numbers), where \(smallest) would count)"
    case .reversed: return "when nobody leads it is found less than \(inBase) (\(numbers))"
    case .open: return "whether it is found above \(base) when nobody leads is open (\(numbers))"
    }
  }

  /// What the wording added.
  private var leadClause: String {
    let effect = primary.lead
    let numbers = numbers(effect, scale: !hasBaseRate)
    switch effect.standing ?? .open {
    case .there: return "wording that points to it adds to it (\(numbers))"
    case .notThere:
      return "wording that points to it does not add to it (\(numbers), where \(smallest) would "
        + "count)"
    case .reversed: return "wording that points to it lowers it (\(numbers))"
    case .open where effect.reason == .placeboMoves:
      return "what wording that points to it adds is open (\(numbers)), for any added text moves "
        + "the ratings"
    case .open: return "whether wording that points to it adds to it is open (\(numbers))"
    }
  }

  private func numbers(_ effect: EffectEstimate, scale: Bool) -> String {
    guard scale, let value = effect.value, !points.scale.isEmpty else {
      return points.effect(effect)
    }
    let bare = points.effect(value)
    return bare + points.scale + points.effect(effect).dropFirst(bare.count)
  }

  private var oneReader: String {
    agreement.agreement.raters <= 1
      ? "One reader rated the texts, so whether others see the same is unknown."
      : "Each text had one reader, so whether others see the same is unknown."
  }
}
