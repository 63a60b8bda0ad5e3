import Faults
import Foundation
import Record
import Testing
import TrialDesign
import Trials

/// What can be planned and not yet done: nothing of it is stored.
@Suite struct WaitingTests {
  private static let noon = Date(timeIntervalSince1970: 1_800_000_000)
  private static let turns =
    TrialTexts.small + "script: {turns: [{user: \"{prompt}\"}, model, {user: More.}, model]}\n"
  private static let byline = TrialTexts.small.replacing(
    "  raters_per_output: 2\n",
    with: "  raters_per_output: 2\n  shown_as: {byline: {none: \"\", named: By Mira}}\n")

  @Test func `a conversation is not frozen, and status says what it waits for`() throws {
    let folders = try Folders()
    let folder = try folders.trial("small", Self.turns)
    let opened = try OpenedTrial.open(folder)
    let fault = #expect(throws: Fault.self) { try opened.freeze(now: Self.noon) }
    #expect(fault?.kind == .badInput)
    #expect(fault?.place == "trial.yaml:22:17")
    #expect(fault?.problem.contains("can plan but not run") == true)
    #expect(!folder.hasRecord)
    let stage = try opened.stage()
    #expect(stage.account == "designed: 4 runs to make; waits for running: it holds conversations")
    #expect(stage.next == "plan small")
  }

  @Test func `a factor of the rater's side lets a trial run, and not be blinded`() throws {
    let folders = try Folders()
    let folder = try folders.trial("small", Self.byline)
    let opened = try OpenedTrial.open(folder).freeze(now: Self.noon)
    #expect(try opened.stage().next == "run small")
    #expect(try opened.stage().account.contains("waits") == false)
    let fault = #expect(throws: Fault.self) {
      try opened.blind(outputsPerRater: nil, leavesMissing: true, now: Self.noon)
    }
    #expect(fault?.place == "trial.yaml:19:13")
    #expect(fault?.problem.contains("not bring before raters") == true)
    #expect(!folder.hasPacket)
    #expect(try opened.record?.auditLog.map(\.event) == ["freeze"])
  }

  @Test func `the file is compared with what was frozen`() throws {
    let folders = try Folders()
    let folder = try folders.trial("small", Self.byline)
    _ = try OpenedTrial.open(folder).freeze(now: Self.noon)
    try Data(Self.byline.replacing("By Mira", with: "By Myra").utf8).write(to: folder.trialFile)
    let fault = #expect(throws: Fault.self) { try OpenedTrial.open(folder) }
    #expect(fault?.problem.contains("rating/shown_as/byline/named") == true)
  }
}
