import Cues
import Faults

extension CueCatalogue {
  /// The cue that a flag names.
  ///
  /// - Parameters:
  ///   - name: A name, a number, or the beginning of a name.
  ///   - flag: What named it.
  /// - Returns: The cue.
  /// - Throws: `Fault` of kind `wrongUse` that names the nearest.
  static func cue(named name: String, by flag: String) throws -> Cue {
    guard let cue = cue(name) else {
      let all = "see all of them: unled lint --explain all"
      throw Fault(
        .wrongUse, at: flag, "no cue is called '\(name)'",
        remedy: Nearest.name(to: name, in: cues.map(\.slug)).map { "did you mean '\($0)'? \(all)" }
          ?? all)
    }
    return cue
  }
}
