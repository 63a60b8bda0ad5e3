import Faults
import Questions
import Testing

@Suite struct AnswerTests {
  static let binary = Question(
    id: QuestionID("again"), ask: "Is it there?", form: .binary(no: "no", yes: "yes"))
  static let ordinal = Question(
    id: QuestionID("theme"), ask: "How much?",
    form: .ordinal(["absent", "a little", "a lot"]))
  static let nominal = Question(
    id: QuestionID("kind"), ask: "Which kind?", form: .nominal(["tool", "craft", "game"]))
  static let slider = Question(
    id: QuestionID("depth"), ask: "How deep?", form: .slider(low: "flat", high: "deep"))
  static let note = Question(id: QuestionID("remark"), ask: "Anything else?", form: .note)

  @Test(arguments: [
    (binary, "2", Answer.value(1)), (binary, "0", .cannotTell), (binary, " YES ", .value(1)),
    (binary, "no", .value(0)),
    (ordinal, "3", .value(2)), (ordinal, "A Little", .value(1)), (ordinal, "2.0", .value(1)),
    (nominal, "game", .value(2)), (slider, "0", .value(0)), (slider, "100", .value(100)),
    (ordinal, "cannot tell", .cannotTell), (slider, "Can't tell", .cannotTell),
    (note, "  fine \n", .note("fine")), (note, "cannot tell", .note("cannot tell")),
  ])
  func `reads numbers, labels and notes`(question: Question, text: String, answer: Answer) throws {
    #expect(try question.answer(reading: text, at: "here") == answer)
    try question.check(answer, at: "here")
  }

  @Test(arguments: [
    (binary, "3"), (ordinal, "4"), (ordinal, "-1"), (ordinal, "1.5"), (ordinal, ""),
    (ordinal, "nan"), (ordinal, "inf"), (ordinal, "1e400"), (nominal, "toy"), (slider, "101"),
    (slider, "-1"), (slider, "50.5"), (slider, "flat"), (note, "   "),
    (note, String(repeating: "x", count: 4001)),
  ])
  func `refuses what is no answer and says where`(question: Question, text: String) {
    let fault = #expect(throws: Fault.self) { try question.answer(reading: text, at: "r.csv:3:4") }
    #expect(fault?.place == "r.csv:3:4")
    #expect(fault?.kind == .badInput)
  }

  @Test(arguments: [
    (binary, Answer.value(2)), (ordinal, .value(0.5)), (ordinal, .note("x")),
    (ordinal, .value(.nan)), (ordinal, .value(.infinity)), (slider, .value(-1)),
    (note, .value(0)), (note, .cannotTell), (note, .note(" ")),
  ])
  func `refuses a value that is no answer`(question: Question, answer: Answer) {
    #expect(throws: Fault.self) { try question.check(answer, at: "here") }
  }

  @Test func `a label that is a number names its level`() throws {
    let odd = Question(id: QuestionID("odd"), ask: "?", form: .ordinal(["3", "2", "1"]))
    #expect(try odd.answer(reading: "3", at: "here") == .value(0))
    #expect(try odd.answer(reading: "0", at: "here") == .cannotTell)
  }

  @Test func `describes answers as people read them`() {
    #expect(Self.ordinal.describe(.value(2)) == "a lot")
    #expect(Self.slider.describe(.value(37)) == "37")
    #expect(Self.ordinal.describe(.cannotTell) == "cannot tell")
    #expect(Self.note.describe(.note("fine")) == "fine")
  }
}
