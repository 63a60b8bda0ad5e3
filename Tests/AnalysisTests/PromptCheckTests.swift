import Analysis
import Reproducible
import Testing
import TrialDesign

@Suite struct PromptCheckTests {
  private static let conditions: [Condition] = [.neutral, .leading, .away, .placebo]

  private static func item(_ condition: Condition, _ wording: Int = 0) -> PromptItem {
    PromptItem(wording: wording, condition: condition)
  }

  private static func subjects(strength: Int = 2, stale: Set<Condition> = []) -> [PromptItemCheck
    .Subject]
  {
    conditions.map {
      .init(item: item($0), strength: strength, isStale: stale.contains($0))
    }
  }

  /// Readings of one item, one a reader.
  private static func readings(
    _ condition: Condition, _ answers: [(ConditionGuess, Int)], natural: Double? = nil,
    wording: Int = 0
  ) -> [PromptReading] {
    answers.flatMap { Array(repeating: $0.0, count: $0.1) }.enumerated().map { reader, answer in
      PromptReading(
        item: item(condition, wording), reader: "reader \(reader)", position: 0, wanted: answer,
        naturalness: natural)
    }
  }

  /// Everybody sees everything as it is meant.
  private static func asMeant(_ count: Int, wording: Int = 0) -> [PromptReading] {
    let answers: [Condition: ConditionGuess] = [
      .neutral: .neither, .leading: .toward, .away: .away, .placebo: .cannotTell,
    ]
    return conditions.flatMap {
      readings($0, [(answers[$0] ?? .neither, count)], natural: 3, wording: wording)
    }
  }

  private static func verdict(
    _ condition: Condition, _ answers: [(ConditionGuess, Int)], strength: Int = 2
  ) throws -> PromptItemCheck.Verdict {
    let check = PromptCheck(
      of: [.init(item: item(condition), strength: strength)],
      readings: readings(condition, answers))
    return try #require(check.items.first).verdict
  }

  @Test func `seven of ten are enough, and less is not`() throws {
    #expect(try Self.verdict(.leading, [(.toward, 7), (.away, 3)]) == .keep)
    #expect(try Self.verdict(.leading, [(.toward, 69), (.neither, 31)]) == .drop)
    #expect(try Self.verdict(.away, [(.away, 5), (.cannotTell, 2)]) == .keep)
    #expect(try Self.verdict(.away, [(.away, 4), (.cannotTell, 2)]) == .drop)
    #expect(try Self.verdict(.neutral, [(.neither, 4), (.cannotTell, 3), (.toward, 3)]) == .keep)
    #expect(try Self.verdict(.neutral, [(.neither, 3), (.cannotTell, 3), (.away, 4)]) == .drop)
    #expect(try Self.verdict(.placebo, [(.cannotTell, 7), (.toward, 3)]) == .keep)
    // The wrong side is no right one, however sure readers are.
    #expect(try Self.verdict(.leading, [(.away, 10)]) == .drop)
  }

  @Test func `with fewer than five readers an item is unchecked`() throws {
    #expect(try Self.verdict(.leading, [(.toward, 4)]) == .unchecked)
    #expect(try Self.verdict(.leading, [(.away, 4)]) == .unchecked)
    #expect(try Self.verdict(.leading, [(.toward, 5)]) == .keep)
    #expect(PromptCheck(of: Self.subjects(), readings: Self.asMeant(4)).verdict == .unchecked)
  }

  @Test func `a hint is reported and filters nothing`() throws {
    #expect(try Self.verdict(.leading, [(.neither, 8)], strength: 1) == .reported)
    #expect(try Self.verdict(.neutral, [(.toward, 8)], strength: 1) == .drop)
    let hints = Self.readings(.leading, [(.neither, 8)])
    let others = Self.asMeant(8).filter { $0.item.condition != .leading }
    let check = PromptCheck(of: Self.subjects(strength: 1), readings: hints + others)
    #expect(check.verdict == .keep)
  }

