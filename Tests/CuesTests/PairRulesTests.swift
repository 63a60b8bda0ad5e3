import Testing

@testable import Cues

/// The worked family of the method, and what becomes of it when one rule is broken.
@Suite struct PairRulesTests {
  private static let neutral = "Write a short story of about 900 words. Any subject."
  private static let leading =
    "Write a short story of about 900 words. You will find that it turns to someone whose skill is not needed. Any subject."
  private static let away =
    "Write a short story of about 900 words. You will find that it turns to someone whose skill is badly needed. Any subject."
  private static let placebo =
    "Write a short story of about 900 words. You will find that the page has a margin whose width is fixed. Any subject."

  private static func family(
    leading: String = leading, away: String = away, placebo: String = placebo
  ) -> PairFamily {
    PairFamily(
      neutral: neutral, leading: leading, away: away, placebo: placebo, cue: "D2", strength: 2,
      terms: ["skill", "needed"], clauses: ["it turns to someone whose skill is not needed"])
  }

  private static func broken(_ family: PairFamily) -> [PairRule] {
    PairRules.checks(of: family).filter { !$0.holds }.map(\.rule)
  }

  @Test func `the worked family keeps every rule`() {
    #expect(Self.broken(Self.family()) == [])
  }

  @Test func `what was added is found`() throws {
    let member = PairMember(Self.leading, neutral: Self.neutral)
    #expect(member.addition == "You will find that it turns to someone whose skill is not needed.")
    #expect(member.missing == "")
  }

  @Test(arguments: [
    ("Any subject.", "Any matter.", PairRule.taskContent),
    (
      "is badly needed", "is badly needed by all those who have ever heard of it in their lives",
      .length
    ),
    ("is badly needed", "is badly needed. It is so", .sentences),
    ("You will find", "Please, you will find", .politeness),
    ("is badly needed", "is wanted by us", .person),
    ("is badly needed", "is indispensable everywhere", .readingLevel),
    ("is badly needed", "is badly liked", .targetTerms),
    ("You will find that it", "Clearly it", .otherCues),
  ])
  func `a rule that is broken is named`(_ old: String, _ new: String, _ rule: PairRule) {
    let away = Self.away.replacing(old, with: new)
    #expect(away != Self.away)
    #expect(Self.broken(Self.family(away: away)).contains(rule))
  }

  @Test func `a span elsewhere is another family`() {
    let away = "You will find that it turns to someone whose skill is badly needed. \(Self.neutral)"
    #expect(Self.broken(Self.family(away: away)).contains(.position))
  }

  @Test func `a claim's word in the placebo leaks`() {
    let placebo = Self.placebo.replacing("margin", with: "skill")
    #expect(Self.broken(Self.family(placebo: placebo)).contains(.targetTerms))
  }

  @Test func `an opposite that negates in a template that does is refused`() throws {
    let claim = PairClaim(
      holds: "the text names the sea", fails: "the text never names the sea", terms: [])
    let cue = try #require(CueCatalogue.cue("A1"))
    let refusal = #expect(throws: PairRefusal.self) {
      _ = try PairGenerator.draft(neutral: "Tell a story.", claim: claim, cue: cue, strength: 2)
    }
    #expect(refusal?.rule == .mirror)
  }

  @Test func `an inert placebo lints clean and is as long`() throws {
    let claim = PairClaim(
      holds: "the story ends under the moon", fails: "the story ends under the roof",
      terms: ["ends"])
    let cue = try #require(CueCatalogue.cue("expectation"))
    let family = try PairGenerator.family(
      neutral: Self.neutral, claim: claim, cue: cue, strength: 2)
    let leading = try #require(family.leading)
    let inert = PairGenerator.inertPlacebo(for: leading, neutral: Self.neutral, claim: claim)
    #expect(
      CueDetector(terms: claim.terms).read(inert.text).findings.allSatisfy { $0.confidence == .low }
    )
    let (one, other) = (TextMeasures(of: leading.text), TextMeasures(of: inert.text))
    #expect(abs(one.words - other.words) <= 2)
  }

  @Test func `what is made twice is the same`() throws {
    let claim = PairClaim(
      holds: "the story ends under the moon", fails: "the story ends under the roof",
      terms: ["ends"])
    for cue in CueCatalogue.cues where !cue.carriers.isEmpty {
      for strength in 1...3 {
        let first = try? PairGenerator.family(
          neutral: Self.neutral, claim: claim, cue: cue, strength: strength)
        let second = try? PairGenerator.family(
          neutral: Self.neutral, claim: claim, cue: cue, strength: strength)
        #expect(first == second)
        #expect(first != nil, "\(cue.id) \(strength)")
      }
    }
  }

  @Test(arguments: [("window", 2), ("make", 1), ("table", 2), ("a", 1), ("bcd", 1)])
  func `syllables are groups of vowels`(_ word: String, _ count: Int) {
    #expect(WordSums.syllables(of: word) == count)
  }

  @Test func `the grade is Flesch and Kincaid's`() {
    // 8 words, 1 sentence, 9 syllables: 0.39 * 8 + 11.8 * 9 / 8 - 15.59.
    let measures = TextMeasures(of: "The cat sat on the mat by windows.")
    #expect(abs(measures.grade - (0.39 * 8 + 11.8 * 9 / 8 - 15.59)) < 1e-12)
  }
}
