package import Faults

/// Where a provider is reached: `https://api.openai.com/v1`.
///
/// Only plain addresses are taken, so that every reader of one agrees on its host, and a key
/// cannot go to another.
package struct ProviderAddress: Hashable, Sendable, CustomStringConvertible {
  package enum Scheme: String, Hashable, Sendable {
    case http, https
  }
  package let scheme: Scheme
  /// In lower case; an IPv6 address stands in brackets.
  package let host: String
  /// The port, where the address names one.
  package let port: Int?
  /// Begins with `/`, or is empty; never ends with `/`.
  package let path: String

  /// Reads an address.
  ///
  /// - Throws: A fault of kind `badInput` where the text has another scheme than http or https, a
  ///   user name, a query, a fragment, or a character that some readers take for one of them.
  package init(parsing text: String) throws(Fault) {
    func refused(_ why: String) -> Fault {
      Fault(
        .badInput, at: "a model's address", "'\(Self.quoted(text))' \(why).",
        remedy: "write it like http://127.0.0.1:8080/v1 or https://api.openai.com/v1")
    }
    let rest: Substring
    if let tail = Self.tail(of: text, after: "https://") {
      (scheme, rest) = (.https, tail)
    } else if let tail = Self.tail(of: text, after: "http://") {
      (scheme, rest) = (.http, tail)
    } else {
      throw refused("does not begin with http:// or https://")
    }
    guard rest.utf8.allSatisfy(Self.isPlain) else {
      throw refused("holds a character that an address may not hold")
    }
    let authority = rest.prefix { $0 != "/" }
    let named: Substring
    let portText: Substring?
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      named = authority[...end]
      let tail = authority[authority.index(after: end)...]
      guard tail.isEmpty || tail.hasPrefix(":") else { throw refused("has no readable host") }
      portText = tail.isEmpty ? nil : tail.dropFirst()
      guard named.dropFirst().dropLast().contains(":"),
        named.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." })
      else { throw refused("has no readable host") }
    } else {
      let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count <= 2, let first = parts.first else { throw refused("has two ports") }
      named = first.hasSuffix(".") ? first.dropLast() : first
      portText = parts.count == 2 ? parts[1] : nil
      guard !named.isEmpty, named.utf8.allSatisfy(Self.isHostByte) else {
        throw refused("has no readable host")
      }
    }
    if let portText {
      guard let number = Int(portText), (1...65_535).contains(number), portText.first != "+" else {
        throw refused("has no readable port")
      }
      port = number
    } else {
      port = nil
    }
    host = named.lowercased()
    var tail = rest.dropFirst(authority.count)
    while tail.hasSuffix("/") { tail.removeLast() }
    path = String(tail)
  }

  /// The address as text, without a slash at its end.
  package var description: String { origin + path }

  /// Scheme, host and port.
  package var origin: String { scheme.rawValue + "://" + host + (port.map { ":\($0)" } ?? "") }

  /// Whether the address is this machine itself.
  package var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Whether nobody between here and there can read a key.
  package var keepsSecrets: Bool { scheme == .https || isLoopback }

  private static func tail(of text: String, after scheme: String) -> Substring? {
    text.prefix(scheme.count).lowercased() == scheme ? text.dropFirst(scheme.count) : nil
  }

  /// The text with what may be a password left out.
  private static func quoted(_ text: String) -> String {
    guard let at = text.lastIndex(of: "@") else { return String(text.prefix(200)) }
    return "(...)" + text[at...].prefix(200)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isHostByte(byte) || "/:[]~%".utf8.contains(byte)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: "-._".utf8.contains(byte)
    }
  }
}
