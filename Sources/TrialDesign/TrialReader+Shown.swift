import Yams

/// What raters see of a run, and what they are told beside it.
extension TrialReader {
  static let mostFactors = 8
  static let levelCount = 2...12

  func shows(_ node: Node) -> ShownPart? {
    let text = node.scalar?.string ?? ""
    switch text {
    case ShownPart.lastAnswer.phrase: return .lastAnswer
    case ShownPart.conversation.phrase: return .conversation
    default:
      if let match = text.wholeMatch(of: /answer ([1-9][0-9]{0,3})/), let number = Int(match.1) {
        return .answer(number)
      }
      nodes.fail(
        node, "'shows' is \(nodes.quoted(node))",
        remedy: "write 'last answer', 'conversation' or an answer by its number: 'answer 2'")
      return nil
    }
  }

  /// Factors of the rater's side: `{byline: {none: "", named: "By Mira, 34"}}`.
  func shownAs(_ node: Node) -> [RaterSideFactor]? {
    guard let factors = named(node, what: "'shown_as'") else { return nil }
    let before = nodes.faults.count
    if factors.isEmpty || factors.count > Self.mostFactors {
      nodes.fail(
        node, "'shown_as' has \(factors.count) factors", remedy: "give 1 to \(Self.mostFactors)")
    }
    let read = factors.compactMap { name, levels in
      factor(name, levels)
    }
    return nodes.faults.count == before ? read.sorted { $0.name < $1.name } : nil
  }

  private func factor(_ name: String, _ node: Node) -> RaterSideFactor? {
    guard let levels = named(node, what: "the factor '\(name)'") else { return nil }
    guard Self.levelCount.contains(levels.count) else {
      nodes.fail(
        node, "the factor '\(name)' has \(levels.count) levels",
        remedy:
          "give \(Self.levelCount.lowerBound) to \(Self.levelCount.upperBound), each with its "
          + "text: {none: \"\", named: \"By Mira, 34\"}")
      return nil
    }
    var texts: Set<String> = []
    let read = levels.compactMap { level, place -> RaterSideFactor.Level? in
      let what = "the level '\(level)' of '\(name)'"
      guard let text = inlineOrFile(place, what: what, mayBeEmpty: true) else { return nil }
      if !texts.insert(text).inserted {
        nodes.fail(
          place, "\(what) shows what another shows", remedy: "make the levels of a factor differ")
      }
      return RaterSideFactor.Level(name: level, text: text)
    }
    return RaterSideFactor(name: name, levels: read.sorted { $0.name < $1.name })
  }

  /// The members of a mapping whose keys are names of the author's own, in the file's order.
  private func named(_ node: Node, what: String) -> [(name: String, value: Node)]? {
    guard let mapping = node.mapping else {
      nodes.fail(
        node, "\(what) is \(nodes.quoted(node))",
        remedy: "write it as {byline: {none: \"\", named: \"By Mira, 34\"}}")
      return nil
    }
    let members = mapping.compactMap { key, value in
      nodes.name(key, what: "a name in \(what)").map { ($0, value) }
    }
    return members.count == mapping.count ? members : nil
  }
}
