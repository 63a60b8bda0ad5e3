import Reproducible

/// A chat or a prompt that somebody saved.
package struct SavedChat: Hashable, Sendable {
  /// What the person wrote first.
  package let prompt: String
  /// How many turns the person wrote.
  package let turns: Int

  /// Reads a saved chat; `nil` where nobody wrote anything.
  ///
  /// - Parameter text: JSON (a list of messages, or an object with one under `messages`, each with `role`
  ///   and `content`), a transcript with names before a colon, or a prompt by itself.
  package init?(_ text: String) {
    let turns = Self.messages(text) ?? Self.transcript(text)
    guard let first = turns.first(where: { !$0.isEmpty }) else { return nil }
    prompt = first
    self.turns = turns.count
  }

  private static func messages(_ text: String) -> [String]? {
    guard let json = try? JSON(parsing: text) else { return nil }
    // A prompt may be a number or a quoted text; then it is no list of messages.
    guard let list = json.elements ?? json["messages"]?.elements else { return nil }
    return list.compactMap { message in
      guard ["user", "human"].contains(message["role"]?.text ?? message["from"]?.text ?? "") else {
        return nil
      }
      return
        (message["content"]?.text ?? message["value"]?.text
        ?? message["content"]?.elements?.compactMap { $0["text"]?.text }.joined(separator: "\n"))?
        .trimmed
    }
  }

  private static let people = ["you", "user", "human", "me", "i", "prompt", "q", "you said"]
  private static let models = [
    "assistant", "ai", "model", "bot", "chatgpt", "claude", "gemini", "gpt", "a", "llm",
    "chatgpt said",
  ]

  private static func transcript(_ text: String) -> [String] {
    var turns: [String] = []
    var current: [Substring] = []
    var isPerson = true
    var isNamed = false
    func close() {
      if isPerson {
        let turn = current.joined(separator: "\n").trimmed
        if !turn.isEmpty { turns.append(turn) }
      }
      current = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let colon = line.firstIndex(of: ":"), line.distance(from: line.startIndex, to: colon) < 16
      {
        let name = line[..<colon].lowercased().filter { !"*#> ".contains($0) || $0 == " " }.trimmed
        if people.contains(name) || models.contains(name) {
          // What stands before the first name is a heading.
          if isNamed { close() } else { current = [] }
          isNamed = true
          isPerson = people.contains(name)
          current = [line[line.index(after: colon)...]]
          continue
        }
      }
      current.append(line)
    }
    close()
    return turns
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    var part = self[startIndex..<endIndex]
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }
}
