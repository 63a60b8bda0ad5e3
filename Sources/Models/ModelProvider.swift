package import Calls
import Reproducible

/// Answers calls: over a network, from a recording, or by a script.
package protocol ModelProvider: Sendable {
  /// What the provider is called in records and faults.
  var name: String { get }

  /// The bytes that are sent for a call, the same each time, so that a record can make them again
  /// and check them against their hash.
  func requestBody(for call: Call) -> [UInt8]

  /// Makes one call and waits for its end.
  ///
  /// - Parameters:
  ///   - call: What is asked.
  ///   - key: For which model of the trial and which replicate.
  /// - Returns: What came back; an empty text is an answer too.
  /// - Throws: `CallFailure` where nothing came back, `CancellationError` where the task was
  ///   cancelled, and nothing else.
  func complete(_ call: Call, key: CallKey) async throws -> Exchange
}

extension ModelProvider {
  package func requestBody(for call: Call) -> [UInt8] { Array(call.json.canonical.utf8) }
}

/// Which of a trial's calls it is, beside what is asked.
package struct CallKey: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name by which the trial knows the model.
  package let model: ModelID
  /// Counts from 1; tells apart calls that are equal where a provider takes no seed.
  package let replicate: Int

  package init(model: ModelID, replicate: Int) {
    self.model = model
    self.replicate = replicate
  }

  package var description: String { "\(model), replicate \(replicate)" }

  package static func < (first: Self, second: Self) -> Bool {
    (first.model, first.replicate) < (second.model, second.replicate)
  }
}
