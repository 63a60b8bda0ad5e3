package import Packets
package import Reproducible

extension Blinded {
  /// How long a code is where no two of a packet agree in as many letters.
  package static let codeLength = 8
  /// A code can have no more letters than the bits behind it give.
  static let longestCode = 51

  /// The cover name of a shown text.
  ///
  /// The first letters, in base 32, of HMAC-SHA256 under the blinding key over the output's name, the
  /// SHA-256 of the stored text and the SHA-256 of the shown text, both in hexadecimal.
  ///
  /// - Parameters:
  ///   - key: The blinding key.
  ///   - outputID: The output's name.
  ///   - storedHash: The hash of the text as stored.
  ///   - shownHash: The hash of the text as shown.
  ///   - length: How many letters, 1...51.
  /// - Returns: The code.
  package static func code(
    key: SecretKey, outputID: String, storedHash: Digest, shownHash: Digest,
    length: Int = codeLength
  ) -> OutputCode {
    precondition((1...longestCode).contains(length), "a code has 1 to 51 letters")
    let bytes = key.authenticationCode(for: [outputID, storedHash.hex, shownHash.hex])
    return OutputCode(CodeLetters.text(of: bytes, length: length))
  }

  /// The codes of views, all of one length: the shortest, from eight letters up, at which they
  /// differ from each other and from codes that raters already have.
  ///
  /// A longer code begins with the shorter one.
  static func codes(
    of views: [(outputID: String, storedHash: Digest, shownHash: Digest)], taken: Set<OutputCode>,
    key: SecretKey, shortest: Int = codeLength
  ) -> [OutputCode] {
    let full = views.map {
      code(
        key: key, outputID: $0.outputID, storedHash: $0.storedHash, shownHash: $0.shownHash,
        length: longestCode)
    }
    for length in shortest..<longestCode {
      let codes = full.map { OutputCode(String($0.letters.prefix(length))) }
      let distinct = Set(codes)
      if distinct.count == codes.count, distinct.isDisjoint(with: taken) { return codes }
    }
    return full
  }
}

/// Base 32 without letters and digits that look alike: no I, O, 0 and 1.
enum CodeLetters {
  private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZ23456789".utf8)

  /// The first letters of bytes, five bits a letter, the highest bits first.
  static func text(of bytes: [UInt8], length: Int) -> String {
    var letters: [UInt8] = []
    for place in 0..<length {
      var value = 0
      for bit in place * 5..<place * 5 + 5 {
        value = value << 1 | Int(bytes[bit / 8] >> (7 - bit % 8) & 1)
      }
      letters.append(alphabet[value])
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Eight drawn letters.
  static func random(using generator: inout SeededGenerator) -> String {
    let word = generator.next()
    return text(of: (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }, length: 8)
  }
}
