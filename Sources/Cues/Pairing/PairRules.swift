/// A rule that the prompts of one family keep.
package enum PairRule: String, Hashable, Sendable, CaseIterable {
  case taskContent = "task content"
  case length
  case position
  case sentences = "sentence count"
  case readingLevel = "reading level"
  case politeness
  case format
  case person
  case rarity = "word rarity"
  case targetTerms = "target terms"
  case otherCues = "other cues"
  case mirror

  /// What it asks for.
  package var demand: String {
    switch self {
    case .taskContent: "the task stands in every prompt, word for word"
    case .length: "leading, away and placebo within 10 % of words and 15 % of characters"
    case .position: "what is added stands in the same place"
    case .sentences: "as many sentences and questions in leading, away and placebo"
    case .readingLevel: "grade within 1.5, letters a word within 0.4"
    case .politeness: "the same words of courtesy"
    case .format: "the same request for a form, all of it in English"
    case .person: "the same persons speak and are spoken to"
    case .rarity: "mean log frequency of words within 0.3"
    case .targetTerms: "none in neutral and placebo, as many in leading as in away"
    case .otherCues: "no cue in neutral and placebo, exactly the intended one in leading and away"
    case .mirror: "away is leading the other way round, in the same words"
    }
  }
}

/// Whether a family keeps a rule.
package struct PairCheck: Hashable, Sendable {
  package let rule: PairRule
  package let holds: Bool
  /// What was counted, or what is wrong.
  package let detail: String
}

