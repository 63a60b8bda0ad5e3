package import Packets
import Questions
import Record
import Reproducible
import TrialDesign

/// How far a trial has come, and what comes next.
package struct Stage: Hashable, Sendable {
  package enum Name: String, Hashable, Sendable, CaseIterable {
    case designed, running, ran = "run", rating, rated, revealed
  }
  package let name: Name
  /// One line: what is done, what waits for whom.
  package let account: String
  /// The one command that comes next, without the program's name.
  package let next: String
}

extension OpenedTrial {
  /// Where the trial stands.
  package func stage() throws -> Stage {
    let name = folder.name
    guard let record, try record.design != nil else {
      let account = "designed: \(RunPlan(of: trial).runs.count) runs to make"
      guard !waits(for: .running) else {
        return Stage(name: .designed, account: account + waitingNote, next: "plan \(name)")
      }
      return Stage(name: .designed, account: account + waitingNote, next: "run \(name)")
    }
    if try record.isRevealed {
      let verdict = try record.lastAnalysis?["verdict"]?.text
      return Stage(
        name: .revealed,
        account: verdict.map { "revealed: the verdict is '\($0)'" }
          ?? "revealed: the ratings are closed",
        next: verdict == nil ? "report \(name)" : "replicate \(name)")
    }
    let runs = try record.runs
    let done = runs.count { $0.status?.isFinal == true }
    guard let packet = try packet else {
      return done == runs.count
        ? Stage(
          name: .ran, account: "run: \(done) runs are done" + waitingNote,
          next: waits(for: .rating) ? "plan \(name)" : "blind \(name)")
        : Stage(
          name: .running, account: "running: \(done) of \(runs.count) runs are done",
          next: "run \(name)")
    }
    let rating = try PacketProgress(of: packet)
    guard rating.raters > 0 else {
      return Stage(
        name: .rating, account: "blinded: \(rating.plannedViews) views to rate, nobody has begun",
        next: "serve \(name)")
    }
    let looks = try lookSchedule
    if let looks, looks.isEnough {
      return Stage(
        name: rating.ratedViews >= rating.plannedViews ? .rated : .rating,
        account:
          "rated enough, as the last look says: \(rating.ratedViews) of \(rating.plannedViews) views",
        next: "reveal \(name)")
    }
    if looks?.due != nil {
      return Stage(
        name: .rating,
        account:
          "rating: a planned look is due, \(rating.ratedViews) of \(rating.plannedViews) views are rated",
        next: "peek \(name)")
    }
    let raters = "\(rating.finishedRaters) of \(rating.raters) raters have finished"
    let views = "\(rating.ratedViews) of \(rating.plannedViews) views are rated"
    return rating.ratedViews >= rating.plannedViews
      ? Stage(name: .rated, account: "rated: \(views)", next: "reveal \(name)")
      : Stage(name: .rating, account: "rating: \(raters), \(views)", next: "serve \(name)")
  }
}

/// How far the rating of a packet has come: counts that know codes alone.
package struct PacketProgress: Hashable, Sendable {
  package let raters: Int
  package let finishedRaters: Int
  /// Places of planned sequences, and how many of the dealt ones are answered.
  package let plannedViews: Int
  package let ratedViews: Int
  /// Each rater's name with the places done and in all.
  package let byRater: [Line]

  package struct Line: Hashable, Sendable {
    package let name: String
    package let done: Int
    package let total: Int
  }

  package init(of packet: PacketFile) throws {
    let contents = try packet.contents
    let lengths = Dictionary(
      uniqueKeysWithValues: contents.sequences.map { ($0.number, $0.codes.count) })
    let primary = contents.questions.first { $0.form != .note }?.id
    let ratings = try packet.ratings
    let all = try packet.raters
    let done = Dictionary(
      grouping: ratings.filter { $0.question == primary }, by: \.rater
    ).mapValues { Set($0.map(\.position)).count }
    byRater = all.map { rater in
      Line(
        name: rater.name, done: done[rater.id] ?? 0,
        total: rater.sequence.flatMap { lengths[$0] } ?? 0)
    }
    raters = all.count
    finishedRaters = byRater.count { $0.total > 0 && $0.done >= $0.total }
    plannedViews = lengths.values.reduce(0, +)
    ratedViews = byRater.reduce(0) { $0 + $1.done }
  }
}
