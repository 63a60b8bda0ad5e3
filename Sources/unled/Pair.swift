import ArgumentParser
import Cues
import Faults
import Foundation
import Linting
import Reproducible
import Terminal

struct Pair: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Make the family of a prompt: leading, away and placebo under each cue, and check it.",
    discussion: """
      The claim is a clause that can stand after 'that'; its opposite is the same clause the other \
      way round, in words of like length.

        unled pair "Write a short story about a baker." \\
          --claim "the main character has skills that nobody needs" \\
          --opposite "the main character has skills that everybody needs" --cue expectation

      A family that breaks a rule of pairing is refused with the rule's name, not patched.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The prompt that does not lead; {slots} stay as they are.") var prompt: String
  @Option(help: "The claim, as a clause: 'the main character has skills nobody needs'.")
  var claim: String
  @Option(help: "Its opposite; without it nothing leads away.") var opposite: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Words of the claim or rubric, which must not leak.", valueName: "word"))
  var terms: [String] = []
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Cues by name or number; without it, every one.", valueName: "cue"))
  var cue: [String] = []
  @Option(help: "1 a hint, 2 explicit, 3 insistent; without it 2.") var strength = 2
  @Flag(help: "Show every check, also of many families.") var checks = false

  func run() async throws {
    let console = Console(options)
    guard (1...3).contains(strength) else {
      throw Fault(
        .wrongUse, at: "--strength", "\(strength) is no strength",
        remedy: "1 is a hint, 2 explicit, 3 insistent")
    }
    let cues =
      try cue.isEmpty
      ? CueCatalogue.cues.filter { !$0.carriers.isEmpty }
      : cue.map { try CueCatalogue.cue(named: $0, by: "--cue") }
    let pairClaim = PairClaim(holds: claim, fails: opposite, terms: terms)
    let made = cues.map {
      MadeFamily(prompt: prompt, claim: pairClaim, cue: $0, strength: strength)
    }
    try console.result(
      text(of: made, console), json: .object(["families": .array(made.map(\.json))]))
    if made.contains(where: { !$0.isKept }) { throw ExitCode(1) }
  }

  private func text(of made: [MadeFamily], _ console: Console) -> String {
    let found = CueDetector(terms: terms).read(prompt).findings.filter { $0.confidence > .low }
    var parts: [String] = []
    if !found.isEmpty {
      parts.append(
        "The prompt leads already ("
          + found.map { "\($0.cue.name): '\($0.words)'" }.joined(separator: "; ")
          + "): mend it first. More: unled lint -\n")
    }
    parts.append("\(console.bold("neutral"))  \(prompt)\n")
    parts += made.map { $0.text(console, showsChecks: checks || made.count == 1) }
    let kept = made.count { $0.isKept }
    if made.count > 1 {
      parts.append("\(kept) of \(made.count) families keep every rule; the others are refused.")
    }
    return parts.joined(separator: "\n")
  }
}

/// A family as it was made, with what the rules say; or why it was not made.
private struct MadeFamily {
  let cue: Cue
  let strength: Int
  private let family: PairFamily?
  private let inert: PairMember?
  private let checks: [PairCheck]
  private let refusal: PairRefusal?

  init(prompt: String, claim: PairClaim, cue: Cue, strength: Int) {
    self.cue = cue
    self.strength = strength
    do throws(PairRefusal) {
      let family = try PairGenerator.draft(
        neutral: prompt, claim: claim, cue: cue, strength: strength)
      self.family = family
      inert = family.leading.map {
        PairGenerator.inertPlacebo(for: $0, neutral: prompt, claim: claim)
      }
      checks = PairRules.checks(of: family)
      refusal = checks.first { !$0.holds }.map { PairRefusal(rule: $0.rule, detail: $0.detail) }
    } catch {
      family = nil
      inert = nil
      checks = []
      refusal = error
    }
  }

  var isKept: Bool { refusal == nil }

  private var members: [(name: String, member: PairMember)] {
    [
      ("leading", family?.leading), ("away", family?.away), ("placebo", family?.placebo),
      ("inert", inert),
    ].compactMap { name, member in member.map { (name, $0) } }
  }

  func text(_ console: Console, showsChecks: Bool) -> String {
    var lines = [console.bold("\(cue.name) (\(cue.id)), strength \(strength)")]
    for (name, member) in members {
      let (before, added, after) = member.parts
      let shown = before + (console.hasColor ? console.bold(added) : "[\(added)]") + after
      lines.append("  \(name.padding(toLength: 8, withPad: " ", startingAt: 0)) \(shown)")
    }
    if let refusal {
      lines.append("  refused (\(refusal.rule.rawValue)): \(refusal.detail)")
      if !showsChecks { lines.append("  a family needs \(refusal.rule.demand)") }
    }
    if showsChecks {
      lines += checks.map { "  \($0.holds ? "ok" : "NO")  \($0.rule.rawValue): \($0.detail)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: JSON {
    var members: [String: JSON] = [
      "cue": .string(cue.id), "name": .string(cue.name), "strength": .integer(strength),
      "kept": .bool(isKept),
      "checks": .array(
        checks.map {
          .object([
            "rule": .string($0.rule.rawValue), "holds": .bool($0.holds),
            "detail": .string($0.detail),
          ])
        }),
    ]
    for (name, member) in self.members {
      members[name] = .object(["text": .string(member.text), "added": .string(member.addition)])
    }
    if let refusal {
      members["refused"] = .object([
        "rule": .string(refusal.rule.rawValue), "detail": .string(refusal.detail),
      ])
    }
    return .object(members)
  }
}

extension PairMember {
  /// The text before what was added, what was added, and the text after it.
  fileprivate var parts: (before: String, added: String, after: String) {
    let bytes = Array(text.utf8)
    return (
      String(decoding: bytes[..<span.lowerBound], as: UTF8.self), addition,
      String(decoding: bytes[span.upperBound...], as: UTF8.self)
    )
  }
}
