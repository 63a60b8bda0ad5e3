import Analysis
import Faults
import Questions
import Reproducible
import TrialDesign

@testable import AnalysisTables

/// A small table of ratings, written line by line.
struct WrittenTable {
  var header = "scenario,condition,model,replicate,output,rater,question,value"
  var lines: [String]

  /// Six scenarios under three conditions, read by two raters on 0..4.
  static func sound(
    _ conditions: [(String, Int)] = [("neutral", 0), ("leading", 3), ("baseline", 0)],
    scenarios: Int = 6
  ) -> WrittenTable {
    var lines: [String] = []
    for scenario in 1...scenarios {
      for (condition, level) in conditions {
        for rater in ["ann", "ben"] {
          lines.append(
            "s\(scenario),\(condition),m1,1,\(condition)-\(scenario),\(rater),theme,"
              + "\(level + scenario % 2)")
        }
      }
    }
    return WrittenTable(lines: lines)
  }

  var text: String { ([header] + lines).joined(separator: "\n") + "\n" }

  /// With one more column, the same in each line but for those that are told.
  func adding(_ column: String, _ value: String = "", at changes: [Int: String] = [:])
    -> WrittenTable
  {
    WrittenTable(
      header: header + "," + column,
      lines: lines.enumerated().map { "\($0.element),\(changes[$0.offset] ?? value)" })
  }

  func replacing(_ line: Int, _ old: String, _ new: String) -> WrittenTable {
    var table = self
    table.lines[line] = table.lines[line].replacing(old, with: new)
    return table
  }

  func read(_ change: (inout AnalysisTableOptions) -> Void = { _ in }) throws(Faults)
    -> AnalysisTable
  {
    var options = AnalysisTableOptions()
    options.scales = ["0..4"]
    options.smallestEffect = 0.5
    options.resamples = 200
    change(&options)
    return try AnalysisTable(reading: [UInt8](text.utf8), named: "r.csv", options: options)
  }

  func faults(_ change: (inout AnalysisTableOptions) -> Void = { _ in }) -> [Fault] {
    do {
      _ = try read(change)
      return []
    } catch {
      return error.all
    }
  }
}
