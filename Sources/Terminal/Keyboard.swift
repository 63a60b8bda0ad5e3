#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A line that was typed, or what was wanted instead of one.
package enum TypedLine: Hashable, Sendable {
  case text(String)
  /// Backspace on an empty line.
  case back
  /// Ctrl-C, Ctrl-D, or nothing more to read.
  case stop
}

/// Where keys come from: a terminal, lines of a file, or a test's script.
package protocol Keyboard: AnyObject {
  /// Waits for one key.
  func key() -> Key
  /// Waits for a line, and shows it while it is typed where nothing else does.
  func line(on screen: any Screen) -> TypedLine
}

extension Keyboard {
  /// Reads a line key by key.
  package func line(on screen: any Screen) -> TypedLine {
    var text = ""
    while true {
      switch key() {
      case .enter:
        screen.line()
        return .text(text)
      case .interrupt, .endOfInput:
        screen.line()
        return .stop
      case .backspace:
        guard let last = text.popLast() else {
          screen.line()
          return .back
        }
        screen.eraseBack(columns: Terminal.width(of: Terminal.harmless(String(last))))
      case .character(let character):
        text.append(character)
        screen.show(Span(String(character)))
      case .tab:
        text.append(" ")
        screen.show(Span(" "))
      case .escape, .up, .down, .left, .right, .other: break
      }
    }
  }
}

/// The keys of a terminal in raw mode; see `Terminal.withRawMode`.
package final class RawKeyboard: Keyboard {
  private let descriptor: Int32
  private var decoder = KeyDecoder()

  package init(descriptor: Int32 = 0) { self.descriptor = descriptor }

  package func key() -> Key {
    while true {
      if let key = decoder.next(isWhole: false) { return key }
      // Half a sequence is all there is when nothing follows within a moment.
      if !decoder.isEmpty, !hasMore(withinMilliseconds: 50),
        let key = decoder.next(isWhole: true)
      {
        return key
      }
      var buffer = [UInt8](repeating: 0, count: 64)
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .endOfInput }
      decoder.feed(buffer[..<count])
    }
  }

  private func hasMore(withinMilliseconds wait: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, wait) > 0
  }
}

/// Whole lines as keys, where standard input is no terminal: a line of one character is that key,
/// an empty one is Enter.
package final class LineKeyboard: Keyboard {
  private let nextLine: () -> String?

  package init(reading nextLine: @escaping () -> String? = { readLine() }) {
    self.nextLine = nextLine
  }

  package func key() -> Key {
    guard let line = nextLine() else { return .endOfInput }
    guard let first = line.first else { return .enter }
    return line.count == 1 ? .character(first) : .other(line)
  }

  package func line(on screen: any Screen) -> TypedLine {
    nextLine().map(TypedLine.text) ?? .stop
  }
}

/// Keys that were written down before; when they are used up, input has ended.
package final class ScriptedKeyboard: Keyboard {
  private var keys: ArraySlice<Key>

  package init(_ keys: [Key]) { self.keys = keys[...] }

  /// Each character is a key; a line break is Enter.
  package convenience init(typing text: String) {
    self.init(text.map { $0.isNewline ? .enter : .character($0) })
  }

  package func key() -> Key { keys.popFirst() ?? .endOfInput }
}
