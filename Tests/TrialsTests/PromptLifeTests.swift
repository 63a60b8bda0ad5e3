import Analysis
import Faults
import Foundation
import Packets
import Questions
import Record
import Testing
import TrialDesign
import Trials

/// The prompts themselves are read: before anything is frozen, changed and read again.
@Suite struct PromptLifeTests {
  private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

  private static let text = """
    unled: 1
    name: oars
    observation: It speaks of oars.
    scenarios: [{id: a, topic: a lake}, {id: b, topic: a river}, {id: c, topic: a pond}, {id: d, topic: a sea}]
    conditions:
      neutral: "Tell about {topic}."
      leading: "Tell about {topic}. Boats matter."
      away: "Tell about {topic}. Shoes matter."
      placebo: "Tell about {topic}. Hats matter."
    claim: {about: the answer, holds: speaks of oars, fails: speaks of shoes}
    models: [{id: m}]
    sampling: {max_tokens: 20, replicates: 1, seed: 5}
    rating: {questions: [{id: oars, ask: "Are there oars?", choices: ["no", "yes"], primary: true}]}
    analysis: {smallest_effect: 0.15, reference: 0.1}

    """

  private func edit(_ folder: TrialFolder, _ old: String, _ new: String) throws {
    let text = try String(contentsOf: folder.trialFile, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: folder.trialFile)
  }

  private func blind(_ folder: TrialFolder) throws -> PromptBlindingSummary {
    try OpenedTrial.open(folder).blindPrompts(readers: 8, promptsPerReader: nil, now: Self.noon)
  }

  /// A reader who sees what the words say; of a packet, or of a copy of it.
  private func read(
    _ packet: PacketFile, as name: String, kind: RaterKind = .person,
    seeing words: [String: String] = ["Boats": "oars", "Shoes": "shoes"]
  ) throws {
    let rater = try packet.addRater(named: name, kind: kind, token: nil, now: Self.noon)
    let sequence = try packet.deal(to: rater.id) { .existing($0.freeSequences[0]) }
    let labels = try #require(try packet.questions.first).form.labels
    for (position, code) in sequence.codes.enumerated() {
      let text = try #require(try packet.text(of: code))
      let seen = words.first { text.contains($0.key) }?.value
      let choice = labels.firstIndex { $0.hasSuffix("speaks of \(seen ?? "nothing")") }
      for (question, value) in [("wanted", choice ?? 2), ("natural", 3)] {
        try packet.store(
          id: .random(), rater: rater.id, position: position, code: code,
          question: QuestionID(question), given: .answer(.value(Double(value))), seconds: nil,
          now: Self.noon)
      }
    }
  }

  private func readBySix(_ folder: TrialFolder) throws {
    let packet = try PacketFile.open(at: folder.promptsFile.path)
    for number in 1...6 { try read(packet, as: "reader \(number)") }
  }