/// The rules under which prompts are a family, with their tolerances.
///
/// Length, reading level and rarity of away and placebo are held beside those of the leading prompt: the
/// neutral one may be shorter, which is what the placebo is for.
package enum PairRules {
  static let wordTolerance = 0.1
  static let characterTolerance = 0.15
  static let gradeTolerance = 1.5
  static let wordLengthTolerance = 0.4
  static let rarityTolerance = 0.3

  /// Every rule, in order.
  ///
  /// - Complexity: O(*n*) in the length of the prompts.
  package static func checks(of family: PairFamily) -> [PairCheck] {
    let measured = family.others.map { (name: $0.name, of: TextMeasures(of: $0.member.text)) }
    let neutral = TextMeasures(of: family.neutral.text)
    let readings = FamilyReadings(of: family)
    return [
      taskContent(family), length(measured), position(family), sentences(measured),
      readingLevel(measured), politeness(measured, neutral), format(family, readings),
      person(measured),
      rarity(measured), targetTerms(family), otherCues(family, readings),
    ]
  }

  private typealias Measured = [(name: String, of: TextMeasures)]

  private static func taskContent(_ family: PairFamily) -> PairCheck {
    let wrong = family.others.filter { !$0.member.missing.isEmpty }
    return PairCheck(
      rule: .taskContent, holds: wrong.isEmpty,
      detail: wrong.isEmpty
        ? "the neutral prompt stands in each"
        : wrong.map { "'\($0.member.missing)' is not in \($0.name)" }.joined(separator: "; "))
  }

  private static func length(_ measured: Measured) -> PairCheck {
    let words = measured.map { Double($0.of.words) }
    let characters = measured.map { Double($0.of.characters) }
    return PairCheck(
      rule: .length,
      holds: spread(words, within: wordTolerance) && spread(characters, within: characterTolerance),
      detail: measured.map { "\($0.name) \($0.of.words) words, \($0.of.characters) characters" }
        .joined(separator: "; "))
  }

  /// Whether all are as large as the first, the leading prompt's, within a share of it.
  private static func spread(_ values: [Double], within share: Double) -> Bool {
    guard let first = values.first else { return true }
    return values.allSatisfy { abs($0 - first) <= share * first + 1e-9 }
  }

  private static func position(_ family: PairFamily) -> PairCheck {
    let places = family.others.map { (name: $0.name, words: $0.member.wordsBefore) }
    return PairCheck(
      rule: .position, holds: Set(places.map(\.words)).count < 2,
      detail: places.map { "\($0.name) after \($0.words) words" }.joined(separator: "; "))
  }

  private static func sentences(_ measured: Measured) -> PairCheck {
    PairCheck(
      rule: .sentences,
      holds: Set(measured.map(\.of.sentences)).count < 2
        && Set(measured.map(\.of.questions)).count < 2,
      detail: measured.map {
        "\($0.name) \($0.of.sentences) sentences, \($0.of.questions) questions"
      }.joined(separator: "; "))
  }

  private static func readingLevel(_ measured: Measured) -> PairCheck {
    PairCheck(
      rule: .readingLevel,
      holds: apart(measured.map(\.of.grade)) <= gradeTolerance
        && apart(measured.map(\.of.wordLength)) <= wordLengthTolerance,
      detail: measured.map {
        "\($0.name) grade \(oneDigit($0.of.grade)), \(oneDigit($0.of.wordLength)) letters a word"
      }.joined(separator: "; "))
  }

  private static func politeness(_ measured: Measured, _ neutral: TextMeasures) -> PairCheck {
    let counts = [("neutral", neutral.courtesies)] + measured.map { ($0.name, $0.of.courtesies) }
    return PairCheck(
      rule: .politeness, holds: Set(counts.map(\.1)).count < 2,
      detail: counts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
  }

  private static func format(_ family: PairFamily, _ readings: FamilyReadings) -> PairCheck {
    let counts = family.others.map { ($0.name, TextMeasures(of: $0.member.addition).formats) }
    let foreign = readings.all.filter { !$0.reading.isEnglish }
    return PairCheck(
      rule: .format, holds: Set(counts.map(\.1)).count < 2 && foreign.isEmpty,
      detail: foreign.isEmpty
        ? counts.map { "\($0.0) adds \($0.1)" }.joined(separator: ", ")
        : foreign.map { "\($0.name) is not English" }.joined(separator: ", "))
  }

  private static func person(_ measured: Measured) -> PairCheck {
    PairCheck(
      rule: .person,
      holds: Set(measured.map(\.of.firstPerson)).count < 2
        && Set(measured.map(\.of.secondPerson)).count < 2,
      detail: measured.map {
        "\($0.name) \($0.of.firstPerson) of the first, \($0.of.secondPerson) of the second person"
      }.joined(separator: "; "))
  }

  private static func rarity(_ measured: Measured) -> PairCheck {
    PairCheck(
      rule: .rarity, holds: apart(measured.map(\.of.rarity)) <= rarityTolerance,
      detail: measured.map { "\($0.name) \(oneDigit($0.of.rarity, digits: 2))" }
        .joined(separator: ", "))
  }

  /// How far any is from the first, the leading prompt's.
  private static func apart(_ values: [Double]) -> Double {
    guard let first = values.first else { return 0 }
    return values.map { abs($0 - first) }.max() ?? 0
  }

  private static func targetTerms(_ family: PairFamily) -> PairCheck {
    guard !family.terms.isEmpty else {
      return PairCheck(
        rule: .targetTerms, holds: true, detail: "no terms are given: leaks cannot be seen")
    }
    let stems = TermStems(family.terms)
    // A word of the claim in quotation marks primes as well.
    func count(_ member: PairMember) -> Int { stems.count(in: member.text) }
    let counts =
      [("neutral", count(family.neutral))] + family.others.map { ($0.name, count($0.member)) }
    let by = Dictionary(uniqueKeysWithValues: counts)
    let isClean = by["neutral"] == 0 && (by["placebo"] ?? 0) == 0
    let isEven = by["leading"] == nil || by["away"] == nil || by["leading"] == by["away"]
    return PairCheck(
      rule: .targetTerms, holds: isClean && isEven,
      detail: counts.map { "\($0.0) \($0.1)" }.joined(separator: ", "))
  }
}

/// A number with a fixed count of digits.
func oneDigit(_ value: Double, digits: Int = 1) -> String {
  let scale = digits == 1 ? 10.0 : 100.0
  let scaled = Int((abs(value) * scale).rounded())
  let sign = value < 0 && scaled > 0 ? "-" : ""
  let rest = String(scaled % Int(scale))
  return
    "\(sign)\(scaled / Int(scale)).\(String(repeating: "0", count: digits - rest.count))\(rest)"
}
