import Reproducible

/// The cover name of a text in a packet: eight letters or more, without look-alikes.
package struct OutputCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let letters: String
  package init(_ letters: String) { self.letters = letters }
  package var description: String { letters }
  package static func < (first: Self, second: Self) -> Bool { first.letters < second.letters }
}

/// The name of a rater in a packet: 128 random bits, in hexadecimal.
package struct RaterID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String
  package init(_ name: String) { self.name = name }
  package var description: String { name }
  package static func < (first: Self, second: Self) -> Bool { first.name < second.name }
  package static func random() -> RaterID { RaterID(RandomID.make()) }
  /// The same name for the same parts: for simulated raters, whom nobody needs to guess.
  package static func derived(from parts: [String]) -> RaterID {
    RaterID(RandomID.derived(from: parts))
  }
}

/// The name of one rating: 128 random bits, made by whoever rates, so that sending it twice is
/// storing it once.
package struct RatingID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String

  /// Takes an id that was made elsewhere.
  ///
  /// - Returns: `nil` unless the text is 32 lower-case hexadecimal digits.
  package init?(_ name: String) {
    guard name.utf8.count == 32,
      name.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.name = name
  }

  private init(made name: String) { self.name = name }
  package var description: String { name }
  package static func < (first: Self, second: Self) -> Bool { first.name < second.name }
  package static func random() -> RatingID { RatingID(made: RandomID.make()) }
  /// The same name for the same parts: for the ratings of simulated raters.
  package static func derived(from parts: [String]) -> RatingID {
    RatingID(made: RandomID.derived(from: parts))
  }
}

/// Random names, 128 bits each, from the system's generator.
package enum RandomID {
  package static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return Digest.hexadecimal(
      (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// 128 bits of the digest of some parts, of which none holds a line break.
  package static func derived(from parts: [String]) -> String {
    String(Digest(of: parts.joined(separator: "\n")).hex.prefix(32))
  }
}
