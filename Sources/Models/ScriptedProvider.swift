package import Calls
import Reproducible

/// Answers by a rule: for tests, and for trials that are tried dry.
package struct ScriptedProvider: ModelProvider {
  package typealias Rule = @Sendable (Call, CallKey) async throws -> Completion

  package let name: String
  private let rule: Rule

  /// Takes the rule.
  ///
  /// - Parameters:
  ///   - name: What the provider is called in records and faults.
  ///   - rule: Gives the completion of a call, or throws a `CallFailure`.
  package init(name: String = "script", rule: @escaping Rule) {
    self.name = name
    self.rule = rule
  }

  package func complete(_ call: Call, key: CallKey) async throws -> Exchange {
    try Task.checkCancellation()
    let completion: Completion
    do {
      completion = try await rule(call, key)
    } catch let failure as CallFailure {
      throw failure
    } catch let cancellation as CancellationError {
      throw cancellation
    } catch {
      throw CallFailure(.server, message: "\(name): the rule failed: \(error)")
    }
    let response: JSON = [
      "finish": .string(completion.finish.rawValue), "text": .string(completion.text),
    ]
    return Exchange(completion: completion, response: response.canonical)
  }
}
