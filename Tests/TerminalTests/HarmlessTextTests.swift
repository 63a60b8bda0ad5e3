import Terminal
import Testing

@Suite struct HarmlessTextTests {
  @Test(arguments: [
    ("\u{1B}[31mred\u{1B}[0m", "␛[31mred␛[0m"), ("\u{1B}]0;title\u{7}", "␛]0;title␇"),
    ("a\u{8}\u{8}b", "a␈␈b"), ("\u{9B}2J", "⟨U+009B⟩2J"), ("abc\u{202E}cba", "abc⟨U+202E⟩cba"),
    ("\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"), ("a\u{200B}b", "a⟨U+200B⟩b"),
    ("\u{E0041}", "⟨U+E0041⟩"), ("one\r\ntwo", "one\ntwo"), ("over\rwritten", "over␍written"),
    ("end\r", "end␍"), ("\r\r\n", "␍\n"), ("a\tb", "a    b"), ("a\u{2028}b", "a\nb"),
    ("\u{7F}\0", "␡␀"), ("naïve 字 👩‍👩‍👧 “ok”", "naïve 字 👩‍👩‍👧 “ok”"),
  ])
  func `what could take the terminal over becomes visible`(text: String, shown: String) {
    #expect(Terminal.harmless(text) == shown)
    #expect(Terminal.harmless(shown) == shown)
  }

  @Test func `no control character is left of any scalar`() {
    for value in UInt32(0)...0x10FFFF {
      guard value != 0x0A, let scalar = Unicode.Scalar(value) else { continue }
      guard scalar.properties.generalCategory == .control else { continue }
      let shown = Terminal.harmless(String(Character(scalar)))
      #expect(shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(!shown.isEmpty)
    }
  }

  @Test func `a line stays one line`() {
    #expect(Terminal.harmlessLine("a\nb\r\nc") == "a␊b␊c")
  }

  @Test(arguments: [
    ("abc", 3), ("字字", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("❤️", 2), ("ａ", 2), ("", 0), ("한글", 4),
    ("\u{301}", 0), ("…", 1),
  ])
  func `width counts columns`(text: String, columns: Int) {
    #expect(Terminal.width(of: text) == columns)
  }
}

@Suite struct WordWrapTests {
  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one two", 80, ["one two"]),
    ("a\n\nb\n", 10, ["a", "", "b", ""]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("go abcdefgh", 4, ["go", "abcd", "efgh"]), ("  two in", 8, ["  two in"]),
    ("  two in", 5, ["  two", "in"]), ("字字字字", 5, ["字字", "字字"]),
    ("ab 字字字", 6, ["ab 字", "字字"]), ("a   b", 3, ["a", "b"]), ("", 5, [""]),
    ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
  ])
  func `breaks at words and never wider than asked`(text: String, columns: Int, lines: [String]) {
    #expect(Terminal.wrapped(text, columns: columns) == lines)
  }

  @Test(arguments: 2..<40)
  func `loses no letter at any width`(columns: Int) {
    let text = "It was, she said, an unlikely   craft: 帆を縫うこと, done by\n\n  nobody since 1907."
    let lines = Terminal.wrapped(text, columns: columns)
    #expect(lines.allSatisfy { Terminal.width(of: $0) <= columns })
    #expect(
      lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
  }
}
