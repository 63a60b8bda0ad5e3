import Foundation

/// A statistic beside its usual implementation: both are measured within their process, after a
/// first computation that is not, so that neither start nor import nor reading counts.
struct ComparisonBenchmark: Benchmark {
  let comparison: any StatisticComparison
  let repeats: Int
  /// `nil`: ours is measured alone.
  let baselines: Baselines?

  func section() throws -> Section {
    let ours = try comparison.widths.map(measured)
    var figures = ours.flatMap(\.figures)
    var notes: [String] = []
    guard let baselines else { return Section(title: comparison.title, figures: figures) }
    do {
      let report = try baselines.report(
        of: comparison.script, on: comparison.csv,
        options: ["--repeats", "\(repeats)"] + comparison.options)
      for theirs in report.runs {
        figures += theirs.figures
        for our in ours { figures += our.speeds(beside: theirs) }
        notes.append(differences(ours[0], theirs))
      }
      notes.append("baselines: \(report.versions); \(report.threads)")
    } catch let missing as Baselines.Missing {
      notes.append("skipped: \(missing.reason)")
    }
    return Section(title: comparison.title, figures: figures, notes: notes)
  }

  private func measured(_ threads: Int) throws -> MeasuredRun {
    _ = try comparison.compute(seed: 0, threads: threads)
    var run = MeasuredRun(
      name: "ours, " + (threads == 1 ? "1 thread" : "\(threads) threads"), elapsed: [],
      processor: [], results: [:])
    for repetition in 0..<repeats {
      var used = 0.0
      let elapsed = try Elapsed.microseconds {
        (run.results, used) = try Processor.measuring {
          try comparison.compute(seed: UInt64(repetition), threads: threads)
        }
      }
      run.elapsed.append(elapsed / 1000)
      run.processor.append(used / 1000)
    }
    return run
  }

  private func differences(_ ours: MeasuredRun, _ theirs: MeasuredRun) -> String {
    let all = comparison.differences(ours.results, theirs.results)
    let texts = all.map { each in
      let amount = String(format: "%.1e", each.amount)
      let bound = String(format: "%.0e", each.bound)
      return "\(each.name) \(amount)\(each.unit) \(each.isWithin ? "<=" : "EXCEEDS") \(bound)"
    }
    let verdict = all.allSatisfy(\.isWithin) ? "the same" : "NOT THE SAME"
    return "results of ours and of \(theirs.name): \(verdict)\n    "
      + texts.joined(separator: "\n    ")
  }
}

/// What one implementation took, in milliseconds, one element a repeat, and what came out last.
struct MeasuredRun: Decodable, Sendable {
  let name: String
  var elapsed: [Double]
  var processor: [Double]
  var results: [String: Double]

  var figures: [Figure] {
    [figure("elapsed", elapsed), figure("processor time", processor)]
  }

  private func figure(_ kind: String, _ values: [Double]) -> Figure {
    let isShort = values.contains { $0 < 10 }
    return Figure("\(name): \(kind)", unit: "ms", decimals: isShort ? 3 : 1, values)
  }

  /// How many times as fast as a baseline it is: slowest beside fastest, the medians, and fastest
  /// beside slowest.
  func speeds(beside baseline: MeasuredRun) -> [Figure] {
    func speed(_ kind: String, _ values: KeyPath<MeasuredRun, [Double]>) -> Figure {
      let ratios = [0, 0.5, 1].map { share in
        Quantile.of(baseline[keyPath: values], at: share)
          / Quantile.of(self[keyPath: values], at: 1 - share)
      }
      return Figure("  beside \(name): \(kind)", unit: "times", ratios)
    }
    return [speed("elapsed", \.elapsed), speed("processor time", \.processor)]
  }
}
