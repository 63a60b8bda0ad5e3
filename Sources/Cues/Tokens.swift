/// A text cut into words and marks, as patterns read it.
///
/// Places are UTF-8 offsets. A text is read once, byte by byte, so that time goes with its length
/// whatever it holds.
struct Tokens: Sendable {
  /// A word or a mark of punctuation.
  struct Token: Sendable {
    let start: Int32
    let end: Int32
    /// The number of the word in the lexicon; ``Lexicon/unknown`` for all others.
    let word: Int32
    let sentence: Int32
    var flags: Flags
  }

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// First word of a sentence, or of a clause after a comma or a conjunction.
    static let opensClause = Flags(rawValue: 1)
    /// Quoted, code or data: mentioned and not used.
    static let mentioned = Flags(rawValue: 2)
    /// A word of the claim or of a rubric.
    static let term = Flags(rawValue: 4)
    /// One capital letter, as options are called.
    static let letter = Flags(rawValue: 8)
    static let number = Flags(rawValue: 16)
    /// The first token of a quotation.
    static let opensQuote = Flags(rawValue: 32)
    static let opensSentence = Flags(rawValue: 64)
    /// A name or noun that ends in 's.
    static let possessive = Flags(rawValue: 128)
  }

  /// A stretch that ends with a full stop, a question or exclamation mark, or a line.
  struct Sentence: Sendable {
    var tokens: Range<Int>
    var isQuestion: Bool
  }

  private(set) var tokens: [Token] = []
  private(set) var sentences: [Sentence] = []

  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - mentions: Stretches that are mentioned and not used, in order, apart from one another.
  ///   - terms: Stems of the words of a claim or rubric.
  init(_ bytes: UnsafeBufferPointer<UInt8>, mentions: [Mention], terms: TermStems) {
    let lexicon = Lexicon.shared
    tokens.reserveCapacity(bytes.count / 5)
    var index = 0
    var start = 0
    var mention = 0
    var opens = true
    var opensSentence = true
    var wasMentioned = -1
    func close(_ self: inout Tokens, isQuestion: Bool) {
      if start < self.tokens.count {
        self.sentences.append(
          Sentence(tokens: start..<self.tokens.count, isQuestion: isQuestion))
      }
      start = self.tokens.count
      opens = true
      opensSentence = true
    }
    let count = bytes.count
    while index < count {
      while mention < mentions.count, mentions[mention].range.upperBound <= index { mention += 1 }
      let isMentioned = mention < mentions.count && mentions[mention].range.contains(index)
      let byte = bytes[index]
      var flags: Flags = isMentioned ? .mentioned : []
      if isMentioned, wasMentioned != mention, mentions[mention].kind == .quotation {
        flags.insert(.opensQuote)
      }
      if byte == 0xE2, index + 2 < count, bytes[index + 1] == 0x80 {
        // Dashes, dots and marks of quotation; after a dash a clause begins.
        if (0x93...0x95).contains(bytes[index + 2]) { opens = true }
        index += 3
        continue
      }
      if Self.isWord(byte) {
        // The mark of quotation is no token: the first word within is.
        if isMentioned { wasMentioned = mention }
        let first = index
        var hash = Lexicon.seed
        var isNumber = true
        while index < count {
          var next = bytes[index]
          if next == 0xE2, index + 2 < count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 {
            // A typographic apostrophe within a word is a plain one.
            guard index + 3 < count, Self.isLetter(bytes[index + 3]) else { break }
            hash = Lexicon.step(hash, 0x27)
            index += 3
            isNumber = false
            continue
          }
          if next == 0xE2, index + 1 < count, bytes[index + 1] == 0x80 { break }
          if next == 0x27 {
            guard index + 1 < count, Self.isLetter(bytes[index + 1]), index > first else { break }
            // A closing quotation mark is no apostrophe.
            if mention < mentions.count, mentions[mention].range.upperBound == index + 1 { break }
          } else if !Self.isWord(next) {
            break
          }
          if next >= 0x41, next <= 0x5A { next += 32 }
          if next < 0x30 || next > 0x39 { isNumber = false }
          hash = Lexicon.step(hash, next)
          index += 1
        }
        if index == first { index += 1 }
        if Self.isOption(bytes, first, index, opensSentence: opensSentence) {
          flags.insert(.letter)
        }
        if isNumber { flags.insert(.number) }
        if opens { flags.insert(.opensClause) }
        if opensSentence { flags.insert(.opensSentence) }
        let word = lexicon.number(hash, bytes, first, index)
        if Self.isPossessive(bytes, first, index), word < 0 || !lexicon.isContraction[Int(word)] {
          flags.insert(.possessive)
        }
        if !terms.isEmpty, !isMentioned, terms.contains(bytes, first, index) {
          flags.insert(.term)
        }
        tokens.append(
          Token(
            start: Int32(first), end: Int32(index), word: word,
            sentence: Int32(sentences.count), flags: flags))
        opens = word >= 0 && lexicon.opensClause[Int(word)]
        opensSentence = opensSentence && opens
        continue
      }
      index += 1
      switch byte {
      case 0x2E, 0x21, 0x3F:  // . ! ?
        // A full stop within a number or a name is none.
        if byte == 0x2E, index < count, Self.isWord(bytes[index]) { continue }
        // Nor after 'Dr' and the like.
        if byte == 0x2E, let last = tokens.last, last.word >= 0, Int(last.end) == index - 1,
          lexicon.isAbbreviation[Int(last.word)]
        {
          continue
        }
        append(lexicon.mark(byte), index - 1, flags)
        if !isMentioned {
          close(&self, isQuestion: byte == 0x3F)
        }
      case 0x0A:
        close(&self, isQuestion: false)
      case 0x2C, 0x3A, 0x3B, 0x28, 0x29:  // , : ; ( )
        append(lexicon.mark(byte), index - 1, flags)
        opens = true
      default: continue
      }
    }
    close(&self, isQuestion: false)
  }

  /// How many words the asker uses; mentioned ones do not count.
  var wordCount: Int {
    tokens.count {
      !$0.flags.contains(.mentioned) && ($0.word < 0 || $0.word >= Lexicon.markCount)
    }
  }

  private mutating func append(_ word: Int32, _ place: Int, _ flags: Flags) {
    tokens.append(
      Token(
        start: Int32(place), end: Int32(place + 1), word: word, sentence: Int32(sentences.count),
        flags: flags))
  }

  /// Whether one capital letter is an option's name: no "I", and no "A" that begins a sentence.
  private static func isOption(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, opensSentence: Bool
  ) -> Bool {
    let byte = bytes[start]
    guard end - start == 1, byte >= 0x41, byte <= 0x5A, byte != 0x49 else { return false }
    return byte != 0x41 || !opensSentence
  }

  private static func isPossessive(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start > 3, bytes[end - 1] | 0x20 == 0x73 else { return false }
    return bytes[end - 2] == 0x27 || bytes[end - 2] == 0x99 && bytes[end - 3] == 0x80
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80
  }

  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= 0x30 && byte <= 0x39
  }
}
