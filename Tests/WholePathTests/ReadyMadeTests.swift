import Calls
import Foundation
import Models
import Testing
import TrialDesign
import Trials

/// The trials that ship with the project.
@Suite struct ReadyMadeTests {
  private static let folders = TrialShelf(
    home: Workplace.readyMade,
    readyMade: [
      Workplace.readyMade
    ]
  ).readyMadeTrials

  /// Those that bring the outputs of a real model.
  private static let recorded = folders.filter {
    FileManager.default.fileExists(atPath: $0.file("recording.jsonl").path)
  }

  @Test func `two of them are recorded`() {
    #expect(Self.recorded.map(\.name) == ["unused-skills", "unused-skills-again"])
  }

  @Test(arguments: Self.recorded)
  func `its recording holds every run, and nothing else`(folder: TrialFolder) throws {
    let opened = try OpenedTrial.open(folder)
    #expect(opened.read.warnings.isEmpty)
    let text = try String(contentsOf: folder.file("recording.jsonl"), encoding: .utf8)
    let recording = try Recording(parsing: text)
    let runs = RunPlan(of: opened.trial).runs
    #expect(runs.count == 240)
    #expect(recording.lines.count == runs.count)
    for run in runs {
      let key = CallKey(model: run.cell.model, replicate: run.cell.replicate)
      let line = try #require(recording.line(for: run.call.hash, key: key))
      #expect(line.seed == run.call.seed)
      #expect(line.quantisation == "Q4_K_M")
      #expect(line.server?.isEmpty == false)
    }
  }

  @Test func `the replication repeats the original with new seeds`() throws {
    let trials = try Self.recorded.map { try OpenedTrial.open($0).trial }
    let parent = try #require(trials[1].replicates)
    #expect(parent.name == trials[0].name)
    #expect(parent.design == Design(of: trials[0]).hash)
    let changed = DesignChange.between(Design(of: trials[0]), Design(of: trials[1])).map(\.path)
    #expect(changed == ["name", "replicates", "sampling/seed"])
    let seeds = trials.map { Set(RunPlan(of: $0).runs.compactMap(\.call.seed)) }
    #expect(seeds[0].isDisjoint(with: seeds[1]))
  }
}
