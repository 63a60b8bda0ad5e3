import Calls
import Questions
package import Reproducible

/// What a trial file means: the part that is frozen.
///
/// Addresses, comments, order of keys and layout do not count.
package struct Design: Hashable, Sendable {
  package let json: JSON

  /// SHA-256 of the canonical JSON.
  package var hash: Digest { Digest(of: json.canonical) }

  /// The design's hash as run ids use it: without how often each run is repeated and rated.
  package var runHash: Digest {
    guard case .object(var members) = json else { return hash }
    members["sampling"] = members["sampling"]?.without("replicates")
    members["rating"] = members["rating"]?.without("raters_per_output")
    if let baselines = members["baselines"]?.elements {
      members["baselines"] = .array(baselines.map { $0.without("replicates") })
    }
    return Digest(of: JSON.object(members).canonical)
  }

  /// Takes a design that was written before.
  package init(json: JSON) { self.json = json }

  /// The design of a trial.
  package init(of trial: Trial) {
    var members: [String: JSON] = [
      "unled": 1, "name": .string(trial.name), "observation": .string(trial.observation),
      "scenarios": .array(trial.scenarios.map(Self.json)),
      "conditions": .object(
        Dictionary(
          uniqueKeysWithValues: trial.conditions.map {
            ($0.key.rawValue, JSON.array($0.value.map(Self.json)))
          })),
      "wordings": .string(trial.dealing.rawValue),
      "models": .array(trial.models.map(Self.json)), "sampling": Self.json(trial.sampling),
      "script": Self.json(trial.script), "rating": Self.json(trial.rating),
      "analysis": trial.analysis.json,
    ]
    if let source = trial.source { members["source"] = .string(source) }
    if let claim = trial.claim { members["claim"] = Self.json(claim) }
    if let licence = trial.licence {
      members["licence"] = .object(
        ["outputs": licence.outputs, "ratings": licence.ratings].compactMapValues {
          $0.map(JSON.string)
        })
    }
    if !trial.baselines.isEmpty { members["baselines"] = .array(trial.baselines.map(Self.json)) }
    if !trial.controls.isEmpty {
      members["controls"] = .array(
        trial.controls.map {
          .object(["kind": .string($0.kind.rawValue), "text": Self.json($0.file)])
        })
    }
    if let parent = trial.replicates {
      members["replicates"] = .object([
        "name": .string(parent.name), "design": .string(parent.design.hex),
      ])
    }
    json = .object(members)
  }

  private static func json(_ scenario: Scenario) -> JSON {
    .object([
      "id": .string(scenario.id.name), "slots": .object(scenario.slots.mapValues(JSON.string)),
    ])
  }

  private static func json(_ wording: Wording) -> JSON {
    var members: [String: JSON] = ["slots": .object(wording.slots.mapValues(JSON.string))]
    if let system = wording.system { members["system"] = .string(system) }
    return .object(members)
  }

  static func json(_ file: NamedText) -> JSON {
    .object(["file": .string(file.name), "sha256": .string(Digest(of: file.text).hex)])
  }

  private static func json(_ model: ModelSpec) -> JSON {
    var members: [String: JSON] = [
      "id": .string(model.id.name), "provider": .string(model.provider.rawValue),
      "model": .string(model.model), "mode": .string(model.mode.rawValue),
    ]
    if let quantisation = model.quantisation { members["quantisation"] = .string(quantisation) }
    return .object(members)
  }

  private static func json(_ sampling: TrialSampling) -> JSON {
    var members: [String: JSON] = [
      "temperature": .number(sampling.temperature), "max_tokens": .integer(sampling.maxTokens),
      "replicates": .integer(sampling.replicates), "seed": .integer(sampling.seed),
    ]
    if let topP = sampling.topP { members["top_p"] = .number(topP) }
    return .object(members)
  }

  private static func json(_ claim: Claim) -> JSON {
    .object([
      "about": .string(claim.about), "holds": .string(claim.holds), "fails": .string(claim.fails),
      "terms": .array(claim.terms.map(JSON.string)),
    ])
  }

  private static func json(_ baseline: Baseline) -> JSON {
    let source: JSON
    switch baseline.source {
    case .texts(let texts):
      source = .array(
        texts.map {
          .object(["scenario": .string($0.scenario.name), "text": json($0.file)])
        })
    case .prompts(let prompts): source = .array(prompts.map(JSON.string))
    case .neutralPrompts: source = "neutral"
    }
    var members: [String: JSON] = [
      "id": .string(baseline.id.name), "source": source,
      "models": .array(baseline.models.map { .string($0.name) }),
      "replicates": .integer(baseline.replicates), "paired": .bool(baseline.isPaired),
      "primary": .bool(baseline.isPrimary),
    ]
    if let licence = baseline.licence { members["licence"] = .string(licence) }
    return .object(members)
  }
}

extension JSON {
  /// An object without one of its members.
  fileprivate func without(_ key: String) -> JSON {
    guard case .object(var members) = self else { return self }
    members[key] = nil
    return .object(members)
  }
}
