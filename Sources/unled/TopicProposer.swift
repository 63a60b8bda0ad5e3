import Calls
import CurlTransport
import Faults
import Foundation
import Models
import Reproducible

/// A model that is asked for topics; what it says is proposed, never taken.
struct TopicProposer {
  let model: String
  let address: String
  let isChat: Bool

  private static let wanted = 24
  private static let longest = 80

  /// Asks once.
  ///
  /// - Parameter examples: Topics that are there already.
  /// - Returns: Short lines, each once.
  /// - Throws: `Fault` of kind `unreachable` where the server does not answer.
  func topics(like examples: [String]) async throws -> [String] {
    let list = examples.isEmpty ? ["a night baker", "a railway station"] : examples
    let request = """
      List \(Self.wanted) short and varied topics for texts, one a line, like these:
      \(list.prefix(8).joined(separator: "\n"))

      """
    let server = try ProviderAddress(parsing: address)
    let transport = CurlClient()
    defer { transport.close() }
    let provider = OpenAIProvider(baseURL: server, transport: transport)
    let call = Call(
      model: model, mode: isChat ? .chat : .completion, messages: [Message(.user, request)],
      sampling: Sampling(temperature: 0.8, maxTokens: 400), seed: 1)
    do {
      let exchange = try await provider.complete(
        call, key: CallKey(model: ModelID(model), replicate: 1))
      return Self.lines(of: exchange.completion.text)
    } catch let failure as CallFailure {
      throw Fault(
        .unreachable, at: address, "\(model) proposed nothing: \(failure.message)",
        remedy: "start its server, or leave --with out")
    }
  }

  /// The lines of a list, without numbers and bullets.
  static func lines(of text: String) -> [String] {
    var seen: Set<String> = []
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let topic = line.drop { $0.isNumber || " .)-*•\t\"'".contains($0) }
        .trimmingCharacters(in: CharacterSet(charactersIn: " .\"'*;,"))
      guard (3...longest).contains(topic.count), !topic.contains(where: { "{}:".contains($0) }),
        seen.insert(topic.lowercased()).inserted
      else { return nil }
      return topic
    }
  }
}
