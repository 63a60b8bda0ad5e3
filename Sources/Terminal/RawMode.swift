#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What the terminal was before raw mode; a signal handler can reach nothing but such a global.
///
/// Written before the handlers are installed and cleared after they are removed, by the one thread
/// that is in raw mode.
nonisolated(unsafe) private var savedSettings: UnsafeMutablePointer<termios>?
nonisolated(unsafe) private var savedDescriptor: Int32 = -1

/// Puts the terminal back; calls nothing that a signal handler may not call.
private func restoreTerminal() {
  if let savedSettings { tcsetattr(savedDescriptor, TCSANOW, savedSettings) }
}

private func restoreAndRaise(_ signalNumber: Int32) {
  restoreTerminal()
  signal(signalNumber, SIG_DFL)
  raise(signalNumber)
}

extension Terminal {
  /// Runs work while a terminal gives single keys, unechoed.
  ///
  /// The terminal is put back when the work ends, when it throws, when the process exits, and when
  /// SIGINT, SIGTERM, SIGHUP or SIGQUIT ends it. Ctrl-C is a key meanwhile. A file that is no
  /// terminal stays as it is.
  ///
  /// - Parameters:
  ///   - descriptor: 0 is standard input.
  ///   - work: What runs in raw mode; not nested.
  /// - Returns: What the work returned.
  /// - Throws: What the work threw, once the terminal is put back.
  package static func withRawMode<Result>(
    on descriptor: Int32 = 0, _ work: () throws -> Result
  ) rethrows -> Result {
    var settings = termios()
    guard savedSettings == nil, tcgetattr(descriptor, &settings) == 0 else { return try work() }
    let saved = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    saved.initialize(to: settings)
    savedDescriptor = descriptor
    savedSettings = saved
    _ = restoreAtExit
    let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    let earlier = ending.map { install($0) }
    var raw = settings
    cfmakeraw(&raw)
    raw.c_oflag |= tcflag_t(OPOST)
    tcsetattr(descriptor, TCSADRAIN, &raw)
    defer {
      restoreTerminal()
      for (number, action) in zip(ending, earlier) {
        var action = action
        sigaction(number, &action, nil)
      }
      savedSettings = nil
      saved.deallocate()
    }
    return try work()
  }

  private static let restoreAtExit: Int32 = atexit { restoreTerminal() }

  /// Installs our handler, unless the signal is ignored, and tells what stood there before.
  private static func install(_ number: Int32) -> sigaction {
    var earlier = sigaction()
    sigaction(number, nil, &earlier)
    var ours = sigaction()
    #if canImport(Glibc)
    if earlier.__sigaction_handler.sa_handler.map({ unsafeBitCast($0, to: Int.self) }) == 1 {
      return earlier
    }
    ours.__sigaction_handler.sa_handler = { restoreAndRaise($0) }
    #else
    if earlier.__sigaction_u.__sa_handler.map({ unsafeBitCast($0, to: Int.self) }) == 1 {
      return earlier
    }
    ours.__sigaction_u.__sa_handler = { restoreAndRaise($0) }
    #endif
    sigaction(number, &ours, nil)
    return earlier
  }
}
