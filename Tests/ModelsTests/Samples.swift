import Calls
import CurlTransport
import Locks
import Models

extension Call {
  static func sample(
    _ text: String = "Write a story.", mode: CallMode = .chat, seed: Int? = 1907,
    topP: Double? = nil, stop: [String] = []
  ) -> Call {
    Call(
      model: "gemma-3-270m", mode: mode, messages: [Message(.user, text)],
      sampling: Sampling(temperature: 1, topP: topP, maxTokens: 300, stop: stop), seed: seed)
  }
}

extension CallKey {
  static let sample = CallKey(model: ModelID("gemma"), replicate: 1)
}

/// Answers from memory and keeps what it was asked.
final class CannedTransport: HTTPTransport {
  private let asked = Locked<[TransportRequest]>([])
  private let answer: @Sendable () throws -> TransportResponse

  init(_ answer: @escaping @Sendable () throws -> TransportResponse) {
    self.answer = answer
  }

  convenience init(_ text: String) {
    self.init(200, text)
  }

  convenience init(_ status: Int, _ text: String, headers: [TransportHeader] = []) {
    self.init { TransportResponse(status: status, headers: headers, body: Array(text.utf8)) }
  }

  var requests: [TransportRequest] { asked.withLock { $0 } }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    asked.withLock { $0.append(request) }
    return try answer()
  }
}

extension OpenAIProvider {
  static func sample(
    _ transport: Transport, url: String = "https://api.example.org/v1", key: APIKey? = nil
  ) throws -> OpenAIProvider {
    OpenAIProvider(baseURL: try ProviderAddress(parsing: url), key: key, transport: transport)
  }
}
