import Calls
import Questions
import Yams

/// Scenarios, conditions and claim: what is asked.
extension TrialReader {
  static let slotName = "use letters, digits, '_' and '-', as they stand in {braces}"

  func scenarios(_ node: Node) -> [Scenario]? {
    if node.mapping?["file"] != nil { return scenarioTable(node) }
    guard
      let elements = nodes.elements(
        of: node, what: "'scenarios'", atMost: Self.mostScenarios)
    else { return nil }
    var seen: Set<ScenarioID> = []
    var result: [Scenario] = []
    for element in elements {
      guard let mapping = element.mapping else {
        nodes.fail(
          element, "a scenario is \(nodes.quoted(element))",
          remedy: "write it as {id: lighthouse, topic: a lighthouse keeper}")
        continue
      }
      guard let scenario = scenario(mapping, at: element) else { continue }
      if !seen.insert(scenario.id).inserted {
        nodes.fail(
          element, "two scenarios have the id '\(scenario.id)'",
          remedy: "give each a name of its own")
      }
      result.append(scenario)
    }
    if elements.isEmpty {
      nodes.fail(node, "there is no scenario", remedy: "add some: 24 short ones are a good start")
    }
    return result.count == elements.count && !result.isEmpty ? result : nil
  }

  private func scenario(_ mapping: Node.Mapping, at node: Node) -> Scenario? {
    var id: ScenarioID?
    var slots: [String: String] = [:]
    for (key, value) in mapping {
      guard let slot = key.scalar?.string else {
        nodes.fail(key, "a scenario has a key that is no text", remedy: Self.slotName)
        continue
      }
      if slot == "id" {
        id = nodes.name(value, what: "a scenario's id").map(ScenarioID.init)
      } else if ["prompt", "scenario"].contains(slot) {
        nodes.fail(key, "a slot cannot be named '\(slot)'", remedy: "give it another name")
      } else if !Template.isSlotName(slot) {
        nodes.fail(key, "a slot cannot be named '\(nodes.short(slot))'", remedy: Self.slotName)
      } else {
        slots[slot] = nodes.text(value, what: "the slot '\(slot)'", isProse: true) ?? ""
      }
    }
    if mapping["id"] == nil {
      nodes.fail(node, "a scenario lacks 'id'", remedy: "add 'id:' with a short name")
    }
    return id.map { Scenario(id: $0, slots: slots) }
  }

  /// A wording with the place at which it stands.
  typealias PlacedWording = (wording: Wording, place: Node)

  /// The conditions that are written out, and those that are to be made.
  struct ReadConditions {
    var wordings: [Condition: [PlacedWording]]
    var generated: [Condition: GeneratedCue]
  }

  func conditions(_ node: Node, claim: Claim?) -> ReadConditions? {
    let names = Condition.allCases.filter { $0 != .baseline }.map(\.rawValue)
    guard
      let members = nodes.members(
        of: node, what: "'conditions'", required: ["neutral"],
        optional: names.filter { $0 != "neutral" })
    else { return nil }
    var result: [Condition: [PlacedWording]] = [:]
    var counts: [Condition: Int] = [:]
    var generated: [Condition: GeneratedCue] = [:]
    for (name, member) in members {
      guard let condition = Condition(rawValue: name) else { continue }
      if Self.isGenerated(member) {
        generated[condition] = generatedCue(member, of: condition)
        continue
      }
      let places = member.sequence.map { Array($0) } ?? [member]
      if places.count > Self.mostWordings {
        nodes.fail(
          member, "'\(name)' has \(places.count) wordings", remedy: "keep to \(Self.mostWordings)")
        continue
      }
      if places.isEmpty {
        nodes.fail(member, "'\(name)' has no wording", remedy: "write the prompt")
      }
      counts[condition] = places.count
      result[condition] = places.compactMap { place in
        wording(place, of: condition).map { ($0, place) }
      }
    }
    if members["neutral"] != nil, members.count == 1 {
      nodes.fail(
        node, "nothing is compared with 'neutral'",
        remedy: "add 'leading:' with the prompt that leads toward the claim")
    }
    for (condition, wanted) in generated.sorted(by: { $0.key < $1.key }) {
      guard let place = members[condition.rawValue], let neutral = result[.neutral] else {
        continue
      }
      result[condition] = self.generated(
        wanted, condition: condition, neutral: neutral, claim: claim, at: place)
    }
    if Set(counts.values).count > 1 {
      let list = counts.sorted { $0.key < $1.key }.map { "\($0.key.rawValue) \($0.value)" }
      nodes.fail(
        node, "the conditions differ in their number of wordings: \(list.joined(separator: ", "))",
        remedy: "give every condition the same number: the n-th wordings are one family")
    }
    return ReadConditions(wordings: result, generated: generated)
  }

  private func wording(_ node: Node, of condition: Condition) -> Wording? {
    let what = "the prompt of '\(condition.rawValue)'"
    guard let mapping = node.mapping, mapping["slots"] != nil else {
      return inlineOrFile(node, what: what).map { Wording(slots: ["prompt": $0], system: nil) }
    }
    guard
      let members = nodes.members(
        of: node, what: "the condition '\(condition.rawValue)'", required: ["slots"],
        optional: ["system"])
    else { return nil }
    let system = members["system"].flatMap { inlineOrFile($0, what: "the system prompt") }
    return members["slots"].flatMap(slots).map { Wording(slots: $0, system: system) }
  }

  private func slots(_ node: Node) -> [String: String]? {
    guard let mapping = node.mapping else {
      nodes.fail(
        node, "'slots' is \(nodes.quoted(node)), not a list of slots",
        remedy: "write it as {prompt: \"...\"}")
      return nil
    }
    var slots: [String: String] = [:]
    for (key, value) in mapping {
      guard let slot = key.scalar?.string, Template.isSlotName(slot) else {
        nodes.fail(key, "a slot cannot be named \(nodes.quoted(key))", remedy: Self.slotName)
        continue
      }
      slots[slot] =
        nodes.text(value, what: "the slot '\(slot)'", mayBeEmpty: slot != "prompt", isProse: true)
        ?? ""
    }
    if mapping["prompt"] == nil {
      nodes.fail(node, "'slots' lacks 'prompt'", remedy: "add 'prompt:'")
      return nil
    }
    return slots
  }

  func claim(_ node: Node) -> Claim? {
    guard
      let members = nodes.members(
        of: node, what: "'claim'", required: ["about", "holds", "fails"], optional: ["terms"])
    else { return nil }
    func part(_ key: String) -> String? {
      members[key].flatMap { nodes.text($0, what: "'\(key)'", isProse: true) }
    }
    let (about, holds, fails) = (part("about"), part("holds"), part("fails"))
    let terms = members["terms"].flatMap { nodes.texts($0, what: "'terms'") } ?? []
    guard let about, let holds, let fails else { return nil }
    return Claim(about: about, holds: holds, fails: fails, terms: terms)
  }
}
