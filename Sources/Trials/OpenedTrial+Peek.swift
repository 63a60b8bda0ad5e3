import Analysis
import Faults
package import Foundation
import Packets
import Questions
import Record
import Reproducible
import TrialDesign

/// What a look says: nothing of an effect but whether it is settled.
package struct Peek: Hashable, Sendable {
  /// `go on` or `enough`.
  package let answer: String
  /// Which look it is, counted from 1, and of how many before the end; `nil` where they are not counted.
  package let number: Int?
  package let planned: Int?
  /// Whether it was taken before, and its answer is told again.
  package let isRepeated: Bool
  package let ratedViews: Int
  package let plannedViews: Int

  package var isEnough: Bool { answer == LookAnswer.enough.rawValue }
}

extension OpenedTrial {
  /// Looks at the ratings before the reveal, where the plan has a look; logged.
  ///
  /// - Parameters:
  ///   - copies: Copies of the packet that were rated elsewhere and came back.
  ///   - now: The moment.
  /// - Returns: Whether to go on.
  /// - Throws: ``Fault`` where no look is planned, it is too early for the next one, or the ratings are
  ///   revealed; such an attempt is no look.
  package func peek(copies: [String], now: Date) throws -> Peek {
    let record = try requireRecord()
    let looks = trial.analysis.looks
    guard looks != .none else {
      throw Fault(
        .wrongUse, at: folder.name, "its plan has no look before the end",
        remedy: "rate to the end and reveal; a look is planned before the first run: "
          + "analysis: {looks: [0.5]}")
    }
    guard try !record.isRevealed else {
      throw Fault(
        .wrongUse, at: folder.name, "its ratings are revealed",
        remedy: "read the report: unled report \(folder.name)")
    }
    guard let packet = try packet else {
      throw Fault(
        .unfinished, at: folder.name, "there is no packet to look at",
        remedy: "blind and rate first: unled blind \(folder.name)")
    }
    let ratings = try unrevealedRatings(packet, copies: copies)
    let views = try PacketProgress(of: packet).plannedViews
    let rated = ratedViews(ratings)
    let fraction = views > 0 ? min(1, Double(rated) / Double(views)) : 0
    let taken = try Self.looksTaken(record)
    func peek(_ answer: LookAnswer, number: Int?, isRepeated: Bool) -> Peek {
      var planned: Int?
      if case .planned(let shares) = looks { planned = shares.count }
      return Peek(
        answer: answer.rawValue, number: number, planned: planned, isRepeated: isRepeated,
        ratedViews: rated, plannedViews: views)
    }
    var number: Int?
    if case .planned(let shares) = looks {
      let next = taken.count
      if let last = taken.last, next >= shares.count || fraction < shares[next] {
        return peek(last.answer, number: next, isRepeated: true)
      }
      guard next < shares.count, fraction >= shares[next] else {
        throw Fault(
          .unfinished, at: folder.name,
          "look \(next + 1) is planned when \(Numerals.percent(shares[min(next, shares.count - 1)])) of "
            + "the views are rated, and \(rated) of \(views) are",
          remedy: "look again then: looking earlier was not planned")
      }
      number = next + 1
    }
    let account = LooksAccount(
      planned: looks, taken: taken, fraction: fraction, alpha: trial.analysis.alpha, isLook: true)
    var input = try analysisInput(of: ratings, record)
    input.plan = input.plan.at(alpha: account.level)
    input.looks = account
    if looks == .anytime { try keepComplete(&input, ratings, record) }
    let answer = LookAnswer(lookingAt: input)
    try record.audit(
      Self.lookEvent,
      [
        "fraction": .number(fraction), "views": .integer(rated), "of": .integer(views),
        "answer": .string(answer.rawValue),
      ], now: now)
    return peek(answer, number: number, isRepeated: false)
  }

  private static let lookEvent = "looked"

  /// The looks that the log has.
  static func looksTaken(_ record: RecordFile) throws -> [LookTaken] {
    try record.auditLog.filter { $0.event == lookEvent }.compactMap { entry in
      guard let fraction = entry.detail["fraction"]?.double,
        let answer = entry.detail["answer"]?.text.flatMap(LookAnswer.init)
      else { return nil }
      return LookTaken(fraction: fraction, answer: answer, day: UTC.day(entry.madeAt))
    }
  }

  /// The looks at revealed ratings, with the error rate that they leave; `nil` where none were planned.
  func looksAccount(_ ratings: [StoredRating], _ record: RecordFile) throws -> LooksAccount? {
    guard trial.analysis.looks != .none else { return nil }
    let views =
      try record.auditLog.last { $0.event == Self.lookEvent }?.detail["of"]?.double ?? 0
    return LooksAccount(
      planned: trial.analysis.looks, taken: try Self.looksTaken(record),
      fraction: views > 0 ? min(1, Double(ratedViews(ratings)) / views) : 1,
      alpha: trial.analysis.alpha)
  }

  private func unrevealedRatings(_ packet: PacketFile, copies: [String]) throws -> [StoredRating] {
    let foreign = try copies.map { try PacketCopy(readingFileAt: $0) }
    try PacketCopy.check(foreign, against: packet)
    var ratings = Self.stored(try packet.ratings, raters: try packet.raters)
    for copy in foreign { ratings += Self.stored(copy.ratings, raters: copy.raters) }
    return ratings
  }

  private func ratedViews(_ ratings: [StoredRating]) -> Int {
    let primary = trial.primaryQuestion?.id.name
    return Set(ratings.filter { $0.question == primary }.map { "\($0.rater) \($0.position)" }).count
  }

  /// Keeps the scenarios whose texts have all their raters, in the order in which they came to have them.
  private func keepComplete(
    _ input: inout AnalysisInput, _ ratings: [StoredRating], _ record: RecordFile
  ) throws {
    input.completionOrder = try completionOrder(ratings, record)
    let complete = Set(input.completionOrder.keys)
    input.rows.removeAll { $0.control == nil && !complete.contains($0.scenario.name) }
    input.unrated.removeAll { !complete.contains($0.scenario.name) }
  }

  /// The order in which scenarios had the last of their ratings; those that lack some have no place.
  func completionOrder(_ ratings: [StoredRating], _ record: RecordFile) throws -> [String: Int] {
    let origins = try origins(record)
    let outputs = Dictionary(uniqueKeysWithValues: try record.views.map { ($0.code, $0.output) })
    let primary = trial.primaryQuestion?.id.name
    var raters: [String: Set<String>] = [:]
    var last: [String: Date] = [:]
    for rating in ratings where rating.question == primary {
      guard let output = outputs[rating.code], let origin = origins[output], origin.control == nil
      else { continue }
      raters[output, default: []].insert(rating.rater)
      let scenario = origin.scenario.name
      last[scenario] = max(last[scenario] ?? .distantPast, rating.ratedAt)
    }
    let shown = Set(outputs.values)
    var incomplete: Set<String> = []
    for (output, origin) in origins where origin.control == nil && shown.contains(output) {
      if (raters[output]?.count ?? 0) < trial.rating.ratersPerOutput {
        incomplete.insert(origin.scenario.name)
      }
    }
    let ordered = last.filter { !incomplete.contains($0.key) }
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.key, $0) })
  }
}
