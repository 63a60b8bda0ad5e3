import Packets
import Reproducible
import Testing

@testable import Blinding

@Suite struct VerificationTests {
  private let key = Sample.key(11)
  private let outputs = Sample(scenarios: 3).outputs

  private func faults(
    key: SecretKey? = nil,
    changing edit: (inout [String: String], inout [OutputCode: String]) -> Void
  ) throws -> [BlindingFault] {
    let blinded = try Blinded(outputs: outputs, rules: Sample.rules(), key: self.key)
    var stored = Dictionary(uniqueKeysWithValues: outputs.map { ($0.id, $0.text) })
    var shown = Dictionary(
      uniqueKeysWithValues: blinded.contents.entries.map { ($0.code, $0.text) })
    edit(&stored, &shown)
    return Blinded.verify(
      allocation: blinded.allocation, key: key ?? self.key,
      commitment: blinded.contents.keyCommitment, storedTexts: stored, shownTexts: shown)
  }

  @Test func `an untouched packet matches`() throws {
    #expect(try faults { _, _ in } == [])
  }

  @Test func `another key matches nothing`() throws {
    let found = try faults(key: Sample.key(12)) { _, _ in }
    #expect(found.first == .otherKey)
    #expect(found.count > outputs.count)
  }

  @Test func `a changed stored text is found in every view`() throws {
    let id = try #require(outputs.first?.id)
    let found = try faults { stored, _ in stored[id]? += " " }
    #expect(found.contains(.storedTextChanged(id)))
    #expect(found.count { $0 == .storedTextChanged(id) } == 1)
    #expect(found.allSatisfy { if case .shownTextChanged = $0 { false } else { true } })
  }

  @Test func `a changed shown text is found`() throws {
    var code: OutputCode?
    let found = try faults { _, shown in
      code = shown.keys.min()
      if let code { shown[code] = "Another text." }
    }
    let changed = try #require(code)
    #expect(found == [.shownTextChanged(changed), .wrongCode(changed)])
  }

  @Test func `two texts that changed places are found`() throws {
    let found = try faults { _, shown in
      let codes = shown.keys.sorted()
      let text = shown[codes[0]]
      shown[codes[0]] = shown[codes[1]]
      shown[codes[1]] = text
    }
    #expect(found.count == 4)
  }

  @Test func `missing and unknown texts are found`() throws {
    let stranger = OutputCode("AAAAAAAA")
    var missing: OutputCode?
    let found = try faults { _, shown in
      missing = shown.keys.max()
      if let missing { shown[missing] = nil }
      shown[stranger] = "Never blinded."
    }
    let gone = try #require(missing)
    #expect(found == [.shownTextChanged(gone), .unknownCode(stranger)])
  }
}
