package import Foundation
import Packets
import Questions
import Reproducible
package import Terminal

/// Rating at a terminal: one text at a time, one key an answer, each stored before the next is
/// asked.
package struct TerminalRating<Time: Clock> where Time.Duration == Duration {
  package let session: RatingSession
  let keyboard: any Keyboard
  let screen: any Screen
  let clock: Time
  let now: () -> Date
  let limit: Int?

  /// - Parameters:
  ///   - session: Whose work it is.
  ///   - keyboard: Single keys, or lines where standard input is no terminal.
  ///   - screen: Where texts and questions are shown.
  ///   - clock: Times how long a text is in view.
  ///   - now: Stamps each rating.
  ///   - limit: Stop after this many texts; `nil` goes on to the end.
  package init(
    session: RatingSession, keyboard: any Keyboard, screen: any Screen, clock: Time,
    now: @escaping () -> Date, limit: Int? = nil
  ) {
    self.session = session
    self.keyboard = keyboard
    self.screen = screen
    self.clock = clock
    self.now = now
    self.limit = limit
  }

  /// Asks until everything is answered, the limit is reached, or the rater stops.
  ///
  /// - Throws: ``Fault`` where an answer cannot be stored; what was answered before is.
  package func run() throws -> TerminalOutcome {
    let places = try session.places()
    var walk = RatingWalk(
      places: places, questions: session.questions, guess: session.guess, limit: limit)
    var stored = 0
    var shown: (position: Int, since: Time.Instant)?
    introduce(places, walk: walk)
    var saidGuess = false
    asking: while let step = walk.current {
      if step.question == nil, !saidGuess {
        screen.line()
        screen.paragraph(
          "Last part: a few texts once more, and a guess what was asked for each of them.", .strong)
        saidGuess = true
      }
      if shown?.position != step.position {
        try show(step, walk: walk)
        shown = (step.position, clock.now)
      }
      switch RatingPrompt(keyboard: keyboard, screen: screen).ask(
        step, guess: session.guess, so: walk.given(at: step))
      {
      case .give(let given):
        if walk.given(at: step) != given {
          let seconds = shown.map { Self.seconds($0.since.duration(to: clock.now)) }
          try session.store(
            id: .random(), position: step.position, question: step.id, given: given,
            seconds: seconds, now: now())
          stored += 1
        }
        walk.answer(given)
      case .keep: walk.goOn()
      case .back:
        if !walk.goBack() { screen.paragraph("There is nothing to go back to.", .faint) }
      case .stop: break asking
      }
    }
    return try sayGoodbye(stored: stored)
  }

  private func introduce(_ places: [RatingPlace], walk: RatingWalk) {
    guard walk.current != nil else { return }
    let texts = places.count { $0.part == .rate }
    screen.paragraph(
      "\(Numerals.count(texts, "text")), one after another. There are no right answers: say what you see.",
      .strong)
    screen.paragraph("Answer with the number before a level; 0 or c says: cannot tell.")
    screen.paragraph("Where […] stands, words were taken out: judge what is left.")
    screen.paragraph("u or backspace goes back one answer; Enter keeps one, or leaves a note out.")
    screen.paragraph("Stop at any time with q: everything is stored, and you go on where you were.")
  }

  private func show(_ step: RatingStep, walk: RatingWalk) throws {
    let count = walk.count(of: step)
    let title = " \(count.number) of \(count.total) "
    screen.line()
    let rule = max(0, min(screen.columns, 80) - 2 - Terminal.width(of: title))
    screen.line(
      Span("──", .faint), Span(title, .accent), Span(String(repeating: "─", count: rule), .faint))
    screen.paragraph(try session.text(at: step.position))
  }

  private func sayGoodbye(stored: Int) throws -> TerminalOutcome {
    let progress = try session.progress()
    screen.line()
    if progress.isFinished {
      let guesses = session.sequence.guessCodes.count
      screen.paragraph(
        "Thank you, \(session.rater.name): all "
          + Numerals.count(session.sequence.codes.count, "text")
          + (guesses == 0 ? "" : " and " + Numerals.count(guesses, "guess", "guesses"))
          + " answered.", .good)
    } else {
      screen.paragraph(
        "Thank you. \(progress.done) of \(progress.total) are done and stored; "
          + "the same command goes on where you stopped.", .good)
    }
    return TerminalOutcome(stored: stored, progress: progress)
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}

/// What a session at the terminal came to.
package struct TerminalOutcome: Hashable, Sendable {
  /// How many answers were stored, changed ones among them.
  package let stored: Int
  /// How far the rater has come, earlier sessions included.
  package let progress: RatingProgress
}
