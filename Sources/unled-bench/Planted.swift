import ArgumentParser
import Foundation

/// Makes `analysis/planted-worlds.md`.
struct Planted: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Analyse trials of planted worlds and print what the rules said, as Markdown.")

  @Option(help: "How many trials of each world at each size.") var trials: Int = 200
  @Option(parsing: .upToNextOption, help: "How many scenarios.") var sizes: [Int] = [8, 12, 24, 40]
  @Option(help: "What the trials are drawn from.") var seed: UInt64 = 1907

  func validate() throws {
    guard trials > 0, sizes.allSatisfy({ $0 > 0 }), !sizes.isEmpty else {
      throw ValidationError("Trials and scenarios are counted from 1.")
    }
  }

  func run() async throws {
    let table = PlantedTable(sizes: sizes, trials: trials, seed: seed).markdown {
      FileHandle.standardError.write(Data(("\($0)\n").utf8))
    }
    print(
      """
      # Planted worlds

      What the rules of the verdict said of simulated trials whose truth is known, in percent of \
      \(trials) trials a cell. Made by

      ```
      swift run -c release --scratch-path .build-release unled-bench planted --trials \(trials) \
      --seed \(seed) > analysis/planted-worlds.md
      ```

      Each trial: scale 0 to 4, an effect of 0.5 counts, 2 models x 2 draws, a paired baseline \
      text a scenario and model, 3 of 8 raters an output, 4 controls of each kind, a tenth of \
      views repeated. Scenarios vary by 0.7 points, a condition's effect by 0.3 from scenario to \
      scenario and by 0.1 from rater to rater, outputs by 0.6, raters by 0.25, two views of a text \
      by 0.4. Each is analysed whole, as a real trial is. The worlds are in `Sources/Analysis/Simulation/PlantedWorld.swift`.

      \(table)
      """)
  }
}
