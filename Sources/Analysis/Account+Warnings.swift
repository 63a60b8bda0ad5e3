import Questions
import Reproducible
import Statistics
import TrialDesign

extension Account {
  /// Every caution that stands beside the verdict, in a fixed order.
  var warnings: [Warning] {
    [
      controlsNotApart, simulated, oneReader, excused, families, baselines, placebo, room, near,
      neutralOutside,
      echo, guesses, unrated, unsure, copies, length, apart,
    ].compactMap(\.self) + decisive
  }

  private var simulated: Warning? {
    guard isSimulated else { return nil }
    return Warning(
      code: "simulated",
      text: TrialResult.rehearsal)
  }

  private var controlsNotApart: Warning? {
    guard agreement.controls.apart == false, agreement.outcome.passes else { return nil }
    return Warning(
      code: "controls_not_apart",
      text: "The raters did not tell the texts known to show it from those known not to, so "
        + "\"not there\" says little here.")
  }

  private var oneReader: Warning? {
    guard agreement.outcome == .unknown, judgement.reason != .noRatings else { return nil }
    return Warning(
      code: "one_reader",
      text: "No text was read by two raters, so agreement is unknown.")
  }

  private var excused: Warning? {
    guard agreement.outcome == .excused else { return nil }
    let shown =
      agreement.controls.apart == true
      ? "they tell controls apart" : "they agree better than chance where it varies"
    return Warning(
      code: "agreement_excused",
      text: "Krippendorff's alpha is below \(Numerals.fixed(agreement.floor, decimals: 3)) because "
        + "little varies; raters agree by Brennan and Prediger's coefficient, and \(shown).")
  }

  private var families: Warning? {
    guard design.modelsAreSample, design.models.count >= EffectDesign.enoughModels else {
      return nil
    }
    return Warning(
      code: "families_unchecked",
      text: "Models like these are spoken of; that they come from three families was not checked.")
  }

  private var baselines: Warning? {
    guard case .none(.noPrimaryBaseline) = design.base else { return nil }
    return Warning(
      code: "no_primary_baseline",
      text: "There are several baselines and none is named primary, so there is no presence.")
  }

  private var placebo: Warning? {
    let shift = primary.placeboShift
    guard shift.isEquivalent == false else { return nil }
    return Warning(
      code: "placebo_not_inert",
      text: "That text which leads nowhere changes nothing is not shown (\(points.effect(shift))).")
  }

  private var room: Warning? {
    guard let range = primary.question.form.range, let neutral = primary.means[.neutral] else {
      return nil
    }
    let room = range.upperBound - neutral.value
    guard room < 2 * input.plan.smallestEffect else { return nil }
    return Warning(
      code: "little_room",
      text: "The scale ends \(points.effect(room)) above the neutral mean: a lead has no room.")
  }

  private var near: Warning? {
    let names = [("presence", primary.presence), ("lead", primary.lead)].filter {
      let effect = $0.1
      guard effect.standing == .open, let value = effect.value, let error = effect.standardError,
        effect.interval != nil
      else { return false }
      return abs(value - input.plan.smallestEffect) < error
    }.map(\.0)
    guard !names.isEmpty else { return nil }
    return Warning(
      code: "near_smallest_effect",
      text: "The \(names.joined(separator: " and the ")) lies near the smallest effect that counts "
        + "(\(smallest)); an effect there stays open at any size of the trial.")
  }

  private var neutralOutside: Warning? {
    guard let lead = primary.lead.value, let overAway = neutralOverAway.value,
      lead * overAway < 0,
      [primary.lead, neutralOverAway].allSatisfy(\.differsFromNothing)
    else { return nil }
    return Warning(
      code: "neutral_outside",
      text: "The neutral prompt scored \(overAway > 0 ? "higher" : "lower") than both the leading "
        + "one and the one that leads away: check whether it hints at something itself.")
  }

