import Faults
import Yams

/// Slots: every one that a prompt uses is filled, every one that a condition fills is used.
extension TrialReader {
  func checkSlots(
    _ conditions: [Condition: [PlacedWording]], scenarios: [Scenario], script: PlacedScript
  ) {
    let frame = [Script.barePrompt] + script.script.frame
    var lengths = scenarios.reduce(into: [String: Int]()) { lengths, scenario in
      for (slot, text) in scenario.slots { lengths[slot] = max(lengths[slot] ?? 0, text.count) }
    }
    let filledByAll = scenarios.dropFirst().reduce(
      Set(scenarios.first?.slots.keys.map(\.self) ?? [])
    ) { $0.intersection($1.slots.keys) }
    var filledInFrame = filledByAll
    if case .document(_, let examples?) = script.script.form {
      checkNoSlotOfExamples(conditions, scenarios: scenarios)
      filledInFrame.insert(Examples.slot)
      lengths[Examples.slot] = examples.texts.map(\.text.count).sorted().suffix(examples.count)
        .reduce(0) { $0 + $1 + 2 }
    }
    guard
      script.templates.allSatisfy({ isWellFormed($0.text, what: "the script", at: $0.place) })
    else { return }
    for (condition, wordings) in conditions.sorted(by: { $0.key < $1.key }) {
      let what = "the prompt of '\(condition.rawValue)'"
      for (wording, place) in wordings {
        let own =
          wording.slots.sorted { $0.key < $1.key }.map(\.value)
          + [wording.system].compactMap(\.self)
        guard own.allSatisfy({ isWellFormed($0, what: what, at: place) }) else { continue }
        checkFilled(
          own, wording: wording, scenarios: scenarios, filledByAll: filledByAll,
          who: "'\(condition.rawValue)'", at: place)
        for template in script.templates {
          checkFilled(
            [template.text], wording: wording, scenarios: scenarios, filledByAll: filledInFrame,
            who: "the script", at: template.place)
        }
        checkUsed(wording, frame: frame, at: place)
        for template in frame + own {
          check(template, wording: wording, lengths: lengths, what: what, at: place)
        }
      }
    }
  }

  private func isWellFormed(_ template: String, what: String, at node: Node) -> Bool {
    do throws(Template.Malformed) {
      _ = try Template.slots(of: template)
      return true
    } catch {
      guard case .open(let near) = error else { return false }
      nodes.failOnce(
        node, "\(what) has an open '{': \(near)",
        remedy: "close the slot with '}', or write '{{' for a brace")
      return false
    }
  }

  func slots(of templates: [String]) -> [String] {
    // An open brace was reported before.
    templates.reduce(into: Set<String>()) { $0.formUnion((try? Template.slots(of: $1)) ?? []) }
      .sorted()
  }

  private func checkNoSlotOfExamples(
    _ conditions: [Condition: [PlacedWording]], scenarios: [Scenario]
  ) {
    let wordings = conditions.sorted { $0.key < $1.key }.flatMap(\.value)
    guard
      let place = wordings.first(where: { $0.wording.slots[Examples.slot] != nil })?.place
        ?? (scenarios.contains { $0.slots[Examples.slot] != nil } ? wordings.first?.place : nil)
    else { return }
    nodes.fail(
      place, "a slot is called '\(Examples.slot)', which stands for the script's examples",
      remedy: "give it another name")
  }

  private func checkFilled(
    _ templates: [String], wording: Wording, scenarios: [Scenario], filledByAll: Set<String>,
    who: String, at node: Node
  ) {
    for slot in slots(of: templates)
    where wording.slots[slot] == nil && !filledByAll.contains(slot) {
      let missing = scenarios.filter { $0.slots[slot] == nil }
      guard let first = missing.first else { continue }
      let known = Set(scenarios.flatMap(\.slots.keys)).union(wording.slots.keys).sorted()
      nodes.failOnce(
        node,
        missing.count == scenarios.count
          ? "\(who) uses {\(slot)}, which nothing fills"
          : "the scenario '\(first.id)' lacks '\(slot)', which \(who) uses",
        remedy: Nearest.name(to: slot, in: known.filter { $0 != slot }).map { "write {\($0)}" }
          ?? "give every scenario '\(slot):', or write '{{' for a brace")
    }
  }

  private func checkUsed(_ wording: Wording, frame: [String], at node: Node) {
    let used = slots(of: frame + [wording.system].compactMap(\.self), filledBy: wording)
    for slot in wording.slots.keys.sorted() where slot != "prompt" && !used.contains(slot) {
      nodes.fail(
        node, "nothing uses the slot '\(slot)'",
        remedy: "put {\(slot)} where it belongs, or leave the slot out")
    }
  }

  private func check(
    _ template: String, wording: Wording, lengths: [String: Int], what: String, at node: Node
  ) {
    do throws(Template.Malformed) {
      try Template.check(template, templates: wording.slots, lengths: lengths)
    } catch {
      switch error {
      case .open: break  // reported before
      case .circular(let slot):
        nodes.failOnce(
          node, "the text of {\(slot)} leads back to {\(slot)}", remedy: "write it out once")
      case .tooLong:
        nodes.failOnce(
          node, "\(what) would be longer than \(Template.longest) characters when it is filled",
          remedy: "shorten it, or use its slots less often")
      }
    }
  }
}