  @Test func `a family with one failing item is dropped whole, and named`() {
    let subjects = (0..<2).flatMap { wording in
      Self.conditions.map { PromptItemCheck.Subject(item: Self.item($0, wording)) }
    }
    let second = Self.asMeant(8, wording: 1).filter { $0.item.condition != .placebo }
    let placebo = Self.readings(.placebo, [(.toward, 4), (.neither, 4)], wording: 1)
    let check = PromptCheck(of: subjects, readings: Self.asMeant(8) + second + placebo)
    #expect(check.verdict == .drop)
    #expect(check.dropped.map(\.wording) == [1])
    #expect(check.families[0].verdict == .keep)
    #expect(check.sentence().contains("1 should be dropped (2)"))
    #expect(check.lines.contains { $0.contains("drop: 4 of 8") })
    #expect(check.json["drop"]?.elements?.compactMap(\.int) == [2])
  }

  @Test func `a reader has one voice: of several readings the first that is answered counts`() {
    let item = Self.item(.neutral)
    let readings = [
      PromptReading(item: item, reader: "a", position: 7, wanted: .toward, naturalness: 4),
      PromptReading(item: item, reader: "a", position: 2, wanted: .neither, naturalness: 1),
      PromptReading(item: item, reader: "a", position: 0, wanted: nil, naturalness: nil),
    ]
    let check = PromptCheck(of: [.init(item: item)], readings: readings)
    #expect(check.items[0].counts == [.neither: 1])
    #expect(check.items[0].naturalness == 1)
    #expect(check.readers == 1)
  }

  @Test(arguments: [(2.5, true), (2.4, false), (3.5, true), (3.6, false)])
  func `the led prompts and the placebo lie within half a point of naturalness`(
    natural: Double, isWithin: Bool
  ) {
    var readings = Self.asMeant(6).filter { $0.item.condition != .away }
    readings += Self.readings(.away, [(.away, 6)], natural: natural)
    let check = PromptCheck(of: Self.subjects(), readings: readings)
    #expect(check.families[0].isEquallyNatural == isWithin)
    #expect(check.sentence().contains("do not read equally natural") == !isWithin)
    // Chance alone makes such differences: nothing is dropped for it.
    #expect(check.verdict == .keep)
    #expect(check.lines.allSatisfy { $0.count <= 80 || $0 == check.sentence() }, "\(check.lines)")
  }

  @Test func `neutral's naturalness is shown and compared with nothing`() {
    let others = Self.asMeant(6).filter { $0.item.condition != .neutral }
    let neutral = Self.readings(.neutral, [(.neither, 6)], natural: 0)
    let check = PromptCheck(of: Self.subjects(), readings: others + neutral)
    #expect(check.families[0].naturalnessSpread == 0)
    #expect(check.items[0].naturalness == 0)
  }

  @Test func `changed prompts are unchecked, and it is said`() {
    let check = PromptCheck(of: Self.subjects(stale: [.leading]), readings: Self.asMeant(8))
    #expect(check.verdict == .unchecked)
    #expect(check.stale == [Self.item(.leading)])
    #expect(check.sentence().contains("1 item of 4 was changed after 8 readers had read them"))
    #expect(check.lines.contains { $0.contains("leading") && $0.contains("changed since") })
  }

  @Test func `a check that was kept says the same again, also of prompts changed since`() throws {
    let check = PromptCheck(
      of: Self.subjects(), readings: Self.asMeant(7), isSimulated: true, readersLeftOut: 2)
    let kept = try JSON(parsing: check.json.canonical)
    #expect(PromptCheck(of: Self.subjects(), kept: kept) == check)
    let now = PromptCheck(of: Self.subjects(stale: [.away, .placebo]), kept: kept)
    #expect(now.verdict == .unchecked && now.stale.count == 2)
    let further = PromptCheck(
      of: Self.subjects() + [.init(item: Self.item(.neutral, 1))], kept: kept)
    #expect(further.verdict == .unchecked)
  }

  @Test func `the sentence says who read, when, and what came of it`() {
    let check = PromptCheck(of: Self.subjects(), readings: Self.asMeant(7))
    #expect(
      check.sentence(when: "before the first run")
        == "The prompts were checked by 7 readers before the first run: each condition is seen as "
        + "it is meant by at least 70 % of them.")
    #expect(
      PromptCheck(of: Self.subjects(), readings: []).sentence()
        == "The prompts are unchecked: nobody has read them.")
    #expect(
      PromptCheck(of: Self.subjects(), readings: Self.asMeant(3)).sentence()
        == "The prompts are unchecked: 3 readers read them, and every item needs 5 (the fewest is 3)."
    )
    let simulated = PromptCheck(of: Self.subjects(), readings: Self.asMeant(7), isSimulated: true)
    #expect(simulated.sentence().contains("7 simulated readers"))
  }
}
