import Calls
import Faults
import Questions
import Reproducible
import Yams

/// Models, sampling, baselines and controls: what is run, and what it is compared with.
extension TrialReader {
  func models(_ node: Node) -> [(spec: ModelSpec, address: ModelAddress?)]? {
    guard let elements = nodes.elements(of: node, what: "'models'", atMost: 1000) else {
      return nil
    }
    var result: [(spec: ModelSpec, address: ModelAddress?)] = []
    for element in elements {
      guard
        let members = nodes.members(
          of: element, what: "a model", required: ["id"],
          optional: ["provider", "model", "quantisation", "mode"] + ModelAddress.keys),
        let id = members["id"].flatMap({ nodes.name($0, what: "a model's id") })
      else { continue }
      if result.contains(where: { $0.spec.id.name == id }) {
        nodes.fail(element, "two models have the id '\(id)'", remedy: "give each its own")
      }
      let spec = ModelSpec(
        id: ModelID(id),
        provider: members["provider"].flatMap {
          nodes.choice($0, what: "the provider", as: ProviderKind.self)
        } ?? .openai,
        model: members["model"].flatMap { nodes.text($0, what: "the model's name") } ?? id,
        quantisation: members["quantisation"].flatMap {
          nodes.text($0, what: "the quantisation")
        },
        mode: members["mode"].flatMap {
          nodes.choice($0, what: "the mode", as: CallMode.self)
        } ?? .chat)
      result.append((spec, ModelAddress(id: spec.id, members: members, nodes: nodes)))
    }
    if elements.isEmpty {
      nodes.fail(node, "there is no model", remedy: "add one: {id: NAME, base_url: \"http://…\"}")
    }
    return result.count == elements.count && !result.isEmpty ? result : nil
  }

  func sampling(_ node: Node) -> TrialSampling? {
    guard
      let members = nodes.members(
        of: node, what: "'sampling'", required: ["max_tokens", "seed"],
        optional: ["temperature", "top_p", "replicates"])
    else { return nil }
    let temperature =
      members["temperature"].map { nodes.number($0, what: "the temperature", in: 0...2) } ?? 1
    let topP = members["top_p"].map { nodes.number($0, what: "'top_p'", in: 0.001...1) }
    let tokens = members["max_tokens"].flatMap {
      nodes.integer($0, what: "'max_tokens'", in: 1...1_000_000)
    }
    let replicates =
      members["replicates"].map { nodes.integer($0, what: "'replicates'", in: 1...1000) } ?? 1
    let seed = members["seed"].flatMap { nodes.integer($0, what: "the seed", in: 0...Int.max) }
    if let temperature, let replicates, temperature == 0, replicates > 1 {
      nodes.fail(
        members["replicates"] ?? node, "at temperature 0 every replicate is the same draw",
        remedy: "write 'replicates: 1', or raise the temperature")
    }
    guard let temperature, let tokens, let replicates, let seed else { return nil }
    return TrialSampling(
      temperature: temperature, topP: topP ?? nil, maxTokens: tokens, replicates: replicates,
      seed: seed)
  }

  func baselines(
    _ node: Node, models: [ModelSpec]?, scenarios: [Scenario]?, replicates: Int
  ) -> [Baseline] {
    guard let elements = nodes.elements(of: node, what: "'baselines'", atMost: 1000) else {
      return []
    }
    var result: [Baseline] = []
    for element in elements {
      guard
        let baseline = baseline(
          element, models: models, scenarios: scenarios, replicates: replicates)
      else { continue }
      if result.contains(where: { $0.id == baseline.id }) {
        nodes.fail(
          element, "two baselines have the id '\(baseline.id)'", remedy: "give each its own")
      }
      result.append(baseline)
    }
    if result.count(where: \.isPrimary) > 1 {
      nodes.fail(node, "two baselines are primary", remedy: "keep 'primary: true' on one")
    }
    return result
  }

