/// What a column is, told from its name.
enum ColumnRole: Hashable {
  case unit
  case rater
  case value
  /// One of several raters: `rater2`, `coder_b`.
  case oneRater
  /// Nothing that is computed with: `comment`, `date`.
  case aside
  /// What is known of units or people beforehand: `age`, `group`.
  case background

  /// How well a name fits a role: 0 is best; `nil` where it does not.
  static func fit(_ name: String, _ role: ColumnRole) -> Int? {
    let words = words(of: name)
    let whole = words.joined(separator: "_")
    let bare = words.filter { !ColumnWords.fillers.contains($0) }
    let core = bare.isEmpty ? whole : bare.joined(separator: "_")
    func place(in list: [String]) -> Int? {
      list.firstIndex(of: whole) ?? list.firstIndex(of: core)
        ?? list.firstIndex { $0 + "s" == core }
    }
    switch role {
    case .unit:
      return place(in: ColumnWords.units)
    case .rater: return place(in: ColumnWords.raters)
    case .value:
      // "Rating (1-5)" is one; "rating 1" is one of several, and a rating's number is none.
      let figures = words.filter { Int($0) != nil }
      let plain = figures.count > 1 ? words.filter { Int($0) == nil } : words
      return plain.count == 1 && !ColumnWords.fillers.contains(plain[0])
        ? ColumnWords.values.firstIndex { $0 == plain[0] || $0 + "s" == plain[0] } : nil
    case .aside:
      let isAside = [ColumnWords.aside, ColumnWords.remarks, ColumnWords.timestamps]
        .contains { $0.contains(whole) || $0.contains(core) }
      // "Any comments?", "Anna: comment"
      let isRemark = words.count > 1 && words.last.map(ColumnWords.remarks.contains) == true
      return isAside || isRemark || ColumnWords.emails.contains(whole) ? 0 : nil
    case .background:
      return ColumnWords.background.contains(whole) || ColumnWords.background.contains(core)
        ? 0 : nil
    case .oneRater: return isOneRater(words) ? 0 : nil
    }
  }

  /// Whether a name is that of the first column of a form's answers, a line a respondent.
  static func isTimestamp(_ name: String) -> Bool {
    ColumnWords.timestamps.contains(words(of: name).joined(separator: "_"))
  }

  /// Whether a name is that of a column in which respondents name themselves.
  static func isPerson(_ name: String) -> Bool {
    let whole = words(of: name).joined(separator: "_")
    return fit(name, .rater) != nil || ColumnWords.people.contains(whole)
      || ColumnWords.emails.contains(whole)
  }

  /// Whether a name is a grade in one language and a remark in another.
  static func isGradeOrRemark(_ name: String) -> Bool {
    let words = words(of: name)
    return words.count == 1 && ColumnWords.gradesOrRemarks.contains(words[0])
  }

  /// Whether a name is a question, or the number of one: `Is it clear?`, `Question 3`, `Q3`.
  static func isQuestion(_ name: String) -> Bool {
    if name.last == "?" || name.last == "？" { return fit(name, .aside) == nil }
    let words = words(of: name)
    if words.count == 2 { return ColumnWords.questions.contains(words[0]) && Int(words[1]) != nil }
    guard words.count == 1, let word = words.first else { return false }
    let stem = word.prefix { !$0.isNumber }
    return stem.count < word.count && ColumnWords.questions.contains(String(stem))
      && Int(word.dropFirst(stem.count)) != nil
  }

  /// Whether a name is that of one rater among several: a rater's word with a number or a letter.
  private static func isOneRater(_ words: [String]) -> Bool {
    let known = Set(ColumnWords.raters + ["rating", "score", "r", "j", "c", "obs"])
    if words.count == 2, known.contains(words[0]) {
      return words[1].count <= 3
    }
    guard words.count == 1, let word = words.first else { return false }
    let stem = word.prefix { !$0.isNumber }
    return stem.count < word.count && known.contains(String(stem))
      && word.dropFirst(stem.count).allSatisfy(\.isNumber)
  }

  /// The words of a name, in small letters without accents: `raterID` and `rater_id` are `rater` and `id`.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in name {
      let isInner = character.isLetter || character.isNumber || character == "#"
      if !isInner || (character.isUppercase && wasSmall) {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isInner { word += Folding.plain(character) }
      wasSmall = character.isLowercase
    }
    return word.isEmpty ? words : words + [word]
  }
}
