import Calls
import Faults
import Yams

/// The script: what stands around the prompt, and who speaks when.
extension TrialReader {
  /// A script, with the places of the texts whose slots conditions and scenarios fill.
  struct PlacedScript {
    var script = Script()
    var templates: [(text: String, place: Node)] = []
  }

  /// Each form of a run under its key, of which a script has one at the most.
  private static let forms = ["document", "turns", "instances"]
  /// Keys that belong to one of the forms.
  private static let owners = [
    ("examples", "document"), ("opens", "instances"), ("opening", "instances"),
  ]
  static let mostTurns = 200

  func script(_ node: Node) -> PlacedScript {
    let members =
      nodes.members(
        of: node, what: "'script'",
        optional: ["system", "document", "turns", "instances", "opens", "opening", "stop"]
          + ["examples"]) ?? [:]
    for key in ["turns", "instances", "examples"] { note("script.\(key)", members[key]) }
    let forms = Self.forms.filter { members[$0] != nil }
    if forms.count > 1, let second = members[forms[1]] {
      nodes.fail(
        second, "the script has '\(forms[0])' and '\(forms[1])'",
        remedy: "keep one: a run is a document, a list of turns or two instances")
    }
    for (key, owner) in Self.owners where members[owner] == nil {
      guard let place = members[key] else { continue }
      nodes.fail(
        place, "'\(key)' belongs to '\(owner)', which the script has not",
        remedy: "add '\(owner):', or leave '\(key)' out")
    }
    var read = PlacedScript()
    let system = members["system"].flatMap { template($0, what: "the system prompt", &read) }
    let stop = members["stop"].map { self.stop($0, endsConversation: forms.first == "instances") }
    let form: Script.Form
    switch forms.first {
    case "document"?: form = document(members, &read)
    case "turns"?: form = turns(members, &read)
    case "instances"?: form = instances(members, stop: stop, &read)
    default: form = .prompt
    }
    read.script = Script(system: system, form: form, stop: stop?.phrases ?? [])
    return read
  }

  /// A text whose slots are filled later.
  private func template(_ node: Node, what: String, _ read: inout PlacedScript) -> String? {
    let text = inlineOrFile(node, what: what)
    if let text { read.templates.append((text, node)) }
    return text
  }

  /// Whether a slot stands in one of these texts; an open brace is reported with the slots.
  private func stands(_ slot: String, in templates: [String]) -> Bool {
    templates.contains { template in
      guard let slots = try? Template.slots(of: template) else { return true }
      return slots.contains(slot)
    }
  }

  // MARK: A document

  private func document(_ members: [String: Node], _ read: inout PlacedScript) -> Script.Form {
    guard let node = members["document"],
      let document = template(node, what: "the document", &read)
    else { return .prompt }
    if !stands("prompt", in: [document]) {
      nodes.fail(
        node, "the document has no {prompt}", remedy: "put {prompt} where the prompt belongs")
    }
    let examples = members["examples"].flatMap(examples)
    if examples != nil, !stands(Examples.slot, in: [document]) {
      nodes.fail(
        node, "the document has no {examples}", remedy: "put {examples} where they belong")
    }
    return .document(document, examples: examples)
  }

  private func examples(_ node: Node) -> Examples? {
    guard
      let members = nodes.members(
        of: node, what: "'examples'", required: ["folder", "count"], optional: ["order"])
    else { return nil }
    let texts = members["folder"].flatMap { folder($0, what: "the folder") }
    let order =
      members["order"].map { nodes.choice($0, what: "'order'", as: Examples.Order.self) } ?? .drawn
    guard let texts, let order, let countNode = members["count"],
      let count = nodes.integer(countNode, what: "'count'", in: 1...1000)
    else { return nil }
    guard count <= texts.count else {
      nodes.fail(
        countNode, "\(count) examples are to be drawn, and the folder has \(texts.count)",
        remedy: "add texts, or draw fewer")
      return nil
    }
    return Examples(texts: texts, count: count, order: order)
  }

  // MARK: Turns

  private func turns(_ members: [String: Node], _ read: inout PlacedScript) -> Script.Form {
    guard let node = members["turns"],
      let elements = nodes.elements(of: node, what: "'turns'", atMost: Self.mostTurns)
    else { return .prompt }
    let before = nodes.faults.count
    var turns: [Script.Turn] = []
    for element in elements {
      guard let turn = turn(element, &read) else { continue }
      if case .user = turn, case .user? = turns.last {
        nodes.fail(
          element, "two turns of the user follow each other", remedy: "write 'model' between them")
      } else if turn == .model, turns.last == .model {
        nodes.fail(
          element, "two turns of the model follow each other",
          remedy: "write {user: \"...\"} between them")
      }
      turns.append(turn)
    }
    guard nodes.faults.count == before else { return .turns(turns) }
    if turns.first == nil || turns.first == .model {
      nodes.fail(
        elements.first ?? node,
        elements.isEmpty ? "there is no turn" : "the model has the first turn",
        remedy: "begin with the user: {user: \"{prompt}\"}")
    } else if turns.last != .model, let last = elements.last {
      nodes.fail(last, "nobody answers the last turn", remedy: "write 'model' after it")
    } else if !stands("prompt", in: read.templates.map(\.text)) {
      nodes.fail(
        node, "no turn has {prompt}", remedy: "put {prompt} where the condition's text belongs")
    }
    return .turns(turns)
  }

