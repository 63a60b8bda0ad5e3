import Faults
import Testing

@Suite struct FaultTests {
  private let first = Fault(.badInput, at: "trial.yaml:3:1", "the key is twice", remedy: "keep one")
  private let second = Fault(.notFound, at: "a.txt", "no such file", remedy: "check the name")

  @Test func `a fault says where, what, and how to mend it`() {
    #expect(
      first.description == "trial.yaml:3:1: the key is twice\n  to mend it: keep one")
  }

  @Test func `several faults are told together, and the first decides the exit code`() {
    let faults = Faults([first, second])
    #expect(faults.description == "\(first)\n\(second)")
    #expect(faults.kind == .badInput)
  }
}
