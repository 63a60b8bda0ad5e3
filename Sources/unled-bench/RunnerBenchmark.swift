import ArgumentParser
import Calls
import Faults
import Foundation
import Logging
import Models
import Record
import Reproducible
import Running
import TrialDesign

/// A whole session of the runner with a model that answers at once, beside the two transactions
/// alone that store each attempt before it is sent and when it ends.
///
/// Each is a process of its own, which finds the frozen record ready, so that peaks of memory are
/// apart.
struct RunnerBenchmark: Benchmark {
  let repeats: Int
  /// A multiple of 20.
  let runs: Int
  let workplace: Workplace

  func section() async throws -> Section {
    var (session, together, alone) = ([[Double]](), [[Double]](), [[Double]]())
    // Each of these waits for the disk by itself.
    let few = min(500, max(20, runs / 200 * 20))
    for _ in 0..<repeats {
      session.append(try measure(runs, []))
      together.append(try measure(runs, ["--transactions", "\(RunnerPart.width)"]))
      alone.append(try measure(few, ["--transactions", "1"]))
    }
    func figure(_ name: String, _ unit: String, _ values: [[Double]], _ index: Int) -> Figure {
      Figure(name, unit: unit, values.map { $0[index] })
    }
    let width = RunnerPart.width
    let baseline = "baseline: its two transactions, \(width) runs at once"
    let second = "baseline: its two transactions, run after run"
    return Section(
      title: """
        The runner with a scripted model and its record on disk; a run
          \(runs) runs, \(width) in flight; \(few) where they come one after the other
        """,
      figures: [
        figure("the runner, processor time", "us", session, 0),
        figure(baseline, "us", together, 0),
        figure(second, "us", alone, 0),
        figure("the runner, elapsed", "us", session, 1),
        figure(baseline, "us", together, 1),
        figure(second, "us", alone, 1),
        figure("the runner, peak memory of all", "MiB", session, 2),
        figure(baseline, "MiB", together, 2),
      ])
  }

  private func measure(_ runs: Int, _ options: [String]) throws -> [Double] {
    let path = workplace.newPath()
    defer { workplace.remove(path) }
    try freeze(runs, at: path)
    let child = try Child([RunnerPart.name, path] + options)
    let numbers = try child.numbers()
    child.wait()
    guard numbers.count == 4, numbers[3] == Double(runs) else {
      throw Fault(
        .internalFault, at: "the runner", "it left runs out: \(numbers)", remedy: "report this")
    }
    return [numbers[0] / numbers[3], numbers[1] / numbers[3], numbers[2]]
  }

  /// Makes a record whose design is frozen and whose runs are all to be done.
  private func freeze(_ runs: Int, at path: String) throws {
    let scenarios = (0..<runs / 20).map { "{id: s\($0), topic: topic \($0)}" }
    let trial = try ReadTrial(
      parsing: """
        unled: 1
        name: benchmark
        observation: Stories are sad.
        scenarios: [\(scenarios.joined(separator: ", "))]
        conditions: {neutral: "Write about {topic}.", leading: "Write a sad one about {topic}."}
        models: [{id: \(RunnerPart.model)}]
        sampling: {max_tokens: 400, replicates: 10, seed: 1907}
        rating: {questions: [{id: sad, ask: "Sad?", scale: [not, some, very], primary: true}]}
        analysis: {smallest_effect: 0.5}
        """, source: .memory([:])
    ).trial
    let record = try RecordFile.create(at: path)
    try record.freeze(Design(of: trial), files: [], plan: RunPlan(of: trial), now: Date())
  }
}

/// One session over a frozen record, or its transactions alone.
///
/// It prints processor time and elapsed time in microseconds, the peak of memory in MiB, and how
/// many runs are over.
struct RunnerPart: AsyncParsableCommand {
  static let name = "runner-part"
  static let model = ModelID("m")
  static let width = 64
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Run what a record plans, for the runner's benchmark.",
    shouldDisplay: false)

  @Argument(help: "The record.") var path: String
  @Option(help: "Without the runner: its transactions alone, of so many runs at once.")
  var transactions: Int?

  func run() async throws {
    let record = try RecordFile.open(at: path)
    let began = ContinuousClock.now
    let before = Processor.microseconds
    if let transactions {
      try await store(record, width: transactions)
    } else {
      let runner = Runner(
        record: record,
        routes: [
          Self.model: Route(
            provider: ScriptedProvider { call, _ in Self.completion(call.seed ?? 0) },
            via: "script", width: Self.width)
        ], now: { Date() },
        log: Logger(label: "unled-bench", factory: { _ in SwiftLogNoOpLogHandler() }))
      _ = try await runner.run()
    }
    let used = Processor.microseconds - before
    let elapsed = (ContinuousClock.now - began) / .microseconds(1)
    let peak = try Processor.peakMebibytes()
    let finished = try record.attemptCounts[.answered] ?? 0
    Child.report([used, elapsed, peak, Double(finished)])
  }

  /// Stores what must be stored of each run.
  private func store(_ record: RecordFile, width: Int) async throws {
    let hash = Digest(of: "a request")
    let runs = try record.runs
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<width {
        group.addTask {
          for number in stride(from: worker, to: runs.count, by: width) {
            let attempt = try await record.beginAttempt(
              of: runs[number].id, via: "script", requestHash: hash, reservedTokens: 400,
              now: Date())
            let completion = Self.completion(number)
            let exchange = Exchange(completion: completion, response: completion.text)
            try await record.end(
              attempt, AttemptEnd(status: .answered, exchange: exchange), now: Date())
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// A text of about 250 words, different each time.
  private static func completion(_ number: Int) -> Completion {
    Completion(
      text: "\(number) " + String(repeating: "The lamp was lit at dusk. ", count: 42),
      finish: .stop)
  }
}
