@testable import Blinding
import Packets
import Reproducible
import Testing

@Suite struct CodeTests {
  /// The bytes 0 to 31.
  private func countingKey() throws -> SecretKey {
    try #require(SecretKey(bytes: (0..<32).map { UInt8($0) }))
  }

  // The letters were computed with Python:
  //   parts = [id, sha256(stored).hexdigest(), sha256(shown).hexdigest()]
  //   message = b"".join(struct.pack(">Q", len(p.encode())) + p.encode() for p in parts)
  //   value = int.from_bytes(hmac.new(bytes(range(32)), message, sha256).digest(), "big")
  //   "".join(ALPHABET[(value >> (256 - 5 * (i + 1))) & 31] for i in range(length))
  @Test(arguments: [
    ("run-1", "A keeper lit the lamp.", "A keeper lit the lamp.", "JGRFKHUS"),
    ("run-2", "A keeper lit the lamp.", "A keeper lit the lamp.", "PV4QQ8QH"),
    ("run-1", "A keeper lit the lamp.", "A […] lit the lamp.", "DJKU5KQ5"),
    ("text/é", "Käse", "Käse", "AHVKHEVPU7LA5XYGFR5TNFKH73GVRZ7K2V47HXP2JS8A8AJWSRC"),
  ])
  func `a code is what another implementation of HMAC gives`(
    id: String, stored: String, shown: String, letters: String
  ) throws {
    let code = Blinded.code(
      key: try countingKey(), outputID: id, storedHash: Digest(of: stored),
      shownHash: Digest(of: shown), length: letters.count)
    #expect(code.letters == letters)
  }

  @Test func `codes of a packet are what key and texts give`() throws {
    let outputs = Sample().outputs
    let blinded = try Blinded(outputs: outputs, rules: Sample.rules(), key: countingKey())
    for row in blinded.allocation {
      let expected = Blinded.code(
        key: try countingKey(), outputID: row.output, storedHash: row.storedTextHash,
        shownHash: Digest(of: row.shownText))
      #expect(row.code == expected)
    }
    #expect(Set(blinded.allocation.map(\.code)).count == blinded.allocation.count)
  }

  @Test func `texts that agree in a code all get a longer one that begins alike`() throws {
    let key = try countingKey()
    let hash = Digest(of: "text")
    let views = (0..<200).map { (outputID: "run \($0)", storedHash: hash, shownHash: hash) }
    let short = Blinded.codes(of: views, taken: [], key: key, shortest: 1)
    let lengths = Set(short.map(\.letters.count))
    let length = try #require(lengths.first)
    #expect(lengths.count == 1)
    #expect(length > 1)
    #expect(Set(short).count == 200)
    #expect(Set(short.map { $0.letters.prefix(length - 1) }).count < 200)
    let full = Blinded.codes(of: views, taken: [], key: key)
    #expect(zip(short, full).allSatisfy { $1.letters.hasPrefix($0.letters) })
  }

  @Test func `a code that raters already have is not given again`() throws {
    let key = try countingKey()
    let hash = Digest(of: "text")
    let view = (outputID: "run", storedHash: hash, shownHash: hash)
    let first = try #require(Blinded.codes(of: [view], taken: [], key: key).first)
    let second = try #require(Blinded.codes(of: [view], taken: [first], key: key).first)
    #expect(second.letters.count == 9)
    #expect(second.letters.hasPrefix(first.letters))
  }

  @Test func `letters that look alike are in no code`() throws {
    let blinded = try Blinded(
      outputs: Sample().outputs, rules: Sample.rules(), key: countingKey())
    let letters = Set(blinded.allocation.flatMap { Array($0.code.letters) })
    #expect(letters.isDisjoint(with: Set("IO01iol")))
    #expect(letters.count > 25)
  }
}
