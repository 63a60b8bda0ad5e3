#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Terminal {
  /// Whether a person sits at an open file: 0 is standard input, 1 is standard output.
  package static func isTTY(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many columns a terminal has; `nil` where the file is none or does not say.
  package static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Whether output is coloured.
  ///
  /// - Parameters:
  ///   - isTTY: Whether it goes to a terminal.
  ///   - refused: Whether `--no-color` was given.
  ///   - environment: `NO_COLOR`, where it is set and not empty, and `TERM=dumb` switch colour off.
  /// - Returns: Whether to send colours.
  package static func usesColour(
    isTTY: Bool, refused: Bool, environment: [String: String]
  ) -> Bool {
    isTTY && !refused && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }
}
