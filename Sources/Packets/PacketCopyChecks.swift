package import Faults
import Questions

extension PacketCopy {
  // MARK: Against itself

  /// Checks that raters and ratings are such as the packet's own doors let in.
  func checkItself() throws(Fault) {
    let sequences = Dictionary(
      contents.sequences.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    var places: [RaterID: PacketSequence] = [:]
    var dealt: Set<Int> = []
    for rater in raters {
      guard RatingID(rater.id.name) != nil, places[rater.id] == nil else {
        throw refuse("a rater's id is none, or stands in it twice")
      }
      guard Rater.isName(rater.name) else {
        throw refuse("the rater '\(rater.id)' has a name that no rater can have")
      }
      places[rater.id] = PacketSequence(number: 0, codes: [], guessCodes: [])
      guard let number = rater.sequence else { continue }
      guard let sequence = sequences[number], dealt.insert(number).inserted else {
        throw refuse("the rater '\(rater.name)' has a sequence that is none of the packet's")
      }
      places[rater.id] = sequence
    }
    let questions = Dictionary(
      contents.questions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let options = Set((contents.guess?.options ?? []).map(\.id))
    for rating in ratings {
      guard let sequence = places[rating.rater],
        isAsked(rating, in: sequence, questions: questions, options: options)
      else {
        throw refuse("the rating '\(rating.id)' answers nothing that the packet asks")
      }
    }
    try checkRevisions()
    if let closingDigest, closingDigest != RatingDigest.of(ratings) {
      throw refuse("its ratings are not those with which it was closed")
    }
  }

  private func isAsked(
    _ rating: Rating, in sequence: PacketSequence, questions: [QuestionID: Question],
    options: Set<String>
  ) -> Bool {
    let codes = sequence.codes + sequence.guessCodes
    guard codes.indices.contains(rating.position), codes[rating.position] == rating.code,
      (rating.seconds ?? 0) >= 0, (rating.seconds ?? 0) <= 86_400
    else { return false }
    switch rating.given {
    case .guess(let option):
      return rating.question == .conditionGuess && options.contains(option)
        && rating.position >= sequence.codes.count
    case .answer(let answer):
      guard rating.position < sequence.codes.count, let question = questions[rating.question]
      else { return false }
      do throws(Fault) {
        try question.check(answer, at: "rating")
        return true
      } catch {
        return false
      }
    }
  }

  /// Revisions are counted from 1 without a gap: none was taken away, and none outbids the others.
  private func checkRevisions() throws(Fault) {
    var ids: Set<RatingID> = []
    var revisions: [AnswerPlace: Set<Int>] = [:]
    for rating in ratings {
      let place = AnswerPlace(
        rater: rating.rater, position: rating.position, question: rating.question)
      guard ids.insert(rating.id).inserted,
        revisions[place, default: []].insert(rating.revision).inserted
      else { throw refuse("the rating '\(rating.id)' stands in it twice") }
    }
    for (place, known) in revisions where known != Set(1...max(1, known.count)) {
      throw refuse(
        "the revisions of '\(place.question)' at position \(place.position) have a gap")
    }
  }

  // MARK: Against the original

  /// Compares copies with the packet that they should be copies of, and with each other.
  ///
  /// Raters and ratings may have been added; whoever stands in several is the same everywhere.
  ///
  /// - Throws: ``Fault`` of kind `badInput` that says what differs.
  package static func check(_ copies: [PacketCopy], against packet: PacketFile) throws {
    let (contents, id) = (try packet.contents, try packet.id)
    var raters = Dictionary(
      try packet.raters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var ratings = Dictionary(
      try packet.ratings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let dealt = Set(raters.values.compactMap(\.sequence))
    for copy in copies {
      try copy.check(against: contents, id: id, dealt: dealt)
      for rater in copy.raters {
        let known = raters[rater.id] ?? rater
        guard known.name == rater.name, known.kind == rater.kind else {
          throw copy.refuse("its rater '\(rater.name)' is known as '\(known.name)'")
        }
        raters[rater.id] = known
      }
      for rating in copy.ratings {
        let known = ratings[rating.id] ?? rating
        guard known == rating else {
          throw copy.refuse("its rating '\(rating.id)' says something else here")
        }
        ratings[rating.id] = known
      }
    }
  }

  /// Compares it with the packet that it should be a copy of.
  ///
  /// Sequences may have been added: they are dealt where the packet is rated. Two copies may each
  /// have added one under the same number, which was dealt in both then.
  ///
  /// - Parameters:
  ///   - original: What the packet holds.
  ///   - originalID: The packet's own name.
  ///   - originallyDealt: The sequences that raters of the original have.
  /// - Throws: ``Fault`` of kind `badInput` that says what differs.
  package func check(
    against original: PacketContents, id originalID: String, dealt originallyDealt: Set<Int> = []
  ) throws(Fault) {
    guard id == originalID, contents.keyCommitment == original.keyCommitment else {
      throw refuse("it is a copy of another packet")
    }
    guard contents.entries == original.entries else {
      throw refuse("its texts are not the packet's")
    }
    guard contents.questions == original.questions, contents.guess == original.guess else {
      throw refuse("its questions are not the packet's")
    }
    let own = Dictionary(
      contents.sequences.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    let dealt = Set(raters.compactMap(\.sequence)).intersection(originallyDealt)
    for sequence in original.sequences where own[sequence.number] != sequence {
      // What the original added by itself need not be here.
      let isAddedThere = own[sequence.number] == nil && originallyDealt.contains(sequence.number)
      guard isAddedThere || dealt.contains(sequence.number) else {
        throw refuse("its sequence \(sequence.number) is not the packet's")
      }
    }
  }
}
