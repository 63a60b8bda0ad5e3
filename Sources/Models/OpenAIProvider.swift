package import Calls
package import CurlTransport
package import Foundation
import Reproducible

/// What a server calls the longest output.
package enum TokenLimitField: String, Hashable, Sendable {
  /// Understood nearly everywhere.
  case maxTokens = "max_tokens"
  /// What OpenAI's own newer models ask for.
  case maxCompletionTokens = "max_completion_tokens"
}

/// Speaks OpenAI's chat and completion APIs, which most hosted and local servers offer.
package struct OpenAIProvider<Transport: HTTPTransport>: ModelProvider {
  package let name: String
  private let address: ProviderAddress
  private let key: APIKey?
  private let timeout: Duration
  private let tokenLimit: TokenLimitField
  private let transport: Transport
  private let now: @Sendable () -> Date

  /// Takes a server and how to reach it.
  ///
  /// - Parameters:
  ///   - baseURL: The address up to and with `/v1`.
  ///   - key: The key that is bound to its host, from a ``KeyRing``.
  ///   - timeout: How long one call may take.
  ///   - tokenLimit: What the server calls the longest output.
  ///   - transport: What carries the calls.
  ///   - now: The clock against which dates in `Retry-After` are read.
  package init(
    baseURL: ProviderAddress, key: APIKey? = nil, timeout: Duration = .seconds(300),
    tokenLimit: TokenLimitField = .maxTokens, transport: Transport,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    name = baseURL.origin
    address = baseURL
    self.key = key
    self.timeout = timeout
    self.tokenLimit = tokenLimit
    self.transport = transport
    self.now = now
  }

  package func requestBody(for call: Call) -> [UInt8] {
    let json =
      switch call.mode {
      case .chat: ChatRequest(call: call, tokenLimit: tokenLimit).json
      case .completion: CompletionRequest(call: call, tokenLimit: tokenLimit).json
      }
    return Array(json.canonical.utf8)
  }

  package func complete(_ call: Call, key replicate: CallKey) async throws -> Exchange {
    guard key == nil || address.keepsSecrets else {
      throw CallFailure(.key, message: "\(name): a key is not sent over plain http.")
    }
    let response: TransportResponse
    do {
      response = try await transport.send(request(for: call))
    } catch let fault as TransportFault {
      throw ProviderFailure(name: name, key: key, now: now()).failure(fault)
    }
    return try exchange(of: response, for: call)
  }

  /// What is sent for a call, secrets included.
  func request(for call: Call) -> TransportRequest {
    var headers = [
      TransportHeader("Content-Type", "application/json"),
      TransportHeader("Accept", "application/json"),
    ]
    if let key { headers.append(TransportHeader("Authorization", key.bearer)) }
    let path =
      switch call.mode {
      case .chat: "/chat/completions"
      case .completion: "/completions"
      }
    return TransportRequest(
      .post, address.description + path, headers: headers, body: requestBody(for: call),
      timeout: timeout)
  }

  /// Reads what came back.
  ///
  /// - Throws: `CallFailure` where it holds no output.
  func exchange(of response: TransportResponse, for call: Call) throws -> Exchange {
    let failures = ProviderFailure(name: name, key: key, now: now())
    if let failure = failures.failure(in: response) { throw failure }
    guard let completion = Self.completion(in: response, mode: call.mode) else {
      throw failures.failureWithin(response) ?? failures.unreadable(response)
    }
    // A gateway may send what the model wrote until it failed: that is no output.
    if completion.finish == .unknown, let failure = failures.failureWithin(response) {
      throw failure
    }
    let text = key?.scrubbedOutput(response.text) ?? response.text
    return Exchange(
      completion: key.map { completion.scrubbed(of: $0) } ?? completion, response: text,
      status: response.status)
  }

  private static func completion(in response: TransportResponse, mode: CallMode) -> Completion? {
    let data = Data(response.body)
    // What cannot be read is kept whole in the failure that the caller throws.
    switch mode {
    case .chat: return (try? JSONDecoder().decode(ChatResponse.self, from: data))?.completion
    case .completion:
      return (try? JSONDecoder().decode(CompletionResponse.self, from: data))?.completion
    }
  }
}

extension Completion {
  fileprivate func scrubbed(of key: APIKey) -> Completion {
    Completion(
      text: key.scrubbedOutput(text), finish: finish,
      reportedModel: reportedModel.map(key.scrubbedOutput), promptTokens: promptTokens,
      completionTokens: completionTokens, fingerprint: fingerprint.map(key.scrubbedOutput))
  }
}
