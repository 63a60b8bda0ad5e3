package import Cues

/// The cue under which a claim makes families that keep every rule.
package struct CueChoice: Sendable {
  package let cue: Cue
  package let families: [PairFamily]

  /// Cues that suit any request, in the order in which they are tried.
  private static let usual = ["D2", "E1", "D1", "E2", "C4", "B3", "A2", "D3", "F4", "A1"]

  /// Tries cues until one makes a family from every wording.
  ///
  /// - Parameters:
  ///   - first: The cue to begin with: the one that was seen.
  ///   - wordings: The neutral prompts.
  ///   - claim: The claim.
  ///   - strength: In 1...3.
  ///   - only: Whether no other cue is tried.
  /// - Throws: ``PairRefusal`` of the first cue, where none will do.
  package init(
    first: Cue?, wordings: [String], claim: PairClaim, strength: Int, only: Bool = false
  ) throws(PairRefusal) {
    let others = only && first != nil ? [] : Self.usual.compactMap(CueCatalogue.cue)
    let candidates = (first.map { [$0] } ?? []) + others.filter { $0.id != first?.id }
    var refusal: PairRefusal?
    for cue in candidates {
      do throws(PairRefusal) {
        var families: [PairFamily] = []
        for wording in wordings {
          families.append(
            try PairGenerator.family(
              neutral: wording, claim: claim, cue: cue, strength: strength))
        }
        self.cue = cue
        self.families = families
        return
      } catch {
        // The first cue's reason is the one that its author can act on.
        if refusal == nil { refusal = error }
      }
    }
    throw refusal ?? PairRefusal(rule: .mirror, detail: "there is no cue to try")
  }
}