  private func turn(_ node: Node, _ read: inout PlacedScript) -> Script.Turn? {
    if node.scalar?.string == "model" { return .model }
    if let user = node.mapping?["user"] {
      let before = nodes.faults.count
      _ = nodes.members(of: node, what: "a turn", required: ["user"])
      guard nodes.faults.count == before else { return nil }
      return template(user, what: "what the user says", &read).map(Script.Turn.user)
    }
    if node.mapping?["model"] != nil {
      nodes.fail(
        node, "a turn of the model has a text", remedy: "write 'model' alone: it answers itself")
    } else {
      nodes.fail(
        node, "a turn is \(nodes.quoted(node))",
        remedy: "write 'model', or {user: \"...\"} with what the user says")
    }
    return nil
  }

  // MARK: Two instances

  private func instances(
    _ members: [String: Node], stop: StopRule?, _ read: inout PlacedScript
  ) -> Script.Form {
    guard let node = members["instances"],
      let both = nodes.members(of: node, what: "'instances'", required: ["one", "two"])
    else { return .prompt }
    if let system = members["system"] {
      nodes.fail(
        system, "the script has a system prompt, and each instance has its own",
        remedy: "put it into 'one' and 'two'")
    }
    let one = both["one"].flatMap { instance($0, what: "the instance 'one'", &read) }
    let two = both["two"].flatMap { instance($0, what: "the instance 'two'", &read) }
    let opens =
      members["opens"].map { nodes.choice($0, what: "'opens'", as: Instances.Opener.self) }
      ?? .alternate
    let opening =
      members["opening"].map { template($0, what: "the opening", &read) } ?? Script.barePrompt
    if stop == nil {
      nodes.fail(
        node, "nothing ends the conversation of the two",
        remedy: "add 'stop: {after: 40}' to the script")
    }
    guard let one, let two, let opens, let opening, let after = stop?.after else { return .prompt }
    if one.model != nil, two.model != nil {
      nodes.fail(
        node, "neither instance is the model of the run",
        remedy: "write 'model: same' for one of them, and list the other's model under 'models:'")
    }
    if !stands("prompt", in: read.templates.map(\.text) + [opening]) {
      nodes.fail(
        node, "neither the opening nor a system prompt has {prompt}",
        remedy: "put {prompt} where the condition's text belongs")
    }
    return .instances(
      Instances(
        one: one, two: two, opens: opens, opening: opening, after: after,
        sameAnswer: stop?.sameAnswer))
  }

  private func instance(
    _ node: Node, what: String, _ read: inout PlacedScript
  ) -> Instances.Instance? {
    guard let members = nodes.members(of: node, what: what, optional: ["model", "system"]) else {
      return nil
    }
    let model = members["model"].flatMap { nodes.text($0, what: "the model of \(what)") } ?? "same"
    let system = members["system"].flatMap { template($0, what: "the system prompt", &read) }
    return Instances.Instance(model: model == "same" ? nil : ModelID(model), system: system)
  }

  // MARK: Where it ends

  /// What ends an output or a conversation.
  struct StopRule {
    var phrases: [String] = []
    var after: Int?
    var sameAnswer: Int?
  }

  /// How many texts a provider takes at most to end an output at.
  private static let mostPhrases = 4
  /// The most answers of a conversation of two.
  static let mostAnswers = 1000

  private func stop(_ node: Node, endsConversation: Bool) -> StopRule {
    guard
      let members = nodes.members(
        of: node, what: "'stop'", required: [endsConversation ? "after" : "phrase"],
        optional: ["phrase", "after", "same_answer"])
    else { return StopRule() }
    var rule = StopRule()
    rule.phrases = members["phrase"].map(phrases) ?? []
    guard endsConversation else {
      for key in ["after", "same_answer"] {
        guard let place = members[key] else { continue }
        nodes.fail(
          place, "'\(key)' ends a conversation of two instances, and there are none",
          remedy: "leave it out: 'phrase' ends an output")
      }
      return rule
    }
    rule.after = members["after"].flatMap {
      nodes.integer($0, what: "'after'", in: 2...Self.mostAnswers)
    }
    rule.sameAnswer = members["same_answer"].flatMap {
      nodes.integer($0, what: "'same_answer'", in: 2...max(2, rule.after ?? Self.mostAnswers))
    }
    return rule
  }

  private func phrases(_ node: Node) -> [String] {
    let phrases = node.sequence.map { Array($0) } ?? [node]
    if phrases.isEmpty || phrases.count > Self.mostPhrases {
      nodes.fail(
        node, "'phrase' has \(phrases.count) texts", remedy: "give 1 to \(Self.mostPhrases)")
    }
    return phrases.compactMap { phrase in
      guard phrase.scalar?.string.isEmpty != true else {
        nodes.fail(phrase, "the stop phrase is empty", remedy: "write it, in double quotes")
        return nil
      }
      return nodes.text(phrase, what: "the stop phrase", mayBeEmpty: true)
    }
  }
}
