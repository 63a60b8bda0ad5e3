package import Calls
import Foundation
package import Reproducible

/// One line of `recording.jsonl`: a call that was made once, and what came back.
package struct RecordingLine: Hashable, Sendable {
  /// The model and the replicate under which the line is found, with ``call``.
  package let key: CallKey
  /// SHA-256 of the call, without an address.
  package let call: Digest
  /// The name by which the provider knew the model.
  package let model: String
  /// How the weights were rounded, where they were: `Q8_0`.
  package let quantisation: String?
  /// What served the model, with its version.
  package let server: String?
  package let sampling: Sampling
  package let seed: Int?
  /// When the call was made: a day or a moment in UTC, as it was written.
  package let date: String
  /// The run for which the call was made, where it was made in a trial.
  package let run: String?
  package let finish: Completion.Finish
  package let text: String
  package let promptTokens: Int?
  package let completionTokens: Int?

  package init(
    key: CallKey, call: Digest, model: String, quantisation: String? = nil, server: String? = nil,
    sampling: Sampling, seed: Int?, date: String, run: String? = nil, finish: Completion.Finish,
    text: String, promptTokens: Int? = nil, completionTokens: Int? = nil
  ) {
    self.key = key
    self.call = call
    self.model = model
    self.quantisation = quantisation
    self.server = server
    self.sampling = sampling
    self.seed = seed
    self.date = date
    self.run = run
    self.finish = finish
    self.text = text
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
  }

  /// Notes what a call brought back.
  package init(
    of call: Call, key: CallKey, completion: Completion, quantisation: String? = nil,
    server: String? = nil, date: String, run: String? = nil
  ) {
    self.init(
      key: key, call: call.hash, model: call.model, quantisation: quantisation,
      server: server ?? completion.fingerprint, sampling: call.sampling, seed: call.seed,
      date: date, run: run, finish: completion.finish, text: completion.text,
      promptTokens: completion.promptTokens, completionTokens: completion.completionTokens)
  }

  /// The completion as it is played back.
  package var completion: Completion {
    Completion(
      text: text, finish: finish, reportedModel: model, promptTokens: promptTokens,
      completionTokens: completionTokens, fingerprint: server)
  }
}
