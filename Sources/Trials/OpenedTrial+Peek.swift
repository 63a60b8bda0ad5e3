import Analysis
import Faults
package import Foundation
import Packets
import Questions
package import Record
import Reproducible
package import TrialDesign

/// What a look says: nothing of an effect but whether it is settled.
package struct Peek: Hashable, Sendable {
  /// `go on` or `enough`.
  package let answer: String
  /// Which look it is, counted from 1.
  package let number: Int
  /// Of how many before the end; `nil` of looks at any time.
  package let planned: Int?
  /// Whether it was taken before, and its answer is told again.
  package let isRepeated: Bool
  /// How many views were rated at that look, and of how many.
  package let ratedViews: Int
  package let plannedViews: Int

  package var isEnough: Bool { answer == LookAnswer.enough.rawValue }
}

/// Which looks a trial plans, which were taken, and what comes next.
package struct LookSchedule: Hashable, Sendable {
  package let looks: AnalysisPlan.Looks
  package let taken: [StoredLook]
  package let ratedViews: Int
  package let plannedViews: Int

  /// At how many rated views each planned look is; empty for looks at any time.
  package var places: [Int] { looks.views(of: plannedViews) }

  /// Whether the last look said that rating may stop.
  package var isEnough: Bool { taken.last?.answer == LookAnswer.enough.rawValue }

  /// The look that may be taken now; `nil` where it is too early for the next one, where it was taken, or
  /// where all is rated.
  package var due: Int? {
    let fraction = LookTaken.share(of: ratedViews, plannedViews)
    let last = taken.last.map { LookTaken.share(of: $0.rated, $0.planned) } ?? 0
    guard fraction > last, fraction < 1 else { return nil }
    switch looks {
    case .none: return nil
    case .anytime: return taken.count + 1
    case .planned:
      let number = places.count { $0 <= ratedViews }
      return number > taken.last?.number ?? 0 ? number : nil
    }
  }

  /// The next look that is still to come: its number, and at how many rated views it is.
  package var next: (number: Int, views: Int)? {
    places.enumerated().first { $1 > ratedViews }.map { ($0.offset + 1, $0.element) }
  }
}

