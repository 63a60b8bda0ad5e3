import Foundation
import Reproducible
import Testing

@Suite struct NumeralsTests {
  @Test(arguments: [
    (0.125, 2, "0.13"), (-0.125, 2, "-0.13"), (-0.001, 2, "0.00"), (2.5, 0, "3"), (-2.5, 0, "-3"),
    (1234.5678, 3, "1234.568"), (0.05, 1, "0.1"), (7, 2, "7.00"), (.infinity, 2, "inf"),
    (-.infinity, 2, "-inf"), (.nan, 2, "nan"), (999.999, 2, "1000.00"), (0.004, 3, "0.004"),
  ])
  func `rounds halves away from zero`(value: Double, decimals: Int, text: String) {
    #expect(Numerals.fixed(value, decimals: decimals) == text)
  }

  @Test func `counts with the right noun`() {
    #expect(Numerals.count(1, "text") == "1 text")
    #expect(Numerals.count(0, "text") == "0 texts")
    #expect(Numerals.count(2, "entry", "entries") == "2 entries")
    #expect(Numerals.percent(0.425) == "43 %")
  }
}

@Suite struct UTCTests {
  @Test(arguments: [0, 0.123, 1_772_892_309.5, -1, 4_102_444_799.999])
  func `a moment survives being written`(seconds: Double) throws {
    let moment = Date(timeIntervalSince1970: seconds)
    let read = try #require(UTC.date(UTC.timestamp(moment)))
    #expect(abs(read.timeIntervalSince(moment)) < 0.001)
    #expect(UTC.timestamp(read) == UTC.timestamp(moment))
  }

  @Test func `writes UTC with milliseconds`() {
    #expect(
      UTC.timestamp(Date(timeIntervalSince1970: 1_772_892_309.125)) == "2026-03-07T14:05:09.125Z")
    #expect(UTC.day(Date(timeIntervalSince1970: 86_399)) == "1970-01-01")
  }

  @Test(arguments: ["", "2026-03-07", "yesterday", "2026-13-07T14:05:09.125Z"])
  func `refuses another form`(text: String) {
    #expect(UTC.date(text) == nil)
  }
}
