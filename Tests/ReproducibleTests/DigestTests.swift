import Foundation
import Reproducible
import Testing

@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("é→字", "b6ed32966295565e256796936fe6b20b50e3f17398757dcfeea2e871d37569fc"),
  ])
  func `hashes as FIPS 180-4 lays down`(text: String, hex: String) {
    #expect(Digest(of: text).hex == hex)
    #expect(Digest(of: Data(text.utf8)) == Digest(hex: hex))
  }

  @Test func `reads hexadecimal digits in both cases and nothing else`() {
    let hex = Digest(of: "abc").hex
    #expect(Digest(hex: hex.uppercased())?.hex == hex)
    #expect(Digest(hex: String(hex.dropLast())) == nil)
    #expect(Digest(hex: "g" + hex.dropFirst()) == nil)
  }

  /// Values of Python's `hmac` over the parts with their lengths before them.
  @Test(arguments: [
    (["a", "bc"], "3bddf4bc854ae05364f6353a7ec018de74fb1fe6bb599207f172368d9490b9dd"),
    (["ab", "c"], "17eca1f3cf4e1f92cd415f54de5121e367cbc209edff96da287c5cd432cf9a46"),
    ([], "d38b42096d80f45f826b44a9d5607de72496a415d3f4a1a8c88e3bb9da8dc1cb"),
  ])
  func `authenticates lists of parts`(parts: [String], hex: String) throws {
    let key = try #require(SecretKey(bytes: Array(0..<32)))
    #expect(Digest.hexadecimal(key.authenticationCode(for: parts)) == hex)
  }

  @Test func `a key binds by its hash`() throws {
    let key = try #require(SecretKey(bytes: Array(0..<32)))
    #expect(
      key.commitment.hex == "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd")
  }

  @Test func `a key has 32 bytes and no two are alike`() {
    #expect(SecretKey(bytes: Array(0..<31)) == nil)
    #expect(SecretKey.random() != SecretKey.random())
  }
}
