import Packets
import Questions
import Rating
import Testing

@Suite struct DealingRuleTests {
  private func sequence(_ number: Int, _ codes: String..., guess: [String] = []) -> PacketSequence {
    PacketSequence(
      number: number, codes: codes.map { OutputCode($0) },
      guessCodes: guess.map { OutputCode($0) })
  }

  private func made(
    dealt: [PacketSequence], counts: [(String, Int)], highest: Int? = nil
  ) throws -> PacketSequence {
    let deal = DealingRule.choose(
      DealState(
        freeSequences: [], highestNumber: highest ?? dealt.map(\.number).max() ?? 0,
        dealtSequences: dealt,
        raterCounts: counts.map { (code: OutputCode($0.0), raters: $0.1) }))
    guard case .new(let sequence) = deal else {
      Issue.record("a new sequence was expected")
      return PacketSequence(number: 0, codes: [], guessCodes: [])
    }
    return sequence
  }

  @Test func `planned sequences come first, by number`() {
    let state = DealState(
      freeSequences: [sequence(5, "a"), sequence(3, "b")], highestNumber: 5,
      dealtSequences: [sequence(1, "c")], raterCounts: [])
    #expect(DealingRule.choose(state) == .existing(sequence(3, "b")))
  }

  @Test func `what drop-outs left comes next: fewest raters first`() throws {
    let new = try made(
      dealt: [sequence(1, "a", "b"), sequence(2, "c", "d")],
      counts: [("a", 1), ("b", 0), ("c", 1), ("d", 0)])
    #expect(new == sequence(3, "b", "d"))
  }

  @Test func `raters who join together get different texts`() throws {
    let counts = [("a", 0), ("b", 0), ("c", 0), ("d", 0)]
    let first = try made(dealt: [sequence(1, "a", "b")], counts: counts)
    #expect(first == sequence(2, "c", "d"))
    let second = try made(dealt: [sequence(1, "a", "b"), first], counts: counts)
    #expect(second == sequence(3, "a", "b"))
  }

  @Test func `a new one is as long as the others usually are`() throws {
    let new = try made(
      dealt: [sequence(1, "a"), sequence(2, "a", "b"), sequence(9, "a", "b", "c")],
      counts: [("a", 3), ("b", 2), ("c", 1)])
    #expect(new == sequence(10, "c", "b"))
  }

  @Test func `without any plan it holds every text`() throws {
    #expect(try made(dealt: [], counts: [("a", 0), ("b", 0)]) == sequence(1, "a", "b"))
  }

  @Test func `asks for guesses about some of its own texts where others do`() throws {
    let codes = (0..<12).map { "t\($0)" }
    let dealt = PacketSequence(
      number: 1, codes: codes.map { OutputCode($0) }, guessCodes: [OutputCode("t0")])
    let new = try made(dealt: [dealt], counts: codes.map { ($0, 1) })
    #expect(new.guessCodes.map(\.letters) == ["t0", "t2", "t4", "t6", "t8", "t10"])
    let short = try made(
      dealt: [sequence(1, "a", "b", guess: ["a"])], counts: [("a", 1), ("b", 1)])
    #expect(short.guessCodes.map(\.letters) == ["a", "b"])
  }

  @Test func `the packet deals by it`() throws {
    let fixture = try RatingFixture(codes: [["aa", "bb"]])
    let ann = try fixture.session("Ann")
    try ann.store(
      id: .random(), position: 0, question: RatingFixture.theme, given: .answer(.value(1)),
      seconds: nil, now: RatingFixture.now)
    let ben = try fixture.session("Ben")
    #expect(ben.sequence == sequence(2, "bb", "aa"))
    #expect(try fixture.packet.sequence(2) == ben.sequence)
  }
}
