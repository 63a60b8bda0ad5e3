import Analysis
import Reproducible

/// The planted worlds against the verdicts and warnings they got, as Markdown.
struct PlantedTable {
  let sizes: [Int]
  let trials: Int
  let seed: UInt64

  /// The size at which warnings are shown.
  private static let shownSize = 24

  /// Draws and analyses all worlds at all sizes.
  ///
  /// - Parameter progress: Told which world comes next.
  /// - Returns: Two tables: verdicts by size, and what stood beside them.
  func markdown(progress: (String) -> Void) -> String {
    var bySize: [[PlantedOutcome]] = []
    for size in sizes {
      bySize.append(
        PlantedWorld.all(scenarios: size).map { world in
          progress("\(size) scenarios: \(world.name)")
          return PlantedOutcome(of: world, trials: trials, seed: seed)
        })
    }
    let names = bySize.first?.map(\.world) ?? []
    let head =
      "| planted | should be | " + sizes.map { "\($0) scenarios" }.joined(separator: " | ") + " |"
    let rule = "| --- | --- |" + sizes.map { _ in " --- |" }.joined()
    let rows = names.indices.map { index in
      let right = Verdict.allCases.filter(names[index].right.contains).map(\.rawValue)
        .joined(separator: " or ")
      return "| \(names[index].name) | \(right) | "
        + bySize.map { Self.verdicts($0[index]) }.joined(separator: " | ") + " |"
    }
    let shown = sizes.firstIndex(of: Self.shownSize) ?? sizes.count - 1
    let warnings = names.indices.map { index in
      "| \(names[index].name) | \(Self.warnings(bySize[shown][index])) | "
        + "\(names[index].reading) |"
    }
    let interval = bySize.first?.first?.interval ?? "unknown"
    return
      (["Intervals by \(interval).", "", head, rule] + rows + [
        "", "Warnings and reasons at \(sizes[shown]) scenarios, and how to read the row:", "",
        "| planted | beside the verdict | reading |", "| --- | --- | --- |",
      ] + warnings).joined(separator: "\n")
  }

  /// `led 84, inconclusive 16`, in percent of trials, the most frequent first.
  private static func verdicts(_ outcome: PlantedOutcome) -> String {
    outcome.verdicts.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }
      .map { "\($0.key.rawValue) \(share($0.value, outcome))" }.joined(separator: ", ")
  }

  private static func warnings(_ outcome: PlantedOutcome) -> String {
    let reasons = outcome.reasons.map { ("*" + $0.key.rawValue + "*", $0.value) }
    let warnings = outcome.warnings.map { ("`" + $0.key + "`", $0.value) }
    let frequent = (reasons + warnings).filter { 20 * $0.1 >= outcome.trials }
    let sorted = frequent.sorted { ($0.1, $1.0) > ($1.1, $0.0) }
    return sorted.isEmpty
      ? "—" : sorted.map { "\($0.0) \(share($0.1, outcome))" }.joined(separator: ", ")
  }

  private static func share(_ count: Int, _ outcome: PlantedOutcome) -> String {
    Numerals.fixed(100 * Double(count) / Double(max(outcome.trials, 1)), decimals: 0)
  }
}