  private func baseline(
    _ node: Node, models: [ModelSpec]?, scenarios: [Scenario]?, replicates: Int
  ) -> Baseline? {
    guard
      let members = nodes.members(
        of: node, what: "a baseline", required: ["id"],
        optional: ["folder", "prompts", "models", "replicates", "licence", "paired", "primary"]),
      let id = members["id"].flatMap({ nodes.name($0, what: "a baseline's id") })
    else { return nil }
    guard (members["folder"] == nil) != (members["prompts"] == nil) else {
      nodes.fail(
        node, "the baseline '\(id)' needs one source",
        remedy: "give it 'folder:' with texts, or 'prompts:' to be run")
      return nil
    }
    let isPaired = members["paired"].flatMap { nodes.flag($0, what: "'paired'") } ?? false
    let source: Baseline.Source?
    if let folderNode = members["folder"] {
      source = folder(folderNode, what: "the folder").map {
        .texts(texts($0, of: id, paired: isPaired, scenarios: scenarios, at: folderNode))
      }
    } else {
      source = members["prompts"].flatMap(baselinePrompts)
    }
    var named: [ModelID] = []
    if let list = members["models"], let ids = nodes.texts(list, what: "'models'") {
      named = ids.map(ModelID.init)
      // Models that could not be read are no reason to say that one is missing.
      for unknown in named where models?.contains(where: { $0.id == unknown }) == false {
        nodes.fail(
          list, "the baseline '\(id)' names the model '\(unknown)', which is not listed",
          remedy: Nearest.name(to: unknown.name, in: (models ?? []).map(\.id.name)).map {
            "write '\($0)'"
          }
            ?? "list it under 'models:'")
      }
    }
    if case .neutralPrompts = source, named.isEmpty {
      nodes.fail(
        node, "the baseline '\(id)' would repeat the trial's own neutral runs",
        remedy: "name other models: 'models: [ID]'")
    }
    guard let source else { return nil }
    let isRunPaired: Bool
    if case .neutralPrompts = source { isRunPaired = true } else { isRunPaired = isPaired }
    return Baseline(
      id: BaselineID(id), source: source, models: named,
      replicates: members["replicates"].flatMap {
        nodes.integer($0, what: "'replicates'", in: 1...1000)
      } ?? replicates,
      licence: members["licence"].flatMap { nodes.text($0, what: "the licence") },
      isPaired: isRunPaired,
      isPrimary: members["primary"].flatMap { nodes.flag($0, what: "'primary'") } ?? false)
  }

  private func baselinePrompts(_ node: Node) -> Baseline.Source? {
    if node.scalar?.string == "neutral" { return .neutralPrompts }
    let prompts: [String]?
    if node.sequence != nil {
      prompts = nodes.texts(node, what: "'prompts'", isProse: true)
    } else {
      prompts = fileNamed(in: node, what: "'prompts'").map { file in
        file.text.split(whereSeparator: \.isNewline).map { $0.trimmingWhitespace() }
          .filter { !$0.isEmpty && !$0.hasPrefix("#") }
      }
    }
    guard let prompts else { return nil }
    guard !prompts.isEmpty else {
      nodes.fail(node, "there is no prompt", remedy: "write one prompt a line")
      return nil
    }
    for prompt in prompts where (try? Template.slots(of: prompt)) != [] {
      nodes.fail(
        node, "a baseline's prompt has a slot: '\(prompt.prefix(40))'",
        remedy: "write it out; '{{' is a brace")
    }
    return .prompts(prompts)
  }

  private func texts(
    _ files: [NamedText], of baseline: String, paired: Bool, scenarios: [Scenario]?, at node: Node
  ) -> [BaselineText] {
    files.compactMap { file in
      let stem = Self.stem(file.name)
      guard paired, let scenarios else {
        return BaselineText(scenario: ScenarioID("\(baseline)/\(stem)"), file: file)
      }
      // The longest id that begins the name: 'sea-2.txt' belongs to 'sea', not to 'se'.
      let owner = scenarios.filter { stem.hasPrefix($0.id.name) }
        .max { $0.id.name.count < $1.id.name.count }
      guard let owner else {
        nodes.fail(
          node, "'\(file.name)' belongs to no scenario",
          remedy: "begin its name with a scenario's id, or write 'paired: false'")
        return nil
      }
      return BaselineText(scenario: owner.id, file: file)
    }
  }

  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  func controls(_ node: Node) -> [Control] {
    guard
      let members = nodes.members(
        of: node, what: "'controls'", required: ControlKind.allCases.map(\.rawValue))
    else { return [] }
    return ControlKind.allCases.flatMap { kind -> [Control] in
      guard let side = members[kind.rawValue],
        let sideMembers = nodes.members(
          of: side, what: "'\(kind.rawValue)'", required: ["folder"]),
        let files = sideMembers["folder"].flatMap({ folder($0, what: "the folder") })
      else { return [] }
      if files.count < 4 {
        nodes.warn(
          side, "'\(kind.rawValue)' has \(Numerals.count(files.count, "text"))",
          remedy: "give four of each kind: with fewer, controls cannot be told apart")
      }
      return files.map { Control(kind: kind, file: $0) }
    }
  }

  func licence(_ node: Node) -> Licence? {
    guard
      let members = nodes.members(of: node, what: "'licence'", optional: ["outputs", "ratings"])
    else { return nil }
    return Licence(
      outputs: members["outputs"].flatMap { nodes.text($0, what: "the licence") },
      ratings: members["ratings"].flatMap { nodes.text($0, what: "the licence") })
  }

  func parent(_ node: Node) -> Parent? {
    guard
      let members = nodes.members(of: node, what: "'replicates'", required: ["name", "design"]),
      let hashNode = members["design"], let hex = nodes.text(hashNode, what: "the design's hash")
    else { return nil }
    let name = members["name"].flatMap { nodes.name($0, what: "the trial's name") }
    guard let digest = Digest(hex: hex) else {
      nodes.fail(
        hashNode, "'\(hex)' is no SHA-256 value", remedy: "copy the 64 digits of the trial's design"
      )
      return nil
    }
    return name.map { Parent(name: $0, design: digest) }
  }
}
