import Calls
import Faults
import Foundation
import Record
import Reproducible
import Testing
import TrialDesign

/// A record in a folder of its own, which goes when the test ends.
final class RecordFixture: Sendable {
  static let now = Date(timeIntervalSince1970: 1_700_000_000)

  let folder: URL
  var path: String { folder.appending(path: "record.sqlite").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    // What cannot be removed stays in the temporary folder.
    try? FileManager.default.removeItem(at: folder)
  }

  static func trial(replicates: Int = 2, effect: String = "0.5", model: String = "m") throws
    -> Trial
  {
    try ReadTrial(
      parsing: """
        unled: 1
        name: small
        observation: Stories are sad.
        scenarios: [{id: sea, topic: the sea}, {id: hill, topic: a hill}]
        conditions: {neutral: "About {topic}.", leading: "A sad one about {topic}."}
        models: [{id: \(model)}]
        sampling: {temperature: 0.7, top_p: 0.9, max_tokens: 50, replicates: \(replicates), seed: 3}
        script: {system: Be short., stop: {phrase: "\\nEnd"}}
        rating: {questions: [{id: sad, ask: "Sad?", scale: [not, some, very], primary: true}]}
        analysis: {smallest_effect: \(effect)}
        """, source: .memory([:])
    ).trial
  }

  static let files = [NamedText(name: "trial.yaml", text: "unled: 1")]

  /// A record in which a trial is frozen.
  func frozen(_ trial: Trial? = nil) throws -> RecordFile {
    let trial = try trial ?? Self.trial()
    let record = try RecordFile.create(at: path)
    try record.freeze(
      Design(of: trial), files: Self.files, plan: RunPlan(of: trial), now: Self.now)
    return record
  }

  static func exchange(_ text: String, finish: Completion.Finish = .stop) -> Exchange {
    Exchange(
      completion: Completion(
        text: text, finish: finish, reportedModel: "m-1", promptTokens: 5, completionTokens: 7,
        fingerprint: "fp"),
      response: "{\"text\":\"…\"}")
  }
}

extension RecordFile {
  /// Runs one run to an end.
  func finish(_ run: StoredRun, _ text: String = "A text.") async throws {
    let attempt = try await beginAttempt(
      of: run.id, via: "test", requestHash: nil, reservedTokens: 50, now: RecordFixture.now)
    try await end(
      attempt, AttemptEnd(status: .answered, exchange: RecordFixture.exchange(text)),
      now: RecordFixture.now)
  }
}
