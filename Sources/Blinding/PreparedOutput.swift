import Reproducible
import TrialDesign

/// An output with what is masked in it.
struct PreparedOutput {
  let output: BlindableOutput
  let words: [Word]
  /// Words that name what wrote the text: masked in every view.
  let naming: [Bool]
  /// Words that echo the prompt: masked in half of the views.
  let echo: [Bool]
  let storedHash: Digest
  let plainText: String

  var namesItself: Bool { naming.contains(true) }
  var echoes: Bool { echo.contains(true) }
  /// How many words each mask over the echo hides.
  var echoLengths: [Int] { Masking.runs(of: echo).map(\.count) }

  /// The text with further words masked.
  func text(masking further: [Bool]) -> String {
    Masking.text(output.text, words: words, covered: zip(naming, further).map { $0 || $1 })
  }

  /// Looks through outputs.
  ///
  /// - Throws: ``BlindingFault`` for outputs that cannot be blinded.
  static func all(_ outputs: [BlindableOutput]) throws(BlindingFault) -> [PreparedOutput] {
    var namings: [[String]: SelfNaming] = [:]
    var echoes: [[[String]]: EchoWords] = [:]
    var all: [PreparedOutput] = []
    for output in outputs {
      guard (output.condition == nil) != (output.control == nil) else {
        throw .unclearRole(output.id)
      }
      let words = Word.all(in: output.text)
      guard !words.isEmpty else { throw .noText(output.id) }
      let naming = namings[output.modelNames] ?? SelfNaming(modelNames: output.modelNames)
      namings[output.modelNames] = naming
      let named = naming.found(in: words)
      var echo = [Bool](repeating: false, count: words.count)
      if output.isLed, !output.ownWords.isEmpty {
        guard !output.neutralWords.isEmpty else { throw .noNeutralCounterpart(output.id) }
        let prompts = [output.ownWords, output.neutralWords]
        let known =
          echoes[prompts] ?? EchoWords(own: output.ownWords, neutral: output.neutralWords)
        echoes[prompts] = known
        echo = zip(known.found(in: words), named).map { $0 && !$1 }
      }
      all.append(
        PreparedOutput(
          output: output, words: words, naming: named, echo: echo,
          storedHash: Digest(of: output.text),
          plainText: Masking.text(output.text, words: words, covered: named)))
    }
    return all
  }
}

extension BlindableOutput {
  /// Whether its prompt has something that the neutral one has not.
  fileprivate var isLed: Bool {
    switch condition {
    case .leading, .away, .placebo: true
    case .neutral, .baseline, nil: false
    }
  }
}

/// The masked versions that outputs have beside the plain one.
enum MaskedTexts {
  /// Draws masks so that outputs with a masked version are an equal share of each condition, the
  /// share that echo where most do; shams take the number and the lengths of their masks from
  /// outputs that echo.
  ///
  /// - Returns: By the output's place, how it is masked and the text.
  static func draw(
    for outputs: [PreparedOutput], key: SecretKey, label: String
  ) -> [Int: (view: View, text: String)] {
    var masked: [Int: (view: View, text: String)] = [:]
    var generator = SeededGenerator(key: key, label: label)
    let echoing = outputs.indices.filter { outputs[$0].echoes }
    for place in echoing {
      masked[place] = (.echoMasked, outputs[place].text(masking: outputs[place].echo))
    }
    let patterns = echoing.map { outputs[$0].echoLengths }.stablyShuffled(using: &generator)
    guard !patterns.isEmpty else { return [:] }
    let byCondition = Dictionary(
      grouping: outputs.indices.filter { outputs[$0].output.condition != nil },
      by: { outputs[$0].output.condition ?? .neutral })
    let share =
      byCondition.values.map { places in
        Double(places.count { outputs[$0].echoes }) / Double(places.count)
      }.max() ?? 0
    // Whoever holds both views of an output sees what a mask hides: shams hide the words that
    // echoes hide, wherever they stand by chance.
    let kindred = Set(
      echoing.flatMap { place in
        zip(outputs[place].words, outputs[place].echo).filter(\.1).map(\.0.folded)
      })
    var next = 0
    for condition in byCondition.keys.sorted() {
      let places = byCondition[condition] ?? []
      let wanted = Int((share * Double(places.count)).rounded(.toNearestOrAwayFromZero))
      var missing = wanted - places.count { outputs[$0].echoes }
      let drawn = places.filter { !outputs[$0].echoes }.stablyShuffled(using: &generator)
      let isKindred = { (place: Int) in
        outputs[place].words.contains { kindred.contains($0.folded) }
      }
      let candidates = drawn.filter(isKindred) + drawn.filter { !isKindred($0) }
      for place in candidates where missing > 0 {
        let sham = Masking.sham(
          lengths: patterns[next % patterns.count], words: outputs[place].words,
          covered: outputs[place].naming, kindred: kindred, generator: &generator)
        guard sham.contains(true) else { continue }
        masked[place] = (.shamMasked, outputs[place].text(masking: sham))
        next += 1
        missing -= 1
      }
    }
    return masked
  }
}
