import Foundation
import Testing

@testable import Cues

/// Texts that are made to be slow: time has to go with their size.
@Suite(.serialized) struct HostileTextTests {
  struct Hostile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let unit: String
  }

  static let texts = [
    Hostile(testDescription: "deep nesting", unit: "([{<\"'`«“"),
    Hostile(testDescription: "one endless line", unit: "you obviously care, don't you, and "),
    Hostile(testDescription: "one endless word", unit: "a"),
    Hostile(testDescription: "combining characters", unit: "e\u{301}\u{302}\u{303}\u{327}"),
    Hostile(testDescription: "quotation marks", unit: "\" ' “ « ` "),
    Hostile(testDescription: "apostrophes", unit: "'a 'b don't "),
    Hostile(testDescription: "option lines", unit: "(A) one\n(B) two\n"),
    Hostile(testDescription: "fences without an end", unit: "```\n~~~\n"),
    Hostile(testDescription: "texts handed over", unit: "Text: a b\n\nStory:\n\n"),
    Hostile(testDescription: "answers", unit: "AI: no\nUser: why do you hide it?\n"),
    Hostile(testDescription: "labels", unit: "a 1: b. rating: 4 => "),
    Hostile(testDescription: "blank lines", unit: "\n \n\t\n"),
    Hostile(testDescription: "numbers", unit: "1 (a little) to 5 (a lot) of $3, "),
    Hostile(
      testDescription: "words of many patterns", unit: "why would you is it the that so not "),
    Hostile(testDescription: "zero bytes", unit: "\u{0}\u{0}?"),
  ]

  private func text(_ hostile: Hostile, bytes: Int) -> String {
    var text = String(repeating: hostile.unit, count: bytes / hostile.unit.utf8.count + 1)
    text.makeContiguousUTF8()
    return text
  }

  /// Seconds of this thread's own work: what else goes on does not count.
  private static func work(_ text: String) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    _ = CueDetector().read(text)
    return now() - start
  }

  @Test(arguments: texts)
  func `sixteen times the text takes nowhere near its square`(_ hostile: Hostile) async {
    let short = text(hostile, bytes: 64 << 10)
    let long = text(hostile, bytes: 1 << 20)
    _ = CueDetector().read("The tables of all words are made once.")
    let ratio: Double = await OwnThread.run { Self.work(long) / max(Self.work(short), 1e-6) }
    // Linear is 16; a quadratic search would take 256 times as long.
    #expect(ratio < 64, "\(ratio) times as long")
  }
}

/// Long work beside the threads that all tests share.
enum OwnThread {
  static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: work()) }
      thread.stackSize = 4 << 20
      thread.start()
    }
  }
}
