import Testing

@testable import Terminal

@Suite struct KeyboardTests {
  @Test(
    arguments: [
      ([0x31], [Key.character("1")]), ([0x1B, 0x5B, 0x41], [.up]), ([0x1B, 0x4F, 0x44], [.left]),
      ([0xC3, 0xA9], [.character("é")]), ([0xF0, 0x9F, 0x98, 0x80], [.character("😀")]),
      ([0x0D], [.enter]), ([0x0D, 0x0A, 0x71], [.enter, .character("q")]),
      ([0x7F, 0x08], [.backspace, .backspace]), ([0x03, 0x04], [.interrupt, .endOfInput]),
      ([0x1B], [.escape]),
      ([0x1B, 0x5B, 0x33, 0x7E, 0x31], [.other("a sequence"), .character("1")]),
      ([0xFF, 0x31], [.other("a byte that is no text"), .character("1")]),
      ([0x31, 0x32], [.character("1"), .character("2")]),
    ] as [([UInt8], [Key])])
  func `bytes become keys`(bytes: [UInt8], keys: [Key]) {
    var decoder = KeyDecoder()
    decoder.feed(bytes)
    var found: [Key] = []
    while let key = decoder.next(isWhole: true) { found.append(key) }
    #expect(found == keys)
    #expect(decoder.isEmpty)
  }

  @Test func `a sequence may arrive in parts`() {
    var decoder = KeyDecoder()
    for byte: UInt8 in [0x1B, 0x5B] {
      decoder.feed([byte])
      #expect(decoder.next(isWhole: false) == nil)
    }
    decoder.feed([0x42])
    #expect(decoder.next(isWhole: false) == .down)
    decoder.feed([0xC3])
    #expect(decoder.next(isWhole: false) == nil)
    decoder.feed([0xA9])
    #expect(decoder.next(isWhole: false) == .character("é"))
  }

  @Test func `a line can be mended while it is typed`() {
    let screen = KeptScreen()
    let keyboard = ScriptedKeyboard([
      .character("a"), .character("字"), .backspace, .up, .character("b"), .enter,
    ])
    #expect(keyboard.line(on: screen) == .text("ab"))
    #expect(screen.text == "a字\u{8}\u{8}  \u{8}\u{8}b\n")
  }

  @Test func `backspace on an empty line goes back, the end of input stops`() {
    #expect(ScriptedKeyboard([.backspace]).line(on: KeptScreen()) == .back)
    #expect(ScriptedKeyboard([.character("x"), .interrupt]).line(on: KeptScreen()) == .stop)
    #expect(ScriptedKeyboard([]).line(on: KeptScreen()) == .stop)
  }

  @Test func `where there is no terminal a line of one character is a key`() {
    var lines = ["3", "", "quit", "a note"][...]
    let keyboard = LineKeyboard { lines.popFirst() }
    #expect(keyboard.key() == .character("3"))
    #expect(keyboard.key() == .enter)
    #expect(keyboard.key() == .other("quit"))
    #expect(keyboard.line(on: KeptScreen()) == .text("a note"))
    #expect(keyboard.line(on: KeptScreen()) == .stop)
    #expect(keyboard.key() == .endOfInput)
  }
}
