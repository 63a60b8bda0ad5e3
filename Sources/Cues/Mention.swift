/// A stretch that is mentioned and not used: cues in it are not the asker's.
package struct Mention: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// In quotation marks, or a quoted block.
    case quotation
    /// In a code fence, in backticks, or a line of a program.
    case code
    /// Structured data.
    case data
    /// Answer options that are offered side by side.
    case options
    /// A text that is handed over to be worked on.
    case handedOver = "handed over"
    /// What a model said before.
    case answer
  }

  package let kind: Kind
  /// UTF-8 offsets.
  package let range: Range<Int>
}

/// Finds what a text mentions, line by line and then within lines.
///
/// Every search is bounded, or remembers what it has not found: time goes with the length of the text
/// whatever it holds.
struct MentionFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var found: [Mention] = []

  static func mentions(in bytes: UnsafeBufferPointer<UInt8>) -> [Mention] {
    var finder = MentionFinder(bytes: bytes)
    finder.readLines()
    return finder.found
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private struct Line {
    let range: Range<Int>
    /// Where its first mark stands.
    let first: Int
    var isBlank: Bool { first >= range.upperBound }
  }

  private mutating func readLines() {
    let lines = lines()
    var number = 0
    var optionsUntil = 0
    while number < lines.count {
      let line = lines[number]
      if line.isBlank {
        number += 1
      } else if let fence = fence(line) {
        var last = number + 1
        while last < lines.count, self.fence(lines[last]) != fence { last += 1 }
        let end = last < lines.count ? lines[last].range.upperBound : bytes.count
        found.append(Mention(kind: .code, range: line.range.lowerBound..<end))
        number = last + 1
      } else if bytes[line.first] == 0x3E {
        found.append(Mention(kind: .quotation, range: line.range))
        number += 1
      } else if number < optionsUntil || optionsBegin(lines, number, &optionsUntil) {
        found.append(Mention(kind: .options, range: line.range))
        number += 1
      } else if isAnswer(line) {
        var last = number + 1
        while last < lines.count, !isAsker(lines[last]) { last += 1 }
        found.append(
          Mention(
            kind: .answer,
            range: line.range
              .lowerBound..<(last < lines.count
              ? lines[last].range.lowerBound : bytes.count)))
        number = last
      } else if let rest = handsOver(line) {
        number = handOver(lines, number, from: rest)
      } else if isProgram(line) {
        found.append(Mention(kind: .code, range: line.range))
        number += 1
      } else {
        readInline(line.range)
        number += 1
      }
    }
  }

  private func lines() -> [Line] {
    var lines: [Line] = []
    var start = 0
    var index = 0
    var first = -1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0A {
        lines.append(Line(range: start..<index, first: first < 0 ? index : first))
        start = index + 1
        first = -1
      } else if first < 0, byte != 0x20, byte != 0x09, byte != 0x0D {
        first = index
      }
      index += 1
    }
    lines.append(Line(range: start..<index, first: first < 0 ? index : first))
    return lines
  }

  // MARK: Lines

  private func fence(_ line: Line) -> UInt8? {
    let byte = bytes[min(line.first, max(0, bytes.count - 1))]
    guard !line.isBlank, byte == 0x60 || byte == 0x7E, line.first + 2 < line.range.upperBound,
      bytes[line.first + 1] == byte, bytes[line.first + 2] == byte
    else { return nil }
    return byte
  }

  /// The letter of an option line: `(A) …`, `B) …`, `c. …`.
  private func option(_ line: Line) -> UInt8? {
    var place = line.first
    let limit = line.range.upperBound
    guard place < limit else { return nil }
    if bytes[place] == 0x28 { place += 1 }
    guard place + 1 < limit else { return nil }
    let letter = bytes[place] & 0xDF
    guard letter >= 0x41, letter <= 0x5A else { return nil }
    let mark = bytes[place + 1]
    guard mark == 0x29 || mark == 0x2E || mark == 0x3A else { return nil }
    return place + 2 == limit || bytes[place + 2] == 0x20 ? letter : nil
  }

  /// Whether two option lines follow one another from here on; then where the last of them ends.
  private func optionsBegin(_ lines: [Line], _ number: Int, _ until: inout Int) -> Bool {
    guard var letter = option(lines[number]) else { return false }
    var last = number + 1
    while last < lines.count, let next = option(lines[last]), next == letter + 1 {
      letter = next
      last += 1
    }
    guard last > number + 1 else { return false }
    until = last
    return true
  }

  private static let answerers = [
    "assistant", "ai", "bot", "model", "chatgpt", "claude", "gpt", "gemini",
  ]
  private static let askers = [
    "user", "human", "me", "asker", "question", "q", "student", "prompter",
  ]

  private static let answererHashes = Set(answerers.map(hash))
  private static let askerHashes = Set(askers.map(hash))

  private static func hash(_ word: String) -> UInt64 {
    word.utf8.reduce(Lexicon.seed, Lexicon.step)
  }

  private func isAnswer(_ line: Line) -> Bool {
    label(line).map(Self.answererHashes.contains) ?? false
  }

  private func isAsker(_ line: Line) -> Bool {
    label(line).map(Self.askerHashes.contains) ?? false
  }

  /// The word before a colon at the start of a line, as the hash of its small letters.
  private func label(_ line: Line) -> UInt64? {
    var place = line.first
    var hash = Lexicon.seed
    while place < line.range.upperBound, place - line.first < 12, Tokens.isLetter(bytes[place]) {
      hash = Lexicon.step(hash, Self.small(bytes[place]))
      place += 1
    }
    guard place < line.range.upperBound, bytes[place] == 0x3A, place > line.first else {
      return nil
    }
    return hash
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte
  }

  private static let handed = WordClass.bit("text")

  /// Where a text begins that the line hands over: after `Text:`, or after a line that ends so.
  private func handsOver(_ line: Line) -> Int? {
    var end = line.range.upperBound
    while end > line.first,
      bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D || bytes[end - 1] == 0x2A
    { end -= 1 }
    let limit = min(end, line.first + 160)
    var place = line.first
    var names = false
    var words = 0
    while place < limit {
      if Tokens.isLetter(bytes[place]) {
        let start = place
        var hash = Lexicon.seed
        while place < limit, Tokens.isLetter(bytes[place]) {
          let byte = bytes[place]
          hash = Lexicon.step(hash, byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte)
          place += 1
        }
        words += 1
        let word = Lexicon.shared.number(hash, bytes, start, place)
        if word >= 0, Lexicon.shared.classes[Int(word)] & Self.handed != 0 { names = true }
      } else if bytes[place] == 0x3A {
        guard names else { return nil }
        // 'Text: …' at the start of a line, or a colon that ends it.
        return place + 1 >= end || words <= 2 ? place + 1 : nil
      } else if [0x2E, 0x3F, 0x21, 0x2C].contains(bytes[place]) {
        names = false
        words += 1
        place += 1
      } else {
        place += 1
      }
    }
    return nil
  }

  /// Masks a text that is handed over: its paragraph, and what follows up to a request.
  private mutating func handOver(_ lines: [Line], _ number: Int, from start: Int) -> Int {
    let sameLine =
      start < lines[number].range.upperBound
      && bytes[start..<lines[number].range.upperBound].contains { $0 != 0x20 && $0 != 0x2A }
    var last = number + 1
    if !sameLine { while last < lines.count, lines[last].isBlank { last += 1 } }
    while last < lines.count, !lines[last].isBlank, !isRequest(lines[last]) { last += 1 }
    if !sameLine {
      // Further paragraphs belong to it until one asks for something.
      var next = last
      while next < lines.count {
        while next < lines.count, lines[next].isBlank { next += 1 }
        guard next < lines.count, !isRequest(lines[next]) else { break }
        while next < lines.count, !lines[next].isBlank, !isRequest(lines[next]) { next += 1 }
        last = next
      }
    }
    let end = last < lines.count ? lines[last].range.lowerBound : bytes.count
    if end > start { found.append(Mention(kind: .handedOver, range: start..<end)) }
    return last
  }

  private static let requests: Set<String> = [
    "summarise", "summarize", "rate", "answer", "write", "describe", "explain", "list", "classify",
    "translate", "now", "what", "why", "how", "do", "does", "is", "are", "don't", "isn't", "who",
    "when", "where", "which", "tell", "give", "say", "comment", "review", "please", "your", "you",
    "question", "task", "instructions", "can", "could", "would", "choose", "pick", "i", "in",
    "based", "using", "identify", "output", "return", "user", "human", "so",
  ]

  private static let requestHashes = Set(requests.map(hash))

  private func isRequest(_ line: Line) -> Bool {
    var place = line.first
    var hash = Lexicon.seed
    while place < line.range.upperBound, place - line.first < 16,
      Tokens.isLetter(bytes[place]) || bytes[place] == 0x27
    {
      hash = Lexicon.step(hash, Self.small(bytes[place]))
      place += 1
    }
    guard Self.requestHashes.contains(hash) else { return false }
    // A paragraph that merely begins so is longer.
    return line.range.upperBound - line.first < 300
  }

  private static let programs = [
    "def ", "import ", "#include", "select ", "class ", "function ", "const ", "let ", "var ",
    "public ", "private ", "return ", "<", "{", "}", "[", "\"", "//", "$ ", "#!", "traceback",
  ]

  private static let programStarts = Set(programs.compactMap(\.utf8.first))

  private func begins(_ start: Int, _ end: Int, with word: String) -> Bool {
    var place = start
    for byte in word.utf8 {
      guard place < end, Self.small(bytes[place]) == byte else { return false }
      place += 1
    }
    return true
  }

  /// Whether a line looks like a program's or like data.
  private func isProgram(_ line: Line) -> Bool {
    var end = line.range.upperBound
    while end > line.first, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > line.first else { return false }
    let last = bytes[end - 1]
    if last == 0x3B || last == 0x7B || last == 0x7D { return true }
    if line.first - line.range.lowerBound >= 4, bytes[line.first] != 0x28 {
      return !bytes[line.first..<end].contains(0x3F)
    }
    if bytes[line.first..<min(end, line.first + 400)].contains(0x09) { return true }
    guard Self.programStarts.contains(Self.small(bytes[line.first])),
      let program = Self.programs.first(where: { begins(line.first, end, with: $0) })
    else { return false }
    switch program {
    // A slot begins with a brace as well.
    case "{":
      return line.first + 1 >= end || [0x22, 0x20, 0x09].contains(bytes[line.first + 1])
    case "\"", "<", "[": return last == 0x2C || last == 0x5D || (program == "<" && last == 0x3E)
    case "let ", "class ", "return ", "import ", "function ", "select ", "public ", "private ":
      return bytes[line.first..<end].contains { [0x3D, 0x28, 0x3B, 0x2A].contains($0) }
    default: return true
    }
  }

  // MARK: Within a line

  /// How far apart a pair of quotation marks may stand, in bytes.
  private static let longestQuotation = 1500

  /// Reads a line: what is to be agreed to or not is the matter, and none of the asker's words.
  private mutating func readInline(_ range: Range<Int>) {
    guard let claim = claim(in: range) else { return readQuotations(range) }
    readQuotations(range.lowerBound..<claim)
    found.append(Mention(kind: .handedOver, range: claim..<range.upperBound))
  }

  private static let agreement = Array("agree or disagree".utf8)

  /// Where a claim begins that stands after 'Do you agree or disagree?' or after its colon.
  private func claim(in range: Range<Int>) -> Int? {
    let wanted = Self.agreement
    var place = range.lowerBound
    while place + wanted.count < range.upperBound {
      if bytes[place] | 0x20 == 0x61,
        zip(bytes[place...], wanted).allSatisfy({ Self.small($0) == $1 })
      {
        var end = place + wanted.count
        while end < range.upperBound, bytes[end] != 0x3F, bytes[end] != 0x3A { end += 1 }
        while end < range.upperBound, [0x3F, 0x3A, 0x20].contains(bytes[end]) { end += 1 }
        return end < range.upperBound ? end : nil
      }
      place += 1
    }
    return nil
  }

  private mutating func readQuotations(_ range: Range<Int>) {
    var place = range.lowerBound
    // From where on each kind of closing mark is known to be missing.
    var noClosing = 0
    var noMark = [0, 0, 0, 0]
    while place < range.upperBound {
      let byte = bytes[place]
      var end: Int?
      var kind = Mention.Kind.quotation
      switch byte {
      case 0x60:
        end = find([0x60], from: place + 1, range.upperBound, &noMark[0])
        kind = .code
      case 0x22: end = find([0x22], from: place + 1, range.upperBound, &noMark[1])
      case 0xE2 where isMark(place, 0x9C):
        end = find([0xE2, 0x80, 0x9D], from: place + 3, range.upperBound, &noMark[2])
      case 0xE2 where isMark(place, 0x98) && opensWord(place, range):
        end = closing(from: place + 3, range.upperBound, &noClosing)
      case 0x27 where opensWord(place, range):
        end = closing(from: place + 1, range.upperBound, &noClosing)
      case 0xC2 where place + 1 < range.upperBound && bytes[place + 1] == 0xAB:
        end = find([0xC2, 0xBB], from: place + 2, range.upperBound, &noMark[3])
      default: break
      }
      if let end {
        found.append(Mention(kind: kind, range: place..<end))
        place = end
      } else {
        place += 1
      }
    }
  }

  private func isMark(_ place: Int, _ last: UInt8) -> Bool {
    place + 2 < bytes.count && bytes[place + 1] == 0x80 && bytes[place + 2] == last
  }

  private func opensWord(_ place: Int, _ range: Range<Int>) -> Bool {
    let before = place == range.lowerBound ? 0x20 : bytes[place - 1]
    let width = bytes[place] == 0xE2 ? 3 : 1
    return !Tokens.isWord(before) && place + width < range.upperBound
      && bytes[place + width] > 0x20
  }

  /// The end of the first occurrence of a mark.
  private func find(_ mark: [UInt8], from start: Int, _ limit: Int, _ missing: inout Int) -> Int? {
    var place = max(start, missing)
    let last = min(limit, start + Self.longestQuotation)
    while place + mark.count <= last {
      if bytes[place] == mark[0], bytes[place..<place + mark.count].elementsEqual(mark) {
        return place + mark.count
      }
      place += 1
    }
    missing = max(missing, last - mark.count + 1)
    return nil
  }

  /// The end of a single quotation mark that is no apostrophe.
  private func closing(from start: Int, _ limit: Int, _ noClosing: inout Int) -> Int? {
    var place = max(start, noClosing)
    let last = min(limit, start + Self.longestQuotation)
    while place < last {
      let isPlain = bytes[place] == 0x27
      if isPlain || bytes[place] == 0xE2 && isMark(place, 0x99) {
        let end = place + (isPlain ? 1 : 3)
        if end >= limit || !Tokens.isWord(bytes[end]), bytes[place - 1] > 0x20 { return end }
      }
      place += 1
    }
    noClosing = max(noClosing, last)
    return nil
  }
}
