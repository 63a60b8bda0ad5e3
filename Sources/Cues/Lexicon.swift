/// The words that patterns know, by number, with the classes to which they belong.
///
/// All words of all patterns are gathered once; a text's words are then looked up by the hash of
/// their small letters.
struct Lexicon: Sendable {
  static let unknown: Int32 = -1
  static let shared = Lexicon()

  /// Small letters of each word.
  private let words: [[UInt8]]
  /// Open addressing: a word's number, or −1.
  private let table: [Int32]
  private let mask: Int
  private let numbers: [String: Int32]
  /// The classes of each word, as bits.
  let classes: [UInt64]
  /// Whether a clause begins after the word: conjunctions and interjections.
  let opensClause: [Bool]
  /// 'It's', 'that's', 'let's': no possessives.
  let isContraction: [Bool]
  /// Words whose full stop ends no sentence.
  let isAbbreviation: [Bool]

  private static let marks = [",", ":", ";", "(", ")", ".", "!", "?"]
  /// The first words are marks of punctuation.
  static let markCount = Int32(marks.count)

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(seed, step) }

  private init() {
    var words: [[UInt8]] = []
    var numbers: [String: Int32] = [:]
    var classes: [UInt64] = []
    func add(_ word: String) -> Int {
      if let known = numbers[word] { return Int(known) }
      numbers[word] = Int32(words.count)
      words.append(Array(word.utf8))
      classes.append(0)
      return words.count - 1
    }
    for mark in Self.marks { _ = add(mark) }
    for (bit, name) in WordClass.names.enumerated() {
      for word in WordClass.words(name) { classes[add(word)] |= 1 << UInt64(bit) }
    }
    for cue in CueCatalogue.cues {
      for pattern in cue.patterns {
        for word in pattern.literals { _ = add(word) }
      }
    }
    var size = 1024
    while size < words.count * 4 { size *= 2 }
    var table = [Int32](repeating: -1, count: size)
    for (number, word) in words.enumerated() {
      var slot = Int(truncatingIfNeeded: Self.hash(word)) & (size - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      table[slot] = Int32(number)
    }
    self.words = words
    self.numbers = numbers
    self.classes = classes
    self.table = table
    mask = size - 1
    let opening = WordClass.bit("opener")
    opensClause = classes.map { $0 & opening != 0 }
    let contracting = WordClass.bit("contraction")
    isContraction = classes.map { $0 & contracting != 0 }
    let shortening = WordClass.bit("abbrev")
    isAbbreviation = classes.map { $0 & shortening != 0 }
  }

  /// How many words there are.
  var count: Int { words.count }

  /// The number of a word of a pattern.
  func number(of word: String) -> Int32 { numbers[word] ?? Self.unknown }

  /// The number of a mark of punctuation.
  func mark(_ byte: UInt8) -> Int32 {
    switch byte {
    case 0x2C: 0
    case 0x3A: 1
    case 0x3B: 2
    case 0x28: 3
    case 0x29: 4
    case 0x2E: 5
    case 0x21: 6
    default: 7
    }
  }

  /// The number of the word that stands at a place; −1 where no pattern knows it.
  func number(_ hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Int32
  {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while table[slot] >= 0 {
      let number = table[slot]
      if matches(words[Int(number)], bytes, start, end) { return number }
      slot = (slot + 1) & mask
    }
    return Self.unknown
  }

  private func matches(
    _ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    var place = start
    for byte in word {
      guard place < end else { return false }
      if byte == 0x27, bytes[place] == 0xE2 {
        place += 3
        continue
      }
      let own = bytes[place]
      guard byte == (own >= 0x41 && own <= 0x5A ? own + 32 : own) else { return false }
      place += 1
    }
    return place == end
  }
}
