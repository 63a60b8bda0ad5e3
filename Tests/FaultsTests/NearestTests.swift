import Faults
import Testing

@Suite struct NearestTests {
  @Test(arguments: [
    ("nutral", "neutral"), ("Leading", "leading"), ("placbo", "placebo"), ("colour", nil),
    ("", nil),
  ])
  func `the nearest name is one that a slip may have meant`(_ name: String, nearest: String?) {
    #expect(Nearest.name(to: name, in: ["neutral", "leading", "placebo"]) == nearest)
    #expect(Nearest.name(to: name, in: []) == nil)
  }
}
