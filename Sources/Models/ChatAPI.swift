import Calls
import Foundation
import Reproducible

/// What is sent to `/chat/completions`.
struct ChatRequest {
  let call: Call
  let tokenLimit: TokenLimitField

  var json: JSON {
    let messages = call.messages.map {
      JSON.object(["role": .string($0.role.rawValue), "content": .string($0.text)])
    }
    return call.settings(tokenLimit, ["messages": .array(messages)])
  }
}

/// What is sent to `/completions`: a document to go on with.
struct CompletionRequest {
  let call: Call
  let tokenLimit: TokenLimitField

  /// Several turns, which a document does not have, are parted by an empty line.
  var json: JSON {
    let document = call.messages.map(\.text).joined(separator: "\n\n")
    return call.settings(tokenLimit, ["prompt": .string(document)])
  }
}

extension Call {
  fileprivate func settings(_ tokenLimit: TokenLimitField, _ asked: [String: JSON]) -> JSON {
    var members = asked
    members["model"] = .string(model)
    members["temperature"] = .number(sampling.temperature)
    members[tokenLimit.rawValue] = .integer(sampling.maxTokens)
    if let topP = sampling.topP { members["top_p"] = .number(topP) }
    if !sampling.stop.isEmpty { members["stop"] = .array(sampling.stop.map(JSON.string)) }
    if let seed { members["seed"] = .integer(seed) }
    return .object(members)
  }
}

/// What `/chat/completions` answers.
struct ChatResponse: Decodable {
  struct Choice: Decodable {
    let message: ChatAnswer
    let finishReason: String?

    enum CodingKeys: String, CodingKey {
      case message
      case finishReason = "finish_reason"
    }
  }
  let model: Lenient<String>?
  let fingerprint: Lenient<String>?
  let usage: Lenient<TokenUsage>?
  let choices: [Choice]

  enum CodingKeys: String, CodingKey {
    case model
    case fingerprint = "system_fingerprint"
    case usage, choices
  }

  /// The first choice; `nil` where there is none.
  var completion: Completion? {
    guard let choice = choices.first else { return nil }
    let content = choice.message.content?.text ?? ""
    let refusal = choice.message.refusal ?? ""
    return Completion(
      text: content.isEmpty ? refusal : content,
      finish: refusal.isEmpty ? Completion.Finish(reason: choice.finishReason) : .refused,
      reportedModel: model?.value, promptTokens: usage?.value?.promptTokens,
      completionTokens: usage?.value?.completionTokens, fingerprint: fingerprint?.value)
  }
}

/// The message in a chat's answer.
struct ChatAnswer: Decodable {
  /// A text, or a list of parts of which some are text.
  struct Content: Decodable {
    private struct Part: Decodable {
      let text: String?
    }
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      // Not a text: then it must be the list, or it cannot be read.
      if let whole = try? container.decode(String.self) {
        text = whole
      } else {
        text = try container.decode([Part].self).compactMap(\.text).joined()
      }
    }
  }
  let content: Content?
  let refusal: String?
}

/// What `/completions` answers.
struct CompletionResponse: Decodable {
  struct Choice: Decodable {
    let text: String
    let finishReason: String?

    enum CodingKeys: String, CodingKey {
      case text
      case finishReason = "finish_reason"
    }
  }
  let model: Lenient<String>?
  let fingerprint: Lenient<String>?
  let usage: Lenient<TokenUsage>?
  let choices: [Choice]

  enum CodingKeys: String, CodingKey {
    case model
    case fingerprint = "system_fingerprint"
    case usage, choices
  }

  /// The first choice; `nil` where there is none.
  var completion: Completion? {
    guard let choice = choices.first else { return nil }
    return Completion(
      text: choice.text, finish: Completion.Finish(reason: choice.finishReason),
      reportedModel: model?.value, promptTokens: usage?.value?.promptTokens,
      completionTokens: usage?.value?.completionTokens, fingerprint: fingerprint?.value)
  }
}

struct TokenUsage: Decodable {
  let promptTokens: Int?
  let completionTokens: Int?

  enum CodingKeys: String, CodingKey {
    case promptTokens = "prompt_tokens"
    case completionTokens = "completion_tokens"
  }
}

/// A value that is not worth losing an output for: one of another type counts as missing.
struct Lenient<Value: Decodable>: Decodable {
  let value: Value?

  init(from decoder: any Decoder) throws {
    // Providers differ in what they put here; the output itself is what was asked for.
    value = try? Value(from: decoder)
  }
}

extension Completion.Finish {
  /// Reads `finish_reason`; servers differ in a few words.
  init(reason: String?) {
    switch reason {
    case "stop", "eos", "stop_sequence", "end_turn": self = .stop
    case "length", "max_tokens": self = .length
    case "content_filter", "safety": self = .filtered
    case "refusal": self = .refused
    default: self = .unknown
    }
  }
}
