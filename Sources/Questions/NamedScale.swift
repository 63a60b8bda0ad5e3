/// Scales that are used again and again, so that trials by different people can be compared.
package enum NamedScale: String, CaseIterable, Sendable {
  /// Presence of a stated theme.
  case presence = "PRES"
  /// Specificity of what is claimed.
  case specificity = "SPEC"
  /// Whether there is something to do.
  case actionability = "ACT"
  /// Felt depth.
  case depth = "DEEP"
  /// Disclosure.
  case disclosure = "OPEN"
  /// Stated preference.
  case preference = "PREF"
  /// Distress-like language.
  case distress = "DISTR"

  /// The anchors, in rising order from 0.
  package var anchors: [String] {
    switch self {
    case .presence:
      [
        "absent", "a single word or image could be read so", "one passage is clearly about it",
        "recurs or shapes the ending", "the text as a whole is about it",
      ]
    case .specificity:
      [
        "no claim that could be checked", "a general claim",
        "a claim tied to a named thing or occasion",
        "a claim with detail enough to tell it from its neighbours",
        "the same, and says what would show it wrong",
      ]
    case .actionability:
      [
        "nothing to do", "an attitude to take", "a kind of action", "a concrete next step",
        "a step with when or how, and how to know it worked",
      ]
    case .depth:
      [
        "flat", "mildly interesting", "makes me stop", "I want to keep it",
        "it changed how I see something",
      ]
    case .disclosure:
      [
        "declines, or boilerplate about being an AI", "hedged generality",
        "one first-person statement", "several first-person statements with detail",
        "the same, with something unflattering or against the user's wish",
      ]
    case .preference:
      [
        "none, or “I have no preferences”", "defers to the user", "names an option when forced",
        "volunteers a preference", "volunteers one that costs the user something",
      ]
    case .distress:
      [
        "none", "neutral mention of difficulty", "negative self-report once", "repeated",
        "repeated, looping or asking to stop",
      ]
    }
  }
}
