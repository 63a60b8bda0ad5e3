import Testing

@testable import Linting

@Suite struct LintedTextTests {
  @Test func `a finding has its line, its column and its offsets`() throws {
    let file = LintedFile(
      prompt: "Grüße 👋 to all.\nThe theme is loss, isn't it?", name: "prompt.txt")
    let found = try #require(file.findings.first { $0.code == "A2" })
    #expect(found.line == 2)
    #expect(found.column == 20)
    #expect(found.offsets == 35..<43)
    #expect(found.shown == "The theme is loss, isn't it?")
    #expect(found.marked == 19..<27)
    #expect(file.fails())
  }

  @Test func `a text is judged by its score, or by the level that is named`() {
    let finding = LintFinding(level: .warning, code: "A1", name: "a", problem: "b", remedy: "c")
    let text = LintedFile(name: "a.txt", score: 0.3, findings: [finding])
    #expect(!text.fails() && text.fails(at: .warning) && !text.fails(at: .error))
    let trial = LintedFile(name: "trial.yaml", score: nil, findings: [finding])
    #expect(trial.fails() && !trial.fails(at: .error))
  }

  @Test func `another language is said to be unread`() {
    let file = LintedFile(
      prompt:
        "Ist es nicht so, dass die Geschichte sehr traurig ist und niemand den Bäcker braucht?",
      name: "-")
    #expect(!file.isEnglish)
    #expect(file.findings.map(\.code) == ["language"])
    #expect(file.score == 0)
  }

  @Test func `the marked words are underlined`() {
    let text = LintText(columns: 80, bold: { $0 }, faint: { $0 })
    let shown = text.text(
      of: [LintedFile(prompt: "You wrote it yourself, right?", name: "a.txt")], showsNotes: false)
    #expect(shown.contains("    You wrote it yourself, right?\n"))
    #expect(shown.contains("^^^^^"))
    #expect(shown.contains("to mend it: drop the tag"))
  }

  @Test func `annotations are escaped`() {
    let finding = LintFinding(
      level: .error, code: "A1", name: "a, b", problem: "100 %\nof it", remedy: "c", line: 3,
      column: 4)
    let line = LintText.annotations(
      of: [LintedFile(name: "a:b.txt", score: 1, findings: [finding])])
    #expect(
      line
        == "::error file=a%3Ab.txt,line=3,col=4,title=a%2C b [A1]::100 %25%0Aof it%0Ato mend it: c")
  }
}
