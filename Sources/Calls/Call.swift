package import Reproducible

/// One turn of what is sent to a model.
package struct Message: Hashable, Sendable {
  package enum Role: String, Hashable, Sendable {
    case system, user, assistant
  }
  package let role: Role
  package let text: String

  package init(_ role: Role, _ text: String) {
    self.role = role
    self.text = text
  }
}

/// How outputs are drawn.
package struct Sampling: Hashable, Sendable {
  /// 0 or above; 0 means that the likeliest token is always taken.
  package let temperature: Double
  /// The share of probability that is kept, above 0 and at most 1; `nil` leaves it to the provider.
  package let topP: Double?
  /// The longest output, in tokens of the model.
  package let maxTokens: Int
  /// Texts at which an output ends.
  package let stop: [String]

  package init(temperature: Double, topP: Double? = nil, maxTokens: Int, stop: [String] = []) {
    self.temperature = temperature
    self.topP = topP
    self.maxTokens = maxTokens
    self.stop = stop
  }

  package var json: JSON {
    var members: [String: JSON] = [
      "temperature": .number(temperature), "max_tokens": .integer(maxTokens),
    ]
    if let topP { members["top_p"] = .number(topP) }
    if !stop.isEmpty { members["stop"] = .array(stop.map(JSON.string)) }
    return .object(members)
  }
}

/// What is asked of a model: everything that decides the output, and no address.
package struct Call: Hashable, Sendable {
  /// The name by which the provider knows the model.
  package let model: String
  package let mode: CallMode
  /// The turns in order; for ``CallMode/completion`` one user turn, which is the document.
  package let messages: [Message]
  package let sampling: Sampling
  /// Differs by replicate; `nil` where the provider takes none.
  package let seed: Int?

  package init(
    model: String, mode: CallMode, messages: [Message], sampling: Sampling, seed: Int?
  ) {
    self.model = model
    self.mode = mode
    self.messages = messages
    self.sampling = sampling
    self.seed = seed
  }

  package var json: JSON { json { .string($0) } }

  /// The call with each text replaced by something that stands for it.
  package func json(text: (String) -> JSON) -> JSON {
    var members: [String: JSON] = [
      "model": .string(model), "mode": .string(mode.rawValue), "sampling": sampling.json,
      "messages": .array(
        messages.map { .object(["role": .string($0.role.rawValue), "text": text($0.text)]) }),
    ]
    if let seed { members["seed"] = .integer(seed) }
    return .object(members)
  }

  /// SHA-256 of the canonical JSON of the call.
  package var hash: Digest { Digest(of: json.canonical) }
}
