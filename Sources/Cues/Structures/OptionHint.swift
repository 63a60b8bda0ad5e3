/// D3: an option of a multiple-choice question that is named outside the options.
///
/// Where options stand side by side, a sentence that singles one of them out tells which answer is
/// thought of, for or against, whatever its words.
enum OptionHint {
  private static let instructions: Set<String> = [
    "format", "letter", "letters", "output", "respond", "options", "choices", "example", "labels",
  ]
  private static let instructing = Set(instructions.map(Lexicon.shared.number(of:)))

  static func evidence(
    in tokens: Tokens, mentions: [Mention], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [CueEvidence] {
    guard let cue = CueCatalogue.numbers["D3"] else { return [] }
    let options = Self.options(mentions, bytes)
    guard options.count > 1 else { return [] }
    let last = UInt8(min(options.count, 26)) + 0x40
    let texts = Set(options)
    var found: [CueEvidence] = []
    for sentence in tokens.sentences {
      var place: Range<Int>?
      var letters: Set<UInt8> = []
      for index in sentence.tokens {
        let token = tokens.tokens[index]
        if instructing.contains(token.word), token.word >= 0, !token.flags.contains(.mentioned) {
          letters = []
          place = nil
          break
        }
        if token.flags.contains(.opensQuote) {
          if let range = quotation(at: Int(token.start), mentions),
            texts.contains(plain(bytes[range].dropFirst().dropLast()))
          {
            place = range
          }
        } else if isLetter(token, index, sentence, tokens, bytes, last: last) {
          letters.insert(bytes[Int(token.start)])
          place = Int(token.start)..<Int(token.end)
        }
      }
      if let place, letters.count < 2 {
        found.append(CueEvidence(cue: cue, confidence: .high, range: place))
      }
    }
    return found
  }

  /// Whether a letter names an option: it follows no noun, as in 'vitamin C'.
  private static func isLetter(
    _ token: Tokens.Token, _ index: Int, _ sentence: Tokens.Sentence, _ tokens: Tokens,
    _ bytes: UnsafeBufferPointer<UInt8>, last: UInt8
  ) -> Bool {
    let byte = bytes[Int(token.start)]
    guard token.end - token.start == 1, byte >= 0x41, byte <= last,
      !token.flags.contains(.mentioned)
    else { return false }
    let isFirst = index == sentence.tokens.lowerBound
    let isLast = index + 1 >= sentence.tokens.upperBound || isMark(tokens.tokens[index + 1])
    // 'A' and 'I' are words, but where a sentence ends.
    if byte == 0x41 || byte == 0x49 {
      let saysSo =
        index + 1 < sentence.tokens.upperBound
        && leaning.contains(tokens.tokens[index + 1].word) && byte == 0x41
      return !isFirst && isLast && tokens.tokens[index - 1].word >= 0 || saysSo
    }
    return isFirst || tokens.tokens[index - 1].word >= 0
  }

  private static let leaning = Set(
    ["is", "seems", "sounds", "looks", "feels", "appears", "strikes", "could", "might", "would"]
      .map(Lexicon.shared.number(of:)).filter { $0 >= 0 })

  private static func isMark(_ token: Tokens.Token) -> Bool {
    token.word >= 0 && token.word < Lexicon.markCount
  }

  private static func quotation(at start: Int, _ mentions: [Mention]) -> Range<Int>? {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].range.upperBound <= start { low = middle + 1 } else { high = middle }
    }
    guard low < mentions.count, mentions[low].kind == .quotation else { return nil }
    return mentions[low].range
  }

  /// The texts of the options without their letters.
  private static func options(
    _ mentions: [Mention], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [[UInt8]] {
    mentions.lazy.filter { $0.kind == .options }.map { mention in
      var start = mention.range.lowerBound
      while start < mention.range.upperBound, bytes[start] != 0x29, bytes[start] != 0x2E,
        bytes[start] != 0x3A
      { start += 1 }
      return plain(bytes[min(start + 1, mention.range.upperBound)..<mention.range.upperBound])
    }
  }

  /// Small letters and figures alone.
  private static func plain(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    bytes.prefix(400).compactMap {
      $0 >= 0x41 && $0 <= 0x5A ? $0 + 32 : Tokens.isWord($0) && $0 < 0x80 ? $0 : nil
    }
  }
}