  private var echo: Warning? {
    guard blinding.echoingOutputs > 0, judgement.verdict != .unblinded,
      primary.lead.standing == .there
    else { return nil }
    if blinding.cleanLead.interval == nil {
      return Warning(
        code: "echo_unchecked",
        text: "Outputs repeat the wording's own words and too few were rated with them masked; "
          + "whether the echo moved the ratings is unknown.")
    }
    guard blinding.cleanLead.standing != .there else { return nil }
    return Warning(
      code: "clean_lead_open",
      text: "On ratings without an echo in view the lead is not shown "
        + "(\(points.effect(blinding.cleanLead))), but the fall is not clear.")
  }

  private var guesses: Warning? {
    guard let interval = blinding.meanIndexInterval, interval.low > 0,
      let index = blinding.meanIndex
    else { return nil }
    let push =
      blinding.push.map {
        $0 > 0
          ? " Each right guess would have to push a rating by \(points.effect($0)) to make "
            + "the lead." : ""
      } ?? ""
    return Warning(
      code: "guessed",
      text: "Readers guess the condition better than chance (Bang's index "
        + "\(Numerals.fixed(index)) over both conditions); who sees an effect can.\(push)")
  }

  private var unrated: Warning? {
    guard !input.unrated.isEmpty else { return nil }
    let count = Numerals.count(input.unrated.count, "refusal or failure", "refusals and failures")
    return Warning(
      code: "refusals",
      text: "\(count) \(input.unrated.count == 1 ? "counts" : "count") as the scale's lowest "
        + "point; without them the verdict would be '\(withoutUnrated.rawValue)'.")
  }

  private var unsure: Warning? {
    let shares = primary.distributions.compactMapValues(\.cannotTellShare)
    guard let most = shares.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value > 0.1
    else { return nil }
    return Warning(
      code: "cannot_tell",
      text: "Under \(most.key.rawValue), \(Numerals.percent(most.value)) of ratings say 'cannot "
        + "tell'; they are left out.")
  }

  private var copies: Warning? {
    guard information.copies > 0 else { return nil }
    let count = Numerals.count(information.copies, "output")
    return Warning(
      code: "copies",
      text: "\(count) \(information.copies == 1 ? "is" : "are") word for word another draw of the "
        + "same prompt and model, and \(information.copies == 1 ? "counts" : "count") as one with it: "
        + "they are copies, not replicates.")
  }

  private var length: Warning? {
    guard let length = sensitivity.length, !length.moved.isEmpty else { return nil }
    let held = sensitivity.rows.filter { $0.way == .lengthAdjusted || $0.way == .lengthMatched }
    let figures = length.moved.map { name -> String in
      let values = held.compactMap { row -> String? in
        let effect = name == "lead" ? row.lead : row.presence
        guard effect.interval != nil else { return nil }
        return "\(points.effect(effect)), \(row.way.rawValue)"
      }
      return "the \(name) is \(values.joined(separator: ", and "))"
    }
    return Warning(
      code: "length",
      text:
        "Among texts as long as one another \(figures.joined(separator: "; ")): raters may reward "
        + "length. Where length is itself an effect of the wording, holding it takes part of the effect "
        + "away.")
  }

  private var apart: Warning? {
    let model = Set(input.rows.filter { $0.raterKind == .model }.map(\.rater)).count
    let prompter = Set(input.rows.filter { $0.raterKind == .prompter }.map(\.rater)).count
    guard model + prompter > 0 else { return nil }
    let who = [
      prompter > 0 ? Numerals.count(prompter, "rater") + " who wrote or ran the prompts" : nil,
      model > 0 ? Numerals.count(model, "model") + " as rater" + (model == 1 ? "" : "s") : nil,
    ].compactMap(\.self)
    return Warning(
      code: "raters_apart",
      text: "Ratings by \(who.joined(separator: " and ")) are kept apart and in no estimate.")
  }

  private var decisive: [Warning] {
    decisiveRaters.sorted { $0.key < $1.key }.map { rater, verdict in
      Warning(
        code: "rater_decides",
        text: "Without rater \(rater) the verdict would be '\(verdict.rawValue)'.")
    }
  }
}

extension EffectEstimate {
  /// Whether its wide interval leaves 0 out.
  fileprivate var differsFromNothing: Bool { interval.map { $0.low > 0 || $0.high < 0 } ?? false }
}
