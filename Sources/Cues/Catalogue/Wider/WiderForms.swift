/// Further patterns of the cues, general frames over classes of words.
///
/// They stand apart from the entries of the catalogue only to keep those readable; a cue without any
/// is complete.
enum WiderForms {
  /// By the number of the cue.
  static let all: [String: [CuePattern]] = [
    questions, presuppositions, wordForms, stances, pressures, frames,
  ]
  .reduce(into: [:]) { all, part in all.merge(part) { $0 + $1 } }

  /// Words that leave a question open.
  static let open =
    "or whether if any neither anything either compare compares differ how error request"
}
