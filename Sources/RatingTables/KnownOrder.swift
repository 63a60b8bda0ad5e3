/// Words whose order everybody knows.
package enum KnownOrder {
  /// From least to most; words of one level stand together.
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
    [["first"], ["second"], ["third"], ["fourth"], ["fifth"]],
  ]

  /// The words from least to most; `nil` where their order is not known.
  package static func sorted(_ words: [String]) -> [String]? {
    func plain(_ word: String) -> String {
      word.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }.joined(separator: " ")
    }
    for scale in scales {
      let levels = words.map { word in scale.firstIndex { $0.contains(plain(word)) } }
      let known = levels.compactMap { $0 }
      guard known.count == words.count, Set(known).count == known.count else { continue }
      return zip(known, words).sorted { $0.0 < $1.0 }.map(\.1)
    }
    return nil
  }
}