extension OpenedTrial {
  /// Looks at the ratings before the reveal, where the plan has a look; logged.
  ///
  /// Who asks again after the same look is told what it said; nothing is looked at then.
  ///
  /// - Parameters:
  ///   - copies: Copies of the packet that were rated elsewhere and came back.
  ///   - now: The moment.
  /// - Returns: Whether to go on.
  /// - Throws: ``Fault`` where no look is planned, it is too early for the next one, all is rated or the
  ///   ratings are revealed; such an attempt is no look.
  package func peek(copies: [String], now: Date) throws -> Peek {
    let record = try requireRecord()
    let looks = trial.analysis.looks
    guard looks != .none else {
      throw Fault(
        .wrongUse, at: folder.name, "its plan has no look before the end",
        remedy: "rate to the end and reveal; until the first rating a look can be planned: "
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
    let foreign = try copies.map { try PacketCopy(readingFileAt: $0) }
    // The packet may have been rated elsewhere too: it is looked over like any copy of it.
    let own = try PacketCopy(readingFileAt: folder.packetFile.path)
    try PacketCopy.check(foreign, against: packet)
    let views = CountedViews(
      of: (own.contents, own.raters, own.ratings), copies: foreign,
      question: trial.primaryQuestion?.id)
    let schedule = LookSchedule(
      looks: looks, taken: try record.looks, ratedViews: views.ratedCount,
      plannedViews: views.plannedCount)
    guard let number = schedule.due else { return try told(schedule) }
    var ratings = Self.stored(own.ratings, raters: own.raters)
    for copy in foreign { ratings += Self.stored(copy.ratings, raters: copy.raters) }
    var input = try analysisInput(of: ratings, record)
    input.looks = LooksAccount(
      planned: looks, taken: Self.taken(schedule.taken),
      fraction: LookTaken.share(of: views.ratedCount, views.plannedCount),
      alpha: trial.analysis.alpha, isLook: true)
    if looks == .anytime { try keepFirstComplete(&input, views, record) }
    let look = StoredLook(
      number: number, rated: views.ratedCount, planned: views.plannedCount,
      answer: try LookAnswer(lookingAt: input).rawValue, takenAt: now)
    guard try record.log(look, after: schedule.taken.count) else {
      // Somebody else looked at the same time, and their look counts.
      return try told(
        LookSchedule(
          looks: looks, taken: try record.looks, ratedViews: views.ratedCount,
          plannedViews: views.plannedCount))
    }
    return Self.peek(look, of: looks, isRepeated: false)
  }

  /// What the last look said.
  ///
  /// - Throws: ``Fault`` of kind `unfinished` where there was none.
  private func told(_ schedule: LookSchedule) throws -> Peek {
    if let last = schedule.taken.last {
      return Self.peek(last, of: schedule.looks, isRepeated: true)
    }
    let (rated, planned) = (schedule.ratedViews, schedule.plannedViews)
    if rated >= planned {
      throw Fault(
        .unfinished, at: folder.name, "all \(planned) views are rated: the end is no look",
        remedy: "reveal them: unled reveal \(folder.name)")
    }
    throw Fault(
      .unfinished, at: folder.name,
      schedule.next.map {
        "look \($0.number) of \(schedule.places.count) is planned when \($0.views) of \(planned) views are "
          + "rated, and \(rated) are"
      } ?? "nothing was rated yet",
      remedy: "go on rating: unled serve \(folder.name)")
  }

  private static func peek(
    _ look: StoredLook, of looks: AnalysisPlan.Looks, isRepeated: Bool
  ) -> Peek {
    var planned: Int?
    if case .planned(let shares) = looks { planned = shares.count }
    return Peek(
      answer: look.answer, number: look.number, planned: planned, isRepeated: isRepeated,
      ratedViews: look.rated, plannedViews: look.planned)
  }

  /// The looks of a trial that plans some, before its reveal; `nil` of others, and before there is a packet.
  package var lookSchedule: LookSchedule? {
    get throws {
      guard trial.analysis.looks != .none, let record, let packet = try packet else { return nil }
      let views = try countedViews(packet)
      return LookSchedule(
        looks: trial.analysis.looks, taken: try record.looks, ratedViews: views.ratedCount,
        plannedViews: views.plannedCount)
    }
  }

  private static func taken(_ looks: [StoredLook]) -> [LookTaken] {
    looks.compactMap { look in
      LookAnswer(rawValue: look.answer).map {
        LookTaken(
          number: look.number, rated: look.rated, planned: look.planned, answer: $0,
          day: UTC.day(look.takenAt))
      }
    }
  }

  /// The looks before the reveal, with what they leave of alpha; `nil` where none were planned.
  func looksAccount(_ record: RecordFile) throws -> LooksAccount? {
    guard trial.analysis.looks != .none else { return nil }
    let views = try record.viewsAtReveal
    return LooksAccount(
      planned: trial.analysis.looks, taken: Self.taken(try record.looks),
      fraction: views.map { LookTaken.share(of: $0.rated, $0.planned) } ?? 1,
      alpha: trial.analysis.alpha)
  }

  /// The place of each scenario in the trial file.
  var scenarioOrder: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: trial.scenarios.enumerated().map { ($0.element.id.name, $0.offset) })
  }

  /// Keeps the scenarios, in the order of the trial file, up to the first that lacks a rating.
  ///
  /// One that is complete behind it waits: an interval that holds at all times takes scenarios one after
  /// another, in an order that no rating has a say in, and never puts one in between later.
  private func keepFirstComplete(
    _ input: inout AnalysisInput, _ views: CountedViews, _ record: RecordFile
  ) throws {
    let origins = try origins(record)
    let outputs = Dictionary(uniqueKeysWithValues: try record.views.map { ($0.code, $0.output) })
    let complete = views.areComplete { code in
      outputs[code.letters].flatMap { origins[$0] }.flatMap {
        $0.control == nil ? $0.scenario : nil
      }
    }
    let first = Self.firstComplete(of: trial.scenarios.map(\.id), complete)
    input.rows.removeAll { $0.control == nil && !first.contains($0.scenario) }
    input.unrated.removeAll { !first.contains($0.scenario) }
  }

  /// The scenarios before the first that lacks a rating.
  ///
  /// One of which nothing is shown, for all its runs were refused, is complete.
  static func firstComplete(
    of scenarios: [ScenarioID], _ complete: [ScenarioID: Bool]
  ) -> Set<ScenarioID> {
    Set(scenarios.prefix { complete[$0] ?? true })
  }
}
