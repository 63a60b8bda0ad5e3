package import Cues
import Faults
import Yams

/// What made a condition's prompts from the neutral ones.
package struct GeneratedCue: Hashable, Sendable {
  /// The cue's number in the catalogue.
  package let cue: String
  /// In 1...3.
  package let strength: Int
}

/// Conditions that are made from the neutral wordings: `{cue: expectation, strength: 2}`.
extension TrialReader {
  /// Whether a condition is to be made and not read.
  static func isGenerated(_ node: Node) -> Bool { node.mapping?["cue"] != nil }

  /// The cue and the strength that are asked for.
  func generatedCue(_ node: Node, of condition: Condition) -> GeneratedCue? {
    guard condition != .neutral else {
      nodes.fail(
        node, "'neutral' cannot be made from a cue",
        remedy: "write the prompt that does not lead; the others are made from it")
      return nil
    }
    guard
      let members = nodes.members(
        of: node, what: "the condition '\(condition.rawValue)'", required: ["cue"],
        optional: ["strength"])
    else { return nil }
    let strength =
      members["strength"].map { nodes.integer($0, what: "'strength'", in: 1...3) } ?? 2
    guard let place = members["cue"], let name = nodes.text(place, what: "'cue'"), let strength
    else { return nil }
    guard let cue = CueCatalogue.cue(name) else {
      let near = Nearest.name(to: name, in: CueCatalogue.cues.map(\.slug))
      nodes.fail(
        place, "no cue is called '\(nodes.short(name))'",
        remedy: (near.map { "did you mean '\($0)'? " } ?? "")
          + "all of them: unled lint --explain all")
      return nil
    }
    guard !cue.carriers.isEmpty else {
      nodes.fail(
        place, "'\(cue.name)' is a property of the study: no wording carries it",
        remedy: "name another cue, or write the prompt by hand")
      return nil
    }
    return GeneratedCue(cue: cue.id, strength: strength)
  }

  /// The wordings of a condition, one made from each neutral wording.
  func generated(
    _ wanted: GeneratedCue, condition: Condition, neutral: [PlacedWording], claim: Claim?,
    at node: Node
  ) -> [PlacedWording] {
    guard let claim else {
      nodes.fail(
        node, "'\(condition.rawValue)' is to be made from a cue, and there is no claim",
        remedy: "add 'claim:' with 'about', 'holds' and 'fails'")
      return []
    }
    guard let cue = CueCatalogue.cue(wanted.cue) else { return [] }
    return neutral.compactMap { wording, _ in
      do throws(PairRefusal) {
        let family = try PairGenerator.draft(
          neutral: wording.prompt, claim: claim.asPair, cue: cue, strength: wanted.strength)
        guard let text = family.text(of: condition) else { return nil }
        var slots = wording.slots
        slots["prompt"] = text
        return (Wording(slots: slots, system: wording.system), node)
      } catch {
        nodes.failOnce(
          node, "'\(condition.rawValue)' cannot be made (\(error.rule.rawValue)): \(error.detail)",
          remedy: "name another cue or strength, or word 'fails' without a 'not'")
        return nil
      }
    }
  }
}

extension Claim {
  /// The claim as prompts carry it; braces of its own stay texts.
  package var asPair: PairClaim {
    func escaped(_ text: String) -> String {
      text.replacing("{", with: "{{").replacing("}", with: "}}")
    }
    return PairClaim(
      about: escaped(about), holds: escaped(holds), fails: escaped(fails), terms: terms)
  }
}

extension PairFamily {
  /// The prompt of a condition.
  package func text(of condition: Condition) -> String? {
    switch condition {
    case .neutral: neutral.text
    case .leading: leading?.text
    case .away: away?.text
    case .placebo: placebo?.text
    case .baseline: nil
    }
  }
}
