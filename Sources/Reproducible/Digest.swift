import Crypto
public import Foundation

/// A SHA-256 value: the name of a text, a call, a design.
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 32 bytes as 64 lower-case hexadecimal digits.
  public let hex: String

  /// Takes a digest that was written before.
  ///
  /// - Returns: `nil` unless the text is 64 hexadecimal digits.
  public init?(hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy(Self.isHexDigit) else { return nil }
    self.hex = hex.lowercased()
  }

  /// Hashes bytes.
  ///
  /// - Complexity: O(*n*).
  public init(of bytes: some DataProtocol) {
    hex = Self.hexadecimal(SHA256.hash(data: bytes))
  }

  /// Hashes the UTF-8 bytes of a text.
  public init(of text: String) {
    self.init(of: Data(text.utf8))
  }

  public var description: String { hex }

  public static func < (first: Digest, second: Digest) -> Bool { first.hex < second.hex }

  /// Bytes as lower-case hexadecimal digits.
  public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...70, 97...102: true
    default: false
    }
  }
}

/// Secret bytes under which codes and orders are drawn: nobody without them can repeat the draw.
public struct SecretKey: Hashable, Sendable {
  /// The key itself, 32 bytes.
  public let bytes: [UInt8]

  /// Takes a key that was made before.
  ///
  /// - Returns: `nil` unless there are 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Takes a key that was written as 64 hexadecimal digits.
  ///
  /// - Returns: `nil` for any other text.
  public init?(hex: String) {
    guard let digest = Digest(hex: hex) else { return nil }
    let digits = Array(digest.hex)
    self.init(
      bytes: stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      })
  }

  /// Makes a fresh key from the system's generator, never from a seeded one.
  public static func random() -> SecretKey {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    guard let key = SecretKey(bytes: bytes) else { preconditionFailure("32 bytes make a key") }
    return key
  }

  /// HMAC-SHA256 of parts under this key.
  ///
  /// Each part is preceded by its length, so that no two lists of parts give the same message.
  ///
  /// - Returns: 32 bytes.
  public func authenticationCode(for parts: [String]) -> [UInt8] {
    var message = Data()
    for part in parts {
      let bytes = Array(part.utf8)
      withUnsafeBytes(of: UInt64(bytes.count).bigEndian) { message.append(contentsOf: $0) }
      message.append(contentsOf: bytes)
    }
    let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: bytes))
    return Array(code)
  }

  /// SHA-256 of the key: binds its owner to it and tells nothing of it.
  public var commitment: Digest { Digest(of: Data(bytes)) }
}
