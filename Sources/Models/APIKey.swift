import Foundation

/// A provider's key: it prints as `(key)`, and takes itself out of texts that repeat it.
package struct APIKey: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// What stands where a key was.
  package static let mask = "(key)"
  /// The length from which a text of this form is a secret and not an ordinary word.
  private static let shortestSecret = 8

  private let secret: String

  /// Takes a key; white space around it is no part of it.
  ///
  /// - Returns: `nil` where nothing is left, or where it holds anything but visible ASCII, which
  ///   cannot stand in a header.
  package init?(_ text: String) {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      return nil
    }
    secret = trimmed
  }

  /// The value of an `Authorization` header: the only place where the key itself is written.
  package var bearer: String { "Bearer \(secret)" }

  package var description: String { Self.mask }
  package var debugDescription: String { Self.mask }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// A provider's error text without the key.
  package func scrubbed(_ text: String) -> String {
    var result = text.replacingOccurrences(of: secret, with: Self.mask)
    if secret.contains("/") {
      let escaped = secret.replacingOccurrences(of: "/", with: "\\/")
      result = result.replacingOccurrences(of: escaped, with: Self.mask)
    }
    return result
  }

  /// An output without the key.
  ///
  /// A key that is as short as a word (`none`, for a local server that asks for any key) is no
  /// secret, and taking it out would change what the model wrote.
  package func scrubbedOutput(_ text: String) -> String {
    secret.utf8.count < Self.shortestSecret ? text : scrubbed(text)
  }
}
