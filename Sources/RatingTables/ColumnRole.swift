/// What a column is, told from its name.
enum ColumnRole: Hashable {
  case unit
  case rater
  case value
  /// One of several raters: `rater2`, `coder_b`.
  case oneRater
  /// Nothing that is computed with: `comment`, `date`.
  case aside

  /// Words for each role; the earlier one is preferred where two columns could be it.
  private static let unitWords = [
    "unit", "item", "subject", "object", "target", "case", "output", "document", "doc", "text",
    "sample", "example", "instance", "essay", "article", "response_id", "participant", "patient",
    "student", "image", "picture", "video", "segment", "sentence", "passage", "stimulus", "title",
    "task", "record", "post", "tweet", "id", "code", "row", "question", "name", "number", "nr",
    "no",
    "#", "index",
  ]
  private static let raterWords = [
    "rater", "coder", "judge", "annotator", "reviewer", "evaluator", "observer", "grader",
    "assessor", "scorer", "worker", "labeler", "labeller", "reader", "marker", "examiner",
    "referee", "juror", "expert", "respondent", "coded_by", "rated_by", "user", "username",
    "person",
    "your_name", "initials",
  ]
  private static let valueWords = [
    "value", "rating", "score", "label", "code", "answer", "judgment", "judgement", "category",
    "grade", "mark", "class", "annotation", "decision", "vote", "response", "result", "points",
  ]
  private static let asideWords: Set<String> = [
    "comment", "comments", "note", "notes", "remark", "remarks", "date", "time", "timestamp",
    "email", "explanation", "rationale", "duration", "seconds", "started", "ended", "rated_at",
    // What is computed from ratings, or settled afterwards, is nobody's rating.
    "average", "avg", "mean", "median", "sum", "total", "sd", "stdev", "difference", "diff",
    "consensus", "majority", "adjudicated", "agreement", "gold", "truth",
  ]
  private static let fillers: Set<String> = [
    "id", "ids", "name", "no", "nr", "num", "number", "key", "index", "uid", "#", "the",
  ]

  /// How well a name fits a role: 0 is best; `nil` where it does not.
  static func fit(_ name: String, _ role: ColumnRole) -> Int? {
    let words = words(of: name)
    let whole = words.joined(separator: "_")
    let bare = words.filter { !fillers.contains($0) }
    let core = bare.isEmpty ? whole : bare.joined(separator: "_")
    func place(in list: [String]) -> Int? {
      list.firstIndex(of: whole) ?? list.firstIndex(of: core)
        ?? list.firstIndex { $0 + "s" == core }
    }
    switch role {
    case .unit:
      return place(in: unitWords)
    case .rater: return place(in: raterWords)
    case .value:
      // "Rating (1-5)" is one; "rating 1" is one of several, and a rating's number is none.
      let figures = words.filter { Int($0) != nil }
      let plain = figures.count > 1 ? words.filter { Int($0) == nil } : words
      return plain.count == 1 && !fillers.contains(plain[0])
        ? valueWords.firstIndex { $0 == plain[0] || $0 + "s" == plain[0] } : nil
    case .aside: return asideWords.contains(whole) || asideWords.contains(core) ? 0 : nil
    case .oneRater: return isOneRater(words) ? 0 : nil
    }
  }

  /// Whether a name is that of the first column of a form's answers, a line a respondent.
  static func isTimestamp(_ name: String) -> Bool { words(of: name) == ["timestamp"] }

  /// Whether a name is that of one rater among several: a rater's word with a number or a letter.
  private static func isOneRater(_ words: [String]) -> Bool {
    let known = Set(raterWords + ["rating", "score", "r", "j", "c", "obs"])
    if words.count == 2, known.contains(words[0]) {
      return words[1].count <= 3
    }
    guard words.count == 1, let word = words.first else { return false }
    let stem = word.prefix { !$0.isNumber }
    return stem.count < word.count && known.contains(String(stem))
      && word.dropFirst(stem.count).allSatisfy(\.isNumber)
  }

  /// The words of a name, in small letters: `raterID` and `rater_id` are `rater` and `id`.
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
      if isInner { word += character.lowercased() }
      wasSmall = character.isLowercase
    }
    return word.isEmpty ? words : words + [word]
  }
}
