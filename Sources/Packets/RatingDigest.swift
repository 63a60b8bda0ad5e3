import Questions
package import Reproducible

/// The digest by which a closed packet binds its ratings.
package enum RatingDigest {
  /// SHA-256 over one canonical line a rating, in the order of their ids.
  package static func of(_ ratings: [Rating]) -> Digest {
    Digest(
      of: ratings.sorted { $0.id < $1.id }.map { line($0) + "\n" }.joined())
  }

  private static func line(_ rating: Rating) -> String {
    let columns = RatingColumns(rating.given)
    var members: [String: JSON] = [
      "id": .string(rating.id.name), "rater": .string(rating.rater.name),
      "position": .integer(rating.position), "code": .string(rating.code.letters),
      "question": .string(rating.question.name), "revision": .integer(rating.revision),
      "rated_at": .string(UTC.timestamp(rating.ratedAt)),
      "cannot_tell": .bool(columns.cannotTell),
    ]
    if let value = columns.value { members["value"] = .number(value) }
    if let note = columns.note { members["note"] = .string(note) }
    if let guess = columns.guess { members["guess"] = .string(guess) }
    if let seconds = rating.seconds { members["seconds"] = .number(seconds) }
    return JSON.object(members).canonical
  }
}
