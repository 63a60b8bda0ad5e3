import Blinding
import Faults
package import Foundation
import Packets
import Questions
import Record
import Reproducible
import TrialDesign

/// What a reveal joined.
package struct RevealSummary: Hashable, Sendable {
  package let ratings: Int
  package let raters: Int
  package let packets: Int
}

extension OpenedTrial {
  /// Closes the ratings and joins them with the allocation table: from here on every number comes
  /// from the record alone.
  ///
  /// (1) closes the packet; (2) recomputes every code and checks key and texts; (3) copies ratings,
  /// digest and audit entry into the record in one transaction. Killed anywhere, it is run again.
  ///
  /// - Parameters:
  ///   - copies: Copies of the packet that were rated elsewhere and came back.
  ///   - now: The moment.
  /// - Returns: What was joined.
  /// - Throws: ``Fault`` where there is no packet or no rating, or where something was altered.
  package func reveal(copies: [String], now: Date) throws -> RevealSummary {
    let record = try requireRecord()
    guard let packet = try packet else {
      throw Fault(
        .unfinished, at: folder.name, "there is no packet to reveal",
        remedy: "blind and rate first: unled blind \(folder.name)")
    }
    guard let key = try record.blindingKey else {
      throw Fault(
        .storage, at: folder.recordFile.path, "the record has no blinding key",
        remedy: "use the record that made this packet")
    }
    let foreign = try copies.map { try PacketCopy(readingFileAt: $0) }
    let hasRatings = try !packet.ratings.isEmpty || foreign.contains { !$0.ratings.isEmpty }
    guard hasRatings else {
      throw Fault(
        .unfinished, at: folder.name, "nothing was rated yet",
        remedy: "rate first: unled rate \(folder.name) --as NAME, or unled serve \(folder.name)")
    }
    // The packet may have been rated elsewhere too: it is looked over like any copy of it.
    let own = try PacketCopy(readingFileAt: folder.packetFile.path)
    try PacketCopy.check(foreign, against: packet)
    let contents = own.contents
    let asked = trial.rating.questions.map { Question(id: $0.id, ask: $0.ask, form: $0.form) }
    guard contents.questions == asked else {
      throw Fault(
        .badInput, at: folder.packetFile.path, "its questions are not the trial's",
        remedy: "bring back the packet that was made from this trial, unaltered")
    }
    let digest = try packet.close(now: now)
    let stored = Dictionary(
      try blindableOutputs(record).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first }
    )
    let faults = Blinded.verify(
      allocation: try allocation(record), key: key, commitment: contents.keyCommitment,
      storedTexts: stored,
      shownTexts: Dictionary(
        contents.entries.map { ($0.code, $0.text) }, uniquingKeysWith: { first, _ in first }))
    guard faults.isEmpty else {
      throw Faults(
        faults.map { Fault($0.kind, at: $0.place, $0.problem, remedy: $0.remedy) })
    }
    var ratings = Self.stored(try packet.ratings, raters: try packet.raters)
    for copy in foreign { ratings += Self.stored(copy.ratings, raters: copy.raters) }
    var views: (rated: Int, planned: Int)?
    if trial.analysis.looks != .none {
      let counted = try countedViews(packet, copies: foreign)
      views = (counted.ratedCount, counted.plannedCount)
    }
    try record.reveal(
      [(id: try packet.id, digest: digest, ratings: ratings)], views: views, now: now)
    let kept = try record.ratings
    return RevealSummary(
      ratings: kept.count, raters: Set(kept.map(\.rater)).count, packets: 1 + foreign.count)
  }

  /// Ratings with their raters, as the record keeps them.
  static func stored(_ ratings: [Rating], raters: [Rater]) -> [StoredRating] {
    let byID = Dictionary(raters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return ratings.map { rating in
      let columns = RatingColumns(rating.given)
      let rater = byID[rating.rater]
      return StoredRating(
        id: rating.id.name, rater: rating.rater.name, raterName: rater?.name ?? "unknown",
        raterKind: (rater?.kind ?? .person).rawValue, position: rating.position,
        code: rating.code.letters, question: rating.question.name, value: columns.value,
        cannotTell: columns.cannotTell, note: columns.note, guess: columns.guess,
        revision: rating.revision, seconds: rating.seconds, ratedAt: rating.ratedAt)
    }
  }
}
