package import Faults
import Reproducible

/// One answer to one question; valid for it once it exists.
package enum Answer: Hashable, Sendable {
  /// A level's number, a choice's number, or a slider's position.
  case value(Double)
  /// The rater could not judge it: kept, counted, in no estimate.
  case cannotTell
  /// Free text; never empty.
  case note(String)

  /// The number, where the answer is one.
  package var number: Double? {
    guard case .value(let number) = self else { return nil }
    return number
  }
}

extension Question {
  /// How long a note may be, in characters.
  package static let longestNote = 4000

  /// Checks a number or a text as an answer to this question.
  ///
  /// - Parameters:
  ///   - text: A level's number as raters see it, from 1, with 0 for `cannot tell`; its label in
  ///     any case; a slider position; or a note's text.
  ///   - place: Where the text was found, for the fault.
  /// - Returns: The answer, valid for this question.
  /// - Throws: ``Fault`` of kind `badInput` that names what would be valid.
  package func answer(reading text: String, at place: String) throws(Fault) -> Answer {
    let trimmed = text.trimmingWhitespace()
    if case .note = form {
      guard trimmed.count <= Self.longestNote else {
        throw Fault(
          .badInput, at: place, "the note has \(trimmed.count) characters",
          remedy: "shorten it to \(Self.longestNote)")
      }
      guard !trimmed.isEmpty else {
        throw Fault(.badInput, at: place, "the note is empty", remedy: "write one or leave it out")
      }
      return .note(trimmed)
    }
    if ["cannot tell", "can't tell", "cannot_tell"].contains(trimmed.lowercased()) {
      return .cannotTell
    }
    if let level = form.labels.firstIndex(where: { $0.lowercased() == trimmed.lowercased() }) {
      return .value(Double(level))
    }
    // Raters meet the same numbers everywhere: 1 is the first level, on every page and in every
    // table.
    let first: Double = form.labels.isEmpty ? 0 : 1
    let number = Double(trimmed)
    if first == 1, number == 0 { return .cannotTell }
    guard let number, isValid(number - first) else {
      throw Fault(
        .badInput, at: place, "'\(trimmed)' is no answer to '\(id)'",
        remedy: "use \(validAnswers), or 'cannot tell'")
    }
    return .value(number - first)
  }

  /// Checks an answer that came as a value.
  ///
  /// - Throws: ``Fault`` of kind `badInput` that names what would be valid.
  package func check(_ answer: Answer, at place: String) throws(Fault) {
    switch (form, answer) {
    case (.note, .note(let text)):
      _ = try self.answer(reading: text, at: place)
    case (.note, .value), (.note, .cannotTell):
      throw Fault(.badInput, at: place, "'\(id)' takes a note", remedy: "send its text")
    case (_, .cannotTell): break
    case (_, .value(let number)) where isValid(number): break
    case (_, .value(let number)):
      throw Fault(
        .badInput, at: place, "'\(number)' is no answer to '\(id)'",
        remedy: "use \(validAnswers), or 'cannot tell'")
    case (_, .note):
      throw Fault(
        .badInput, at: place, "'\(id)' takes no note",
        remedy: "use \(validAnswers), or 'cannot tell'")
    }
  }

  private func isValid(_ number: Double) -> Bool {
    guard number == number.rounded(), number >= 0 else { return false }
    switch form {
    case .binary, .ordinal, .nominal: return number < Double(form.labels.count)
    case .slider: return number <= 100
    case .note: return false
    }
  }

  private var validAnswers: String {
    switch form {
    case .slider: "a whole number from 0 to 100"
    case .note: "any text"
    case .binary, .ordinal, .nominal:
      form.labels.enumerated().map { "\($0.offset + 1) (\($0.element))" }.joined(separator: ", ")
    }
  }

  /// An answer as people read it: the level's label, the position, the note.
  package func describe(_ answer: Answer) -> String {
    switch answer {
    case .cannotTell: "cannot tell"
    case .note(let text): text
    case .value(let number):
      Int(exactly: number).flatMap { form.labels.indices.contains($0) ? form.labels[$0] : nil }
        ?? Numerals.fixed(number, decimals: 0)
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  package func trimmingWhitespace() -> String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