  @Test func `prompts are read before the design is frozen, and do not freeze it`() throws {
    let folders = try Folders()
    let folder = try folders.trial("oars", Self.text)
    let summary = try blind(folder)
    #expect(summary.prompts == 16 && summary.wordings == 1 && summary.conditions == 4)
    #expect(summary.sequences == 8 && summary.longestSequence == 4)
    try readBySix(folder)
    let opened = try OpenedTrial.open(folder)
    let check = try opened.checkPrompts(now: Self.noon)
    #expect(check.verdict == .keep, "\(check.lines)")
    #expect(check.readers == 6)
    #expect(try !opened.isFrozen)
    #expect(try opened.stage().name == .designed)
    // Reading them moves nothing that comes later.
    let frozen = try opened.freeze(now: Self.noon)
    #expect(try frozen.stage().name == .running)
    #expect(
      try frozen.requireRecord().auditLog.map(\.event) == [
        "blind prompts", "check prompts", "freeze",
      ])
    #expect(try OpenedTrial.open(folder).promptStanding()?.check == check)
  }

  @Test func `asked again, nothing is made anew and nothing is kept twice`() throws {
    let folders = try Folders()
    let folder = try folders.trial("oars", Self.text)
    _ = try blind(folder)
    try readBySix(folder)
    let again = try blind(folder)
    #expect(again.isAsBefore && again.oldPacket == nil && again.prompts == 16)
    let opened = try OpenedTrial.open(folder)
    let first = try opened.checkPrompts(now: Self.noon)
    #expect(try opened.checkPrompts(now: Self.noon + 9) == first)
    #expect(try #require(opened.record).promptResults.count == 1)
  }

  @Test func `a changed prompt makes its item stale, and a new packet keeps the old one`() throws {
    let folders = try Folders()
    let folder = try folders.trial("oars", Self.text)
    _ = try blind(folder)
    try readBySix(folder)
    _ = try OpenedTrial.open(folder).checkPrompts(now: Self.noon)
    try edit(folder, "Boats matter.", "Boats matter most.")
    let stale = try OpenedTrial.open(folder).checkPrompts(now: Self.noon)
    #expect(stale.verdict == .unchecked)
    #expect(stale.stale.map(\.condition) == [.leading])
    #expect(try OpenedTrial.open(folder).promptStanding()?.check.stale == stale.stale)

    let anew = try blind(folder)
    #expect(!anew.isAsBefore && anew.oldPacket == "prompts.sqlite.old-1")
    let old = try PacketFile.open(at: folder.file("prompts.sqlite.old-1").path)
    #expect(try old.ratings.count == 6 * 4 * 2)
    let opened = try OpenedTrial.open(folder)
    #expect(try opened.checkPrompts(now: Self.noon).readers == 0)
    // What was kept last still speaks of the old prompts, and says so.
    #expect(try opened.promptStanding()?.check.stale.count == 1)
    try readBySix(folder)
    #expect(try opened.checkPrompts(now: Self.noon).verdict == .keep)
    #expect(try OpenedTrial.open(folder).promptStanding()?.check.stale.isEmpty == true)
  }

  @Test func `other poles are another question; another scenario is not`() throws {
    let folders = try Folders()
    let folder = try folders.trial("oars", Self.text)
    _ = try blind(folder)
    try readBySix(folder)
    try edit(folder, "{id: d, topic: a sea}]", "{id: d, topic: a sea}, {id: e, topic: a well}]")
    #expect(try OpenedTrial.open(folder).checkPrompts(now: Self.noon).verdict == .keep)
    #expect(try blind(folder).isAsBefore)
    try edit(folder, "fails: speaks of shoes", "fails: speaks of boots")
    #expect(try OpenedTrial.open(folder).checkPrompts(now: Self.noon).stale.count == 4)
  }

  @Test func `who wrote the prompts does not count, and a copy that was read elsewhere does`()
    throws
  {
    let folders = try Folders()
    let folder = try folders.trial("oars", Self.text)
    _ = try blind(folder)
    let packet = try PacketFile.open(at: folder.promptsFile.path)
    try read(packet, as: "author", kind: .prompter, seeing: ["Hats": "oars"])
    for number in 1...3 { try read(packet, as: "reader \(number)") }
    try packet.disconnect()
    let copy = folder.file("copy.sqlite")
    try FileManager.default.copyItem(at: folder.promptsFile, to: copy)
    let elsewhere = try PacketFile.open(at: copy.path)
    for number in 4...5 { try read(elsewhere, as: "reader \(number)") }
    try elsewhere.disconnect()
    let opened = try OpenedTrial.open(folder)
    let alone = try opened.checkPrompts(now: Self.noon)
    #expect(alone.verdict == .unchecked && alone.readers == 3 && alone.readersLeftOut == 1)
    let together = try opened.checkPrompts(copies: [copy.path], now: Self.noon)
    #expect(together.verdict == .keep && together.readers == 5 && together.readersLeftOut == 1)
  }

  @Test func `a packet of another trial is refused`() throws {
    let folders = try Folders()
    let folder = try folders.trial("oars", Self.text)
    let other = try folders.trial("others", Self.text.replacing("name: oars", with: "name: others"))
    _ = try blind(folder)
    _ = try blind(other)
    try FileManager.default.removeItem(at: folder.promptsFile)
    for suffix in ["-wal", "-shm"] {
      // Mostly there is none.
      try? FileManager.default.removeItem(atPath: folder.promptsFile.path + suffix)
    }
    try FileManager.default.moveItem(at: other.promptsFile, to: folder.promptsFile)
    let fault = #expect(throws: Fault.self) {
      try OpenedTrial.open(folder).checkPrompts(now: Self.noon)
    }
    #expect(fault?.kind == .badInput)
    #expect(fault?.problem.contains("not made from this record") == true)
  }

  @Test(arguments: ["text", "question"])
  func `a packet that says something else under the same name is refused`(altered: String) throws {
    let folders = try Folders()
    let folder = try folders.trial("oars", Self.text)
    _ = try blind(folder)
    let packet = try PacketFile.open(at: folder.promptsFile.path)
    let (contents, id) = (try packet.contents, try packet.id)
    try packet.disconnect()
    try FileManager.default.removeItem(at: folder.promptsFile)
    let entries = contents.entries.map { entry in
      PacketEntry(
        code: entry.code,
        text: altered == "text" ? entry.text.replacing("Boats", with: "Ships") : entry.text)
    }
    let questions = contents.questions.map { question in
      Question(
        id: question.id, ask: altered == "question" ? question.ask + "?" : question.ask,
        form: question.form)
    }
    try PacketFile.create(
      at: folder.promptsFile.path,
      contents: PacketContents(
        keyCommitment: contents.keyCommitment, entries: entries, questions: questions,
        sequences: contents.sequences, guess: nil), id: id
    ).disconnect()
    let opened = try OpenedTrial.open(folder)
    if altered == "text" {
      #expect(throws: Faults.self) { try opened.checkPrompts(now: Self.noon) }
    } else {
      let fault = #expect(throws: Fault.self) { try opened.checkPrompts(now: Self.noon) }
      #expect(fault?.problem.contains("questions") == true)
    }
  }

  @Test func `what is missing is said with its remedy`() throws {
    let folders = try Folders()
    let early = #expect(throws: Fault.self) {
      try OpenedTrial.open(try folders.trial("oars", Self.text)).checkPrompts(now: Self.noon)
    }
    #expect(early?.kind == .unfinished)
    #expect(early?.remedy.contains("unled blind oars --prompts") == true)
    let claimless = #expect(throws: Fault.self) { try blind(try folders.trial("small")) }
    #expect(claimless?.kind == .badInput)
    #expect(claimless?.remedy.contains("claim:") == true)
    #expect(try OpenedTrial.open(folders.trial("oars", Self.text)).promptStanding() == nil)
  }
}
