import Faults
import Packets
import Questions
import Terminal

/// What a rater did when they were asked.
enum RatingAction: Hashable {
  case give(GivenAnswer)
  case keep, back, stop
}

/// Asks one question at a terminal until something is done about it.
struct RatingPrompt {
  let keyboard: any Keyboard
  let screen: any Screen

  /// Asks a step.
  ///
  /// - Parameters:
  ///   - step: What is asked.
  ///   - guess: The guess sheet, for a step of the guess part.
  ///   - earlier: What was given before, which Enter keeps.
  /// - Returns: What to do next.
  func ask(_ step: RatingStep, guess: GuessSheet?, so earlier: GivenAnswer?) -> RatingAction {
    screen.line()
    guard let question = step.question else {
      guard let guess else { return .keep }
      return askGuess(guess, earlier: earlier)
    }
    screen.paragraph(question.ask, .strong)
    if case .answer(let answer)? = earlier {
      screen.paragraph("so far: \(question.describe(answer)) (Enter keeps it)", .faint)
    }
    switch question.form {
    case .binary, .ordinal, .nominal:
      let labels = question.form.labels
      return choose(
        among: labels, hasEarlier: earlier != nil, cannotTell: .answer(.cannotTell)
      ) { .answer(.value(Double($0))) }
    case .slider(let low, let high):
      screen.paragraph("0 = \(low) … 100 = \(high): a whole number, then Enter", indent: 2)
      return askSlider(question, hasEarlier: earlier != nil)
    case .note:
      screen.paragraph("a line, then Enter; Enter alone leaves it as it is", .faint, indent: 2)
      return askNote(question)
    }
  }

  private func askGuess(_ guess: GuessSheet, earlier: GivenAnswer?) -> RatingAction {
    screen.paragraph(guess.ask, .strong)
    if case .guess(let id)? = earlier, let option = guess.options.first(where: { $0.id == id }) {
      screen.paragraph("so far: \(option.label) (Enter keeps it)", .faint)
    }
    let unsure = guess.options.first { $0.label.lowercased().contains("cannot tell") }
    return choose(
      among: guess.options.map(\.label), hasEarlier: earlier != nil,
      cannotTell: unsure.map { .guess(optionID: $0.id) }
    ) { .guess(optionID: guess.options[$0].id) }
  }

  // MARK: Choices

  private func choose(
    among labels: [String], hasEarlier: Bool, cannotTell: GivenAnswer?,
    answer: (Int) -> GivenAnswer
  ) -> RatingAction {
    for (index, label) in labels.enumerated() {
      let number = String(index + 1)
      let lines = Terminal.wrapped(
        Terminal.harmless(label), columns: max(8, min(screen.columns, 80) - 5))
      for (row, line) in lines.enumerated() {
        let head = String(repeating: " ", count: max(0, 3 - number.count))
        screen.line(
          Span(row == 0 ? head + number : "   ", .accent), Span("  "), Span(line))
      }
    }
    while true {
      screen.show(Span("> ", .faint))
      let word = labels.count > 9 ? typedWord() : pressedWord()
      if let number = Int(word), (1...labels.count).contains(number) {
        screen.line(Span("\(number) ", .accent), Span(Terminal.harmlessLine(labels[number - 1])))
        return .give(answer(number - 1))
      }
      if let cannotTell, word == "0" || Self.meansCannotTell(word) {
        screen.line(Span("cannot tell", .accent))
        return .give(cannotTell)
      }
      screen.line()
      if let action = command(word, hasEarlier: hasEarlier) { return action }
      screen.paragraph(
        "1 to \(labels.count)" + (cannotTell == nil ? "" : ", 0 for cannot tell")
          + ", u to go back, q to stop", .faint)
    }
  }

  /// One key as a word.
  private func pressedWord() -> String {
    switch keyboard.key() {
    case .character(let character): String(character).lowercased()
    case .enter, .right: ""
    case .backspace, .left: "u"
    case .interrupt, .endOfInput: "q"
    case .other(let line): line.trimmingWhitespace().lowercased()
    case .tab, .escape, .up, .down: "no such key"
    }
  }

  /// A line as a word.
  private func typedWord() -> String {
    switch keyboard.line(on: screen) {
    case .text(let text): text.trimmingWhitespace().lowercased()
    case .back: "u"
    case .stop: "q"
    }
  }

  // MARK: Lines

  private func askSlider(_ question: Question, hasEarlier: Bool) -> RatingAction {
    while true {
      screen.show(Span("> ", .faint))
      let word = typedWord()
      if Self.meansCannotTell(word) { return .give(.answer(.cannotTell)) }
      if let action = command(word, hasEarlier: hasEarlier) { return action }
      do throws(Fault) {
        return .give(.answer(try question.answer(reading: word, at: "answer")))
      } catch {
        screen.paragraph(
          "a whole number from 0 to 100, c for cannot tell, u to go back, q to stop", .faint)
      }
    }
  }

  private func askNote(_ question: Question) -> RatingAction {
    while true {
      screen.show(Span("> ", .faint))
      let text: String
      switch keyboard.line(on: screen) {
      case .text(let line): text = line.trimmingWhitespace()
      case .back: return .back
      case .stop: return .stop
      }
      if text.isEmpty || text.lowercased() == "n" { return .keep }
      if text.count == 1, let action = command(text.lowercased(), hasEarlier: true) {
        return action
      }
      do throws(Fault) {
        return .give(.answer(try question.answer(reading: text, at: "note")))
      } catch {
        screen.paragraph("\(error.problem): \(error.remedy)", .warning)
      }
    }
  }

  // MARK: Words

  private func command(_ word: String, hasEarlier: Bool) -> RatingAction? {
    switch word {
    case "u", "undo", "back": .back
    case "q", "quit", "stop": .stop
    case "" where hasEarlier: .keep
    default: nil
    }
  }

  private static func meansCannotTell(_ word: String) -> Bool {
    ["?", "c", "cannot tell", "can't tell"].contains(word)
  }
}
