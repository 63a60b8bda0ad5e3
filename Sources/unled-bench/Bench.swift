import ArgumentParser
import Foundation
import Reproducible
import Statistics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The benchmarks: figures beside named baselines, and no judgement.
@main struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unled-bench",
    abstract: "Measure what unled costs, each figure beside a baseline.",
    usage: "unled-bench [--quick] [--only <benchmark> ...] [--program <path>]",
    discussion: """
      Every figure is measured several times; the smallest, the median and the largest are \
      printed. Measure a release build on a machine that does nothing else.
      """,
    subcommands: [Planted.self, LoopbackPart.self, RunnerPart.self])

  @Flag(help: "Three repeats of a tenth of the work.") var quick = false
  @Option(help: ArgumentHelp("How often each figure is measured.", valueName: "count"))
  var repeats: Int?
  @Option(
    help: ArgumentHelp(
      "How many runs the runner gets; rounded up to a multiple of 20.", valueName: "count"))
  var runs: Int?
  @Option(
    help: ArgumentHelp(
      "A release build of unled, to see how fast its help appears.", valueName: "path"),
    completion: .file())
  var program: String?
  @Option(
    help: ArgumentHelp(
      "Where the Python packages of the baselines are, or are put the first time.",
      valueName: "folder"), completion: .directory)
  var baselines: String = ".build-release/baselines-venv"
  @Flag(help: "Measure the statistics without what Python and R take.")
  var noBaselines = false
  @Option(help: "Where files are written while measuring.", completion: .directory)
  var folder: String = FileManager.default.temporaryDirectory.path
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What is measured; without it, everything.", valueName: "benchmark"))
  var only: [BenchmarkName] = BenchmarkName.allCases

  func validate() throws {
    guard repeats ?? 1 > 0, runs ?? 1 > 0 else {
      throw ValidationError("Repeats and runs are counted from 1.")
    }
    guard program != nil || only != [.start] else {
      throw ValidationError("Name the program whose start is measured: --program PATH.")
    }
    if let program, !FileManager.default.isExecutableFile(atPath: program) {
      throw ValidationError("There is no program at '\(program)'; build one first: make release")
    }
  }

  func run() async throws {
    signal(SIGPIPE, SIG_IGN)
    OpenFiles.allowMany()
    let extent = Extent(quick: quick, repeats: repeats, runs: runs)
    let workplace = try Workplace(in: folder)
    defer { workplace.remove() }
    print(heading(extent))
    for name in BenchmarkName.allCases where only.contains(name) {
      for benchmark in benchmarks(name, extent, workplace) {
        print("\n" + (try await benchmark.section().text))
      }
    }
    if program == nil, only.contains(.start) {
      print("\nThe start of a program was not measured: name one by --program PATH.")
    }
  }

  private func benchmarks(
    _ name: BenchmarkName, _ extent: Extent, _ workplace: Workplace
  ) -> [any Benchmark] {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    func beside(_ comparison: any StatisticComparison) -> any Benchmark {
      ComparisonBenchmark(
        comparison: comparison, repeats: extent.repeats,
        baselines: noBaselines
          ? nil : Baselines(environment: baselines, workplace: workplace))
    }
    return switch name {
    case .alpha:
      [AlphaMetric.nominal, .ordinal].map {
        beside(AlphaComparison(metric: $0, resamples: extent.resamples, threads: threads))
      }
    case .icc: [beside(ICCComparison(unitCount: extent.units))]
    case .lmm: [beside(MixedModelComparison(scenarioCount: extent.scenarios))]
    case .signs: [beside(SignFlipComparison(resamples: extent.arrangements, threads: threads))]
    case .worlds:
      [(levels: 4, isPaired: true), (5, true), (5, false)].map {
        WorldsBenchmark(
          repeats: extent.repeats, trials: extent.worlds, levels: $0.levels,
          isPaired: $0.isPaired)
      } + [ChecksBenchmark(repeats: extent.repeats, trials: extent.worlds / 2)]
    case .client: [ClientBenchmark(repeats: extent.repeats, calls: extent.calls)]
    case .runner:
      [RunnerBenchmark(repeats: extent.repeats, runs: extent.runs, workplace: workplace)]
    case .rating:
      [RatingBenchmark(repeats: extent.repeats, ratings: extent.ratings, workplace: workplace)]
    case .start:
      program.map {
        [StartBenchmark(repeats: extent.repeats, starts: extent.starts, program: $0)]
      } ?? []
    }
  }

  private func heading(_ extent: Extent) -> String {
    let machine = ProcessInfo.processInfo
    #if DEBUG
    let build = "debug build: its figures say nothing"
    #else
    let build = "release build"
    #endif
    var loads = [Double](repeating: 0, count: 1)
    let load = getloadavg(&loads, 1) == 1 ? Numerals.fixed(loads[0]) : "unknown"
    return """
      unled-bench, \(UTC.timestamp(Date())), \(build)
      \(Numerals.count(machine.activeProcessorCount, "core")) of \(Processor.name), \
      \(machine.operatingSystemVersionString), load before \(load)
      \(Numerals.count(extent.repeats, "repeat")); files in \(folder)
      """
  }
}

/// What can be measured.
enum BenchmarkName: String, CaseIterable, ExpressibleByArgument {
  case alpha, icc, lmm, signs, worlds, client, runner, rating, start
}

/// One thing to measure, with its baseline.
protocol Benchmark: Sendable {
  /// Measures it, all repeats.
  func section() async throws -> Section
}

/// How much work is measured.
struct Extent: Sendable {
  let repeats: Int
  let resamples: Int
  let units: Int
  let scenarios: Int
  let arrangements: Int
  let worlds: Int
  let calls: Int
  let runs: Int
  let ratings: Int
  let starts = 30

  init(quick: Bool, repeats: Int?, runs: Int?) {
    let share = quick ? 10 : 1
    self.repeats = repeats ?? (quick ? 3 : 5)
    self.runs = ((runs ?? 5000 / share) + 19) / 20 * 20
    resamples = 1000 / share
    units = 2000 / share
    scenarios = 1000 / share
    arrangements = 10_000 / share
    worlds = 200 / share
    calls = 10_000 / share
    ratings = 500 / share
  }
}
