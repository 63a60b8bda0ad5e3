import ArgumentParser
import Foundation
import Record
import Reproducible
import Trials

struct PeekCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peek",
    abstract: "At a planned look: go on, or enough; nothing else.",
    discussion: """
      A trial whose file plans looks (analysis: {looks: [0.5, 0.75]}) may be looked at when so many of \
      its views are rated: once at each look, before the end. 'enough' says that presence and lead are \
      both settled, without saying how; 'go on' that one of them is open, or raters do not agree enough. \
      Each look is logged and takes its part of the error rate; asking again tells the same again.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String
  @Option(
    help: ArgumentHelp(
      "A copy of the packet that was rated elsewhere; may be given again.", valueName: "file"))
  var packet: [String] = []

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    let name = opened.folder.name
    let peek = try opened.peek(copies: packet, now: Date())
    let which = "look \(peek.number)" + (peek.planned.map { " of \($0) before the end" } ?? "")
    let views = "\(peek.ratedViews) of \(peek.plannedViews) views"
    try console.result(
      """
      \(console.bold(peek.answer))
        \(which), at \(views)\(peek.isRepeated ? "; it was taken before, and is told again" : "")
        next: unled \(peek.isEnough ? "reveal" : "serve") \(name)
      """,
      json: .object([
        "answer": .string(peek.answer), "look": .integer(peek.number),
        "of": peek.planned.map(JSON.integer) ?? .null, "repeated": .bool(peek.isRepeated),
        "rated_views": .integer(peek.ratedViews), "planned_views": .integer(peek.plannedViews),
      ]))
  }
}

extension LookSchedule {
  /// When looks are, what those that were taken said, and which is next.
  var lines: [String] {
    let taken = taken.map {
      "    look \($0.number): \($0.answer), on \(UTC.day($0.takenAt)) at \($0.rated) of \($0.planned) views"
    }
    let coming =
      if let due { "    look \(due) may be taken now" } else if let next {
        "    look \(next.number) at \(next.views) of \(plannedViews) views, \(ratedViews) are rated"
      } else { nil as String? }
    return ["  looks before the end"] + taken + [coming].compactMap(\.self)
  }

  var json: JSON {
    .object([
      "planned_at": .array(places.map(JSON.integer)),
      "taken": .array(
        taken.map {
          .object([
            "look": .integer($0.number), "answer": .string($0.answer),
            "taken_at": .string(UTC.timestamp($0.takenAt)), "rated_views": .integer($0.rated),
            "planned_views": .integer($0.planned),
          ])
        }), "due": due.map(JSON.integer) ?? .null, "rated_views": .integer(ratedViews),
      "planned_views": .integer(plannedViews),
    ])
  }
}
