/// Words whose order everybody knows.
package enum KnownOrder {
  /// From least to most, in small letters and without accents; words of one level stand together.
  private static let scales: [[[String]]] = [
    [
      ["none", "zero"], ["very low", "minimal"], ["low"], ["medium", "moderate", "mid", "middle"],
      ["high"], ["very high"],
    ],
    [
      ["none", "absent"], ["mild", "slight", "minimal"], ["moderate"], ["severe"], ["very severe"],
    ],
    [
      ["never"], ["almost never", "very rarely"], ["rarely", "seldom"],
      ["sometimes", "occasionally"], ["often", "frequently"], ["usually", "very often"],
      ["almost always"], ["always"],
    ],
    [
      ["strongly disagree", "completely disagree", "totally disagree"], ["disagree"],
      ["slightly disagree", "somewhat disagree", "rather disagree"],
      ["neutral", "neither agree nor disagree", "neither", "undecided"],
      ["slightly agree", "somewhat agree", "rather agree"], ["agree"],
      ["strongly agree", "completely agree", "totally agree"],
    ],
    [
      ["very bad", "terrible", "very poor"], ["bad", "poor"],
      ["fair", "ok", "okay", "acceptable", "average", "neutral"], ["good"], ["very good"],
      ["excellent", "outstanding"],
    ],
    [
      ["not at all", "not"], ["very slightly"], ["slightly", "a little", "a bit"],
      ["somewhat", "moderately"], ["quite", "quite a bit"], ["very", "very much", "a lot"],
      ["extremely", "completely", "entirely"],
    ],
    [
      ["impossible"], ["very unlikely"], ["unlikely"], ["neutral", "possible", "as likely as not"],
      ["likely", "probable"], ["very likely"], ["certain"],
    ],
    [
      ["very dissatisfied"], ["dissatisfied"], ["neutral"], ["satisfied"], ["very satisfied"],
    ],
    [["very negative"], ["negative"], ["neutral"], ["positive"], ["very positive"]],
    [["very small"], ["small"], ["medium"], ["large", "big"], ["very large"]],
    [["much worse"], ["worse"], ["same", "equal"], ["better"], ["much better"]],
    [["no", "false"], ["partly", "partially", "in part"], ["yes", "true"]],
    // German
    [
      ["keine", "kein", "nicht vorhanden"], ["sehr niedrig", "sehr gering"],
      ["niedrig", "gering", "leicht"], ["mittel", "massig", "mittelmassig", "mittelschwer"],
      ["hoch", "stark", "schwer"], ["sehr hoch", "sehr stark", "sehr schwer"],
    ],
    [
      ["nie", "niemals"], ["fast nie"], ["selten"], ["manchmal", "gelegentlich"],
      ["oft", "haufig"], ["sehr oft", "sehr haufig", "meistens"], ["fast immer"], ["immer"],
    ],
    [
      ["trifft gar nicht zu", "trifft uberhaupt nicht zu"], ["trifft nicht zu"],
      ["trifft eher nicht zu"], ["teils teils", "weder noch", "neutral", "unentschieden"],
      ["trifft eher zu"], ["trifft zu"], ["trifft voll zu", "trifft vollig zu"],
    ],
    [
      ["stimme gar nicht zu", "stimme uberhaupt nicht zu", "lehne stark ab"],
      ["stimme nicht zu", "lehne ab"], ["stimme eher nicht zu"],
      ["teils teils", "weder noch", "neutral", "unentschieden"], ["stimme eher zu"], ["stimme zu"],
      ["stimme voll zu", "stimme vollig zu", "stimme voll und ganz zu"],
    ],
    [
      ["sehr schlecht"], ["schlecht"], ["mittel", "mittelmassig", "neutral"], ["gut"],
      ["sehr gut"], ["ausgezeichnet"],
    ],
    [["nein", "falsch"], ["teilweise", "teils"], ["ja", "richtig"]],
    // French
    [
      ["aucun", "aucune"], ["tres faible", "tres bas"], ["faible", "bas"],
      ["moyen", "moyenne", "modere", "moderee"], ["eleve", "elevee", "haut", "fort", "forte"],
      ["tres eleve", "tres elevee", "tres fort", "tres forte"],
    ],
    [
      ["jamais"], ["presque jamais"], ["rarement"], ["parfois", "quelquefois"], ["souvent"],
      ["tres souvent"], ["presque toujours"], ["toujours"],
    ],
    [
      ["pas du tout d\'accord", "fortement en desaccord"],
      ["pas d\'accord", "en desaccord", "plutot pas d\'accord"],
      ["neutre", "ni d\'accord ni pas d\'accord", "sans avis"], ["plutot d\'accord"], ["d\'accord"],
      ["tout a fait d\'accord", "fortement d\'accord"],
    ],
    [
      ["tres mauvais", "tres mauvaise"], ["mauvais", "mauvaise"],
      ["passable", "moyen", "moyenne", "neutre"], ["bon", "bonne", "bien"],
      ["tres bon", "tres bonne", "tres bien"], ["excellent", "excellente"],
    ],
    [["non", "faux"], ["en partie", "partiellement"], ["oui", "vrai"]],
    // Spanish
    [
      ["muy bajo", "muy baja"], ["bajo", "baja"], ["medio", "media", "moderado"],
      ["alto", "alta"], ["muy alto", "muy alta"],
    ],
    [
      ["nunca"], ["casi nunca"], ["raramente", "rara vez"], ["a veces"], ["a menudo"],
      ["casi siempre"], ["siempre"],
    ],
    [["first"], ["second"], ["third"], ["fourth"], ["fifth"]],
  ]

  /// The words from least to most; `nil` where their order is not known.
  package static func sorted(_ words: [String]) -> [String]? {
    let words = unique(words)
    for scale in scales {
      let known = levels(of: words, in: scale).compactMap { $0 }
      guard known.count == words.count, Set(known).count == known.count else { continue }
      return zip(known, words).sorted { $0.0 < $1.0 }.map(\.1)
    }
    return nil
  }

  /// Which word keeps the others, at least three, from having a known order.
  static func broken(_ words: [String]) -> String? {
    let words = unique(words)
    for scale in scales {
      let levels = levels(of: words, in: scale)
      let known = levels.compactMap { $0 }
      if known.count == words.count - 1, Set(known).count > 2,
        let odd = zip(words, levels).first(where: { $0.1 == nil })
      {
        return "'\(odd.0)' has no place in the known order of the other words"
      }
      let twice = Dictionary(grouping: zip(words, levels)) { $0.1 }
        .filter { $0.key != nil && $0.value.count > 1 }
      if known.count == words.count, Set(known).count > 2,
        let same = twice.values.map({ $0.map(\.0).sorted() }).min(by: { $0[0] < $1[0] })
      {
        return "\(same.map { "'\($0)'" }.joined(separator: " and ")) have the same place in the "
          + "known order of the words"
      }
    }
    return nil
  }

  private static func levels(of words: [String], in scale: [[String]]) -> [Int?] {
    words.map { word in
      let plain = Folding.plain(word).split { $0 == " " || $0 == "_" || $0 == "-" }
        .joined(separator: " ")
      return scale.firstIndex { $0.contains(plain) }
    }
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
