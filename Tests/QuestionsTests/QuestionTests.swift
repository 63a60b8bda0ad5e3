import Questions
import Reproducible
import Testing

@Suite struct QuestionTests {
  @Test(arguments: [
    AnswerTests.binary, AnswerTests.ordinal, AnswerTests.nominal, AnswerTests.slider,
    AnswerTests.note,
  ])
  func `survives being written as JSON`(question: Question) throws {
    let written = question.json.canonical
    #expect(Question(json: try JSON(parsing: written)) == question)
  }

  @Test func `tells raters neither that it counts nor that it distracts`() {
    let form = AnswerForm.binary(no: "no", yes: "yes")
    let plain = Question(id: QuestionID("a"), ask: "?", form: form)
    let primary = Question(id: QuestionID("a"), ask: "?", form: form, isPrimary: true)
    let distractor = Question(id: QuestionID("a"), ask: "?", form: form, isDistractor: true)
    #expect(primary.json == plain.json)
    #expect(distractor.json == plain.json)
  }

  @Test(arguments: [
    #"{"ask": "?", "form": {"kind": "note"}}"#, #"{"id": "a", "ask": "?"}"#,
    #"{"id": "a", "ask": "?", "form": {"kind": "ordinal", "labels": ["one"]}}"#,
    #"{"id": "a", "ask": "?", "form": {"kind": "binary", "labels": ["a", "b", "c"]}}"#,
    #"{"id": "a", "ask": "?", "form": {"kind": "essay"}}"#, "[]",
  ])
  func `refuses JSON that is no question`(text: String) throws {
    #expect(Question(json: try JSON(parsing: text)) == nil)
  }

  @Test(arguments: NamedScale.allCases)
  func `a named scale has five anchors, each different`(scale: NamedScale) {
    #expect(scale.anchors.count == 5)
    #expect(Set(scale.anchors).count == 5)
    #expect(AnswerForm.ordinal(scale.anchors).range == 0...4)
  }
}
