#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How a stretch of text looks where colour is on; where it is off, all look alike.
package enum TextStyle: Hashable, Sendable, CaseIterable {
  case plain, strong, faint, accent, good, warning

  var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .accent: "36"
    case .good: "32"
    case .warning: "33"
    }
  }
}

/// A stretch of text in one style.
package struct Span: Hashable, Sendable {
  package let text: String
  package let style: TextStyle
  package init(_ text: String, _ style: TextStyle = .plain) {
    self.text = text
    self.style = style
  }
}

/// Where lines are shown.
///
/// What is given is made harmless on the way: no text reaches the terminal but as text.
package protocol Screen: AnyObject {
  /// How many columns a line has.
  var columns: Int { get }
  var usesColour: Bool { get }
  /// Puts text out as it is; only called with what was made harmless.
  func emit(_ text: String)
}

extension Screen {
  /// Shows spans one after another, without a line's end.
  package func show(_ spans: Span...) {
    emit(spans.map(rendered).joined())
  }

  /// Shows spans as a line.
  package func line(_ spans: Span...) {
    emit(spans.map(rendered).joined() + "\n")
  }

  /// Shows a text broken into lines.
  ///
  /// - Parameters:
  ///   - text: Of any origin.
  ///   - style: How it looks.
  ///   - widest: The most columns a line takes.
  ///   - indent: How many spaces stand before each line.
  package func paragraph(
    _ text: String, _ style: TextStyle = .plain, widest: Int = 80, indent: Int = 0
  ) {
    let room = max(8, min(columns, widest) - indent)
    for line in Terminal.wrapped(Terminal.harmless(text), columns: room) {
      emit(String(repeating: " ", count: indent) + rendered(Span(line, style)) + "\n")
    }
  }

  /// Takes the last character off the line that is being typed.
  package func eraseBack(columns count: Int) {
    guard count > 0 else { return }
    let back = String(repeating: "\u{8}", count: count)
    emit(back + String(repeating: " ", count: count) + back)
  }

  private func rendered(_ span: Span) -> String {
    let text = Terminal.harmless(span.text)
    guard usesColour, let code = span.style.code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

/// A screen on an open file: standard output or standard error.
package final class FileScreen: Screen {
  private let descriptor: Int32
  private let fixedColumns: Int?
  package let usesColour: Bool

  /// - Parameters:
  ///   - descriptor: 1 is standard output, 2 is standard error.
  ///   - usesColour: As `Terminal.usesColour` decides.
  ///   - columns: Asked of the terminal each time where it is `nil`.
  package init(descriptor: Int32 = 1, usesColour: Bool, columns: Int? = nil) {
    self.descriptor = descriptor
    self.usesColour = usesColour
    fixedColumns = columns
  }

  package var columns: Int { fixedColumns ?? Terminal.columns(of: descriptor) ?? 80 }

  package func emit(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        // Nobody reads any more; what is rated is stored all the same.
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}

/// A screen that keeps what was shown, for tests and for whatever shows it elsewhere.
package final class KeptScreen: Screen {
  package private(set) var text = ""
  package let columns: Int
  package let usesColour: Bool

  package init(columns: Int = 80, usesColour: Bool = false) {
    self.columns = columns
    self.usesColour = usesColour
  }

  package func emit(_ text: String) { self.text += text }
}
