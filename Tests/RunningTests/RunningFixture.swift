import Calls
import Foundation
import Locks
import Logging
import Models
import Record
import Running
import TrialDesign

/// A frozen trial in a folder of its own, and a script that stands for its models.
final class RunningFixture: Sendable {
  static let now = Date(timeIntervalSince1970: 1_700_000_000)

  let folder: URL
  let record: RecordFile
  let clock = TestClock()
  let tally = Tally()

  init(scenarios: Int = 3, replicates: Int = 2, models: [String] = ["m"]) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "running-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let list = (0..<scenarios).map { "{id: s\($0), topic: topic \($0)}" }.joined(separator: ", ")
    let trial = try ReadTrial(
      parsing: """
        unled: 1
        name: small
        observation: Stories are sad.
        scenarios: [\(list)]
        conditions: {neutral: "About {topic}.", leading: "A sad one about {topic}."}
        models: [\(models.map { "{id: \($0)}" }.joined(separator: ", "))]
        sampling: {max_tokens: 50, replicates: \(replicates), seed: 3}
        rating: {questions: [{id: sad, ask: "Sad?", scale: [not, some, very], primary: true}]}
        analysis: {smallest_effect: 0.5}
        """, source: .memory([:])
    ).trial
    record = try RecordFile.create(at: folder.appending(path: "record.sqlite").path)
    try record.freeze(Design(of: trial), files: [], plan: RunPlan(of: trial), now: Self.now)
  }

  deinit {
    // What cannot be removed stays in the temporary folder.
    try? FileManager.default.removeItem(at: folder)
  }

  func runner(
    widths: [String: Int] = ["m": 2], rule: @escaping ScriptedProvider.Rule
  ) -> Runner {
    let tally = tally
    let provider = ScriptedProvider { call, key in
      tally.begin(call, key)
      defer { tally.end(key) }
      return try await rule(call, key)
    }
    let routes = widths.map {
      (ModelID($0.key), Route(provider: provider, via: "script", width: $0.value))
    }
    return Runner(
      record: record, routes: Dictionary(uniqueKeysWithValues: routes), clock: clock,
      now: { Self.now }, log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
  }

  static func completion(_ text: String = "A text.", _ finish: Completion.Finish = .stop)
    -> Completion
  {
    Completion(text: text, finish: finish)
  }
}

/// Counts what a provider was asked.
final class Tally: Sendable {
  private struct State {
    var calls: [Call: Int] = [:]
    var underWay: [ModelID: Int] = [:]
    var most: [ModelID: Int] = [:]
    var total = 0
    var tickets = 0
  }
  private let state = Locked(State())

  func begin(_ call: Call, _ key: CallKey) {
    state.withLock {
      $0.calls[call, default: 0] += 1
      $0.total += 1
      $0.underWay[key.model, default: 0] += 1
      $0.most[key.model] = max($0.most[key.model] ?? 0, $0.underWay[key.model] ?? 0)
    }
  }

  func end(_ key: CallKey) { state.withLock { $0.underWay[key.model, default: 0] -= 1 } }

  /// How often each call was made.
  var calls: [Call: Int] { state.withLock { $0.calls } }
  var total: Int { state.withLock { $0.total } }
  /// How many calls were under way at once, at most.
  func most(_ model: String) -> Int { state.withLock { $0.most[ModelID(model)] ?? 0 } }

  /// A number that nobody had before, from 1.
  func ticket() -> Int {
    state.withLock {
      $0.tickets += 1
      return $0.tickets
    }
  }
}
