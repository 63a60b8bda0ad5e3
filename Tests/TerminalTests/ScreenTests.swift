import Foundation
import Terminal
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct ScreenTests {
  @Test func `no escape of a text reaches the screen, only our own colours`() {
    let plain = KeptScreen()
    plain.line(Span("a\u{1B}[2J", .strong), Span("\u{7}"))
    plain.paragraph("b\u{1B}]52;c;x\u{7}\u{9B}31m")
    #expect(!plain.text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!plain.text.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
    let coloured = KeptScreen(usesColour: true)
    coloured.line(Span("x\u{1B}[2J", .accent), Span("y"))
    #expect(coloured.text == "\u{1B}[36mx␛[2J\u{1B}[0my\n")
  }

  @Test func `a paragraph is never wider than the screen or than asked`() {
    let words = String(repeating: "word ", count: 60)
    for (columns, widest) in [(200, 80), (30, 80), (60, 40)] {
      let screen = KeptScreen(columns: columns)
      screen.paragraph(words, widest: widest, indent: 2)
      let lines = screen.text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= min(columns, widest) && $0.hasPrefix("  w") })
    }
  }

  @Test(
    arguments: [
      (true, false, [:], true), (false, false, [:], false), (true, true, [:], false),
      (true, false, ["NO_COLOR": "1"], false), (true, false, ["NO_COLOR": ""], true),
      (true, false, ["TERM": "dumb"], false),
    ] as [(Bool, Bool, [String: String], Bool)])
  func `colour can be refused`(
    isTTY: Bool, refused: Bool, environment: [String: String], expected: Bool
  ) {
    #expect(
      Terminal.usesColour(isTTY: isTTY, refused: refused, environment: environment) == expected)
  }

  @Test func `a file screen writes everything, and a pipe has no columns`() throws {
    let pipe = Pipe()
    let descriptor = pipe.fileHandleForWriting.fileDescriptor
    #expect(!Terminal.isTTY(descriptor))
    #expect(Terminal.columns(of: descriptor) == nil)
    let screen = FileScreen(descriptor: descriptor, usesColour: false)
    #expect(screen.columns == 80)
    screen.line(Span("text"))
    try pipe.fileHandleForWriting.close()
    #expect(try pipe.fileHandleForReading.readToEnd() == Data("text\n".utf8))
  }
}

@Suite(.serialized) struct RawModeTests {
  private struct Stop: Error {}

  /// Opens a pseudo-terminal: both ends of it.
  private func openTerminal() throws -> (outer: Int32, inner: Int32) {
    var (outer, inner): (Int32, Int32) = (-1, -1)
    try #require(openpty(&outer, &inner, nil, nil, nil) == 0)
    return (outer, inner)
  }

  private func isEchoing(_ descriptor: Int32) -> Bool {
    var settings = termios()
    return tcgetattr(descriptor, &settings) == 0
      && settings.c_lflag & tcflag_t(ECHO) != 0 && settings.c_lflag & tcflag_t(ICANON) != 0
  }

  @Test func `raw mode gives single keys and puts the terminal back`() throws {
    let terminal = try openTerminal()
    defer {
      close(terminal.inner)
      close(terminal.outer)
    }
    #expect(isEchoing(terminal.inner))
    let keys = Terminal.withRawMode(on: terminal.inner) {
      #expect(!isEchoing(terminal.inner))
      let typed: [UInt8] = [0x31, 0x1B, 0x5B, 0x41, 0xC3, 0xA9, 0x03]
      _ = write(terminal.outer, typed, typed.count)
      let keyboard = RawKeyboard(descriptor: terminal.inner)
      return (0..<4).map { _ in keyboard.key() }
    }
    #expect(keys == [.character("1"), .up, .character("é"), .interrupt])
    #expect(isEchoing(terminal.inner))
    #expect(throws: Stop.self) {
      try Terminal.withRawMode(on: terminal.inner) { throw Stop() }
    }
    #expect(isEchoing(terminal.inner))
  }

  @Test func `handlers of signals are put back too`() throws {
    let terminal = try openTerminal()
    defer {
      close(terminal.inner)
      close(terminal.outer)
    }
    func handler() -> Int {
      var action = sigaction()
      sigaction(SIGTERM, nil, &action)
      return withUnsafeBytes(of: action) { $0.loadUnaligned(as: Int.self) }
    }
    let before = handler()
    let during = Terminal.withRawMode(on: terminal.inner) { handler() }
    #expect(during != before)
    #expect(handler() == before)
  }
}
