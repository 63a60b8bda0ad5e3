/// What the pairing rules count in a prompt.
///
/// Words are runs of letters and digits, with apostrophes and hyphens within; `{topic}` counts as one.
package struct TextMeasures: Hashable, Sendable {
  package let words: Int
  /// Unicode scalars, white space among them.
  package let characters: Int
  /// Stretches that end with '.', '!' or '?', or at the end; at least 1 where there is a word.
  package let sentences: Int
  /// Question marks.
  package let questions: Int
  /// Letters a word, mean; 0 without a word.
  package let wordLength: Double
  /// Flesch-Kincaid grade; 0 without a word.
  ///
  /// - SeeAlso: J. P. Kincaid et al. (1975), *Derivation of new readability formulas*, Naval Technical
  ///   Training Command, Research Branch Report 8-75. Syllables are counted by groups of vowels.
  package let grade: Double
  /// Mean of the logarithm (base 10) of a word's frequency in a million; words that are not in the
  /// list count as rare.
  package let rarity: Double
  /// Words of courtesy: please, thanks, greetings.
  package let courtesies: Int
  /// Words that ask for a form: JSON, list, table.
  package let formats: Int
  /// Pronouns of the first and of the second person.
  package let firstPerson: Int
  package let secondPerson: Int

  /// - Complexity: O(*n*) in the length of the text.
  package init(of text: String) {
    let words = Self.words(of: text)
    self.words = words.count
    characters = text.unicodeScalars.count
    var ends = 0
    var questions = 0
    var hasWord = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case ".", "!", "?", "…":
        if scalar == "?" { questions += 1 }
        if hasWord { ends += 1 }
        hasWord = false
      default: if scalar.properties.isAlphabetic { hasWord = true }
      }
    }
    sentences = ends + (hasWord ? 1 : 0)
    self.questions = questions
    let sums = WordSums(of: words)
    wordLength = sums.wordLength
    grade = sums.grade(sentences: sentences)
    rarity = sums.rarity
    courtesies = words.count { Self.courtesyWords.contains($0) }
    formats = words.count { Self.formatWords.contains($0) }
    firstPerson = words.count { Self.firstPersonWords.contains($0) }
    secondPerson = words.count { Self.secondPersonWords.contains($0) }
  }

  /// The words of a text in small letters.
  package static func words(of text: String) -> [String] {
    let pieces = text.lowercased().replacing("’", with: "'").split { !isPart($0) }
    return pieces.map { String($0).trimmed(of: ["'", "-"]) }.filter { !$0.isEmpty }
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "'-_".contains(character)
  }

  private static let courtesyWords: Set<String> = [
    "please", "thanks", "thank", "hello", "hi", "hey", "kindly", "dear", "greetings", "welcome",
  ]
  private static let formatWords: Set<String> = [
    "json", "list", "table", "bullets", "bullet", "markdown", "csv", "xml", "yaml", "paragraph",
    "paragraphs", "column", "columns", "heading", "headings",
  ]
  private static let firstPersonWords: Set<String> = [
    "i", "i'm", "i'll", "i'd", "i've", "me", "my", "mine", "we", "we're", "us", "our",
  ]
  private static let secondPersonWords: Set<String> = [
    "you", "you're", "you'll", "you'd", "you've", "your", "yours", "yourself",
  ]
}

/// Sums over words, from which means follow: those of two texts add up.
struct WordSums: Hashable, Sendable {
  var words = 0
  var letters = 0
  var syllables = 0
  var logFrequency = 0.0

  init(of words: [String]) {
    self.words = words.count
    for word in words {
      letters += word.count
      syllables += Self.syllables(of: word)
      logFrequency += WordFrequencies.logPerMillion(word)
    }
  }

  static func + (one: Self, other: Self) -> Self {
    var sum = one
    sum.words += other.words
    sum.letters += other.letters
    sum.syllables += other.syllables
    sum.logFrequency += other.logFrequency
    return sum
  }

  private var count: Double { Double(max(words, 1)) }
  var wordLength: Double { Double(letters) / count }
  var rarity: Double { logFrequency / count }

  func grade(sentences: Int) -> Double {
    guard words > 0 else { return 0 }
    return 0.39 * count / Double(max(sentences, 1)) + 11.8 * Double(syllables) / count - 15.59
  }

  /// Groups of vowels, without a silent e at the end; at least one.
  static func syllables(of word: String) -> Int {
    var groups = 0
    var wasVowel = false
    for letter in word {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { groups += 1 }
      wasVowel = isVowel
    }
    if groups > 1, word.hasSuffix("e"), !word.hasSuffix("le") { groups -= 1 }
    return max(groups, 1)
  }
}

extension String {
  fileprivate func trimmed(of marks: Set<Character>) -> String {
    var part = Substring(self)
    while let first = part.first, marks.contains(first) { part.removeFirst() }
    while let last = part.last, marks.contains(last) { part.removeLast() }
    return String(part)
  }
}
