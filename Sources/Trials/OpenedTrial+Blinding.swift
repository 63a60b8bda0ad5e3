import Blinding
import Calls
import Faults
package import Foundation
import Packets
import Questions
import Record
package import Reproducible
import TrialDesign

/// What blinding did.
package struct BlindingSummary: Hashable, Sendable {
  /// Different texts, and the views of them: some are shown with words masked to some raters.
  package let texts: Int
  package let views: Int
  package let sequences: Int
  package let longestSequence: Int
  package let selfNaming: Int
  package let echoing: Int
  package let isFurtherIssue: Bool
}

extension OpenedTrial {
  /// A text's name in the allocation table, where no run made it.
  static func textID(_ file: NamedText) -> String { "text:\(file.name)" }

  /// Everything that is to be rated, with what it says of itself.
  func blindableOutputs(_ record: RecordFile) throws -> [BlindableOutput] {
    let plan = Dictionary(
      RunPlan(of: trial).runs.map { ($0.cell, $0) }, uniquingKeysWith: { first, _ in first })
    let runs = try record.outputs.map { output in
      let spec = trial.model(output.cell.model)
      let names = [spec?.model, spec?.id.name, output.reportedModel].compactMap(\.self)
      let short = names.compactMap { $0.split(whereSeparator: { !$0.isLetter }).first }
        .map(String.init).filter { $0.count > 3 }
      return BlindableOutput(
        id: output.run.name, text: output.text, condition: output.cell.condition,
        scenario: output.cell.scenario, wording: output.cell.wording,
        modelNames: names + short, ownWords: plan[output.cell]?.ownWords ?? [],
        neutralWords: plan[output.cell]?.neutralWords ?? [])
    }
    let texts = trial.baselines.flatMap { baseline -> [BlindableOutput] in
      guard case .texts(let texts) = baseline.source else { return [] }
      return texts.map {
        BlindableOutput(
          id: Self.textID($0.file), text: $0.file.text, condition: .baseline,
          scenario: $0.scenario)
      }
    }
    let controls = trial.controls.map {
      BlindableOutput(
        id: Self.textID($0.file), text: $0.file.text, condition: nil, control: $0.kind,
        scenario: ScenarioID(Self.textID($0.file)))
    }
    return runs + texts + controls
  }

  private func rules(outputsPerRater: Int?) -> BlindingRules {
    BlindingRules(
      ratersPerOutput: trial.rating.ratersPerOutput, repeats: trial.rating.repeats,
      guessOutputs: trial.rating.guessOutputs, masksEcho: trial.rating.masksEcho,
      outputsPerRater: outputsPerRater, questions: trial.rating.questions,
      claimHolds: trial.claim?.holds, claimFails: trial.claim?.fails,
      claimAbout: trial.claim?.about)
  }

  /// Makes the packet, or a further issue of it where outputs have come since.
  ///
  /// Stopped at any moment, it is called again: the same key gives the same codes.
  ///
  /// - Parameters:
  ///   - outputsPerRater: The longest sequence that a rater is asked for.
  ///   - leavesMissing: Whether runs that brought nothing may be left out for now.
  ///   - fresh: What becomes the key where there is none; anything but a random one is for rehearsals.
  ///   - packetID: The packet's name; the same holds of it.
  ///   - now: The moment.
  /// - Returns: What raters will meet.
  /// - Throws: ``Fault`` of kind `unfinished` where runs are missing, of kind `badInput` where raters
  ///   are to be shown what this release cannot show.
  package func blind(
    outputsPerRater: Int?, leavesMissing: Bool, key fresh: SecretKey = .random(),
    packetID: String = RandomID.make(), now: Date
  ) throws -> BlindingSummary {
    try require(.rating)
    let record = try requireRecord()
    guard try !record.isRevealed else {
      throw Fault(
        .badInput, at: folder.name, "the ratings are revealed: nothing more can be blinded",
        remedy: "begin a new trial: unled replicate \(folder.name)")
    }
    let missing = try record.runs.count { $0.status?.isFinal != true }
    guard missing == 0 || leavesMissing else {
      throw Fault(
        .unfinished, at: folder.name, "\(Numerals.count(missing, "run")) are missing",
        remedy: "run them first: unled run \(folder.name); or go on without them: --incomplete")
    }
    let key = try record.makeBlindingKey(fresh, now: now)
    let outputs = try blindableOutputs(record)
    let rules = rules(outputsPerRater: outputsPerRater)
    if let packet = try unfinishedPacket(record) {
      let inPacket = try packet.contents
      let codes = Set(inPacket.entries.map(\.code))
      let earlier = EarlierIssues(
        allocation: try allocation(record).filter { codes.contains($0.code) },
        sequenceCount: inPacket.sequences.map(\.number).max() ?? 0)
      let known = Set(earlier.allocation.map(\.output))
      guard outputs.contains(where: { !known.contains($0.id) }) else {
        return BlindingSummary(
          texts: known.count, views: inPacket.entries.count,
          sequences: inPacket.sequences.count,
          longestSequence: inPacket.sequences.map(\.codes.count).max() ?? 0,
          selfNaming: try record.outputs(withTrace: "self-naming").count,
          echoing: try record.outputs(withTrace: "echo").count, isFurtherIssue: false)
      }
      let blinded = try Blinded(outputs: outputs, rules: rules, key: key, earlier: earlier)
      try store(blinded, packet: try packet.id, outputs: outputs, in: record, now: now)
      try packet.addIssue(blinded.contents)
      return Self.summary(blinded, isFurther: true)
    }
    let blinded = try Blinded(outputs: outputs, rules: rules, key: key)
    let draft = folder.file("packet.sqlite.new")
    for suffix in ["", "-wal", "-shm"] {
      // What a stopped call left behind holds no rating; mostly there is nothing.
      try? FileManager.default.removeItem(atPath: draft.path + suffix)
    }
    let packet = try PacketFile.create(
      at: draft.path, contents: blinded.contents, id: packetID)
    try store(blinded, packet: try packet.id, outputs: outputs, in: record, now: now)
    try packet.disconnect()
    try FileManager.default.moveItem(at: draft, to: folder.packetFile)
    return Self.summary(blinded, isFurther: false)
  }

  /// The packet to go on with: its file, or the draft that a stopped call had not yet named.
  private func unfinishedPacket(_ record: RecordFile) throws -> PacketFile? {
    if let packet = try packet { return packet }
    guard let stored = try record.packets.last else { return nil }
    let draft = folder.file("packet.sqlite.new")
    if FileManager.default.fileExists(atPath: draft.path) {
      let packet = try PacketFile.open(at: draft.path)
      let isTheOne = try packet.id == stored.id
      try packet.disconnect()
      if isTheOne {
        try FileManager.default.moveItem(at: draft, to: folder.packetFile)
        return try PacketFile.open(at: folder.packetFile.path)
      }
    }
    throw Fault(
      .notFound, at: folder.packetFile.path, "the packet that was made is not here",
      remedy: "bring it back from where it is rated, under this name")
  }

  private func store(
    _ blinded: Blinded, packet: String, outputs: [BlindableOutput], in record: RecordFile,
    now: Date
  ) throws {
    let stored = Dictionary(uniqueKeysWithValues: outputs.map { ($0.id, $0.text) })
    try record.store(
      StoredBlinding(
        packetID: packet,
        views: blinded.allocation.map {
          StoredView(
            code: $0.code.letters, output: $0.output, view: $0.view.rawValue,
            stored: stored[$0.output] ?? "", shown: $0.shownText)
        }, optionMeanings: blinded.optionMeanings.mapValues(\.rawValue),
        echoing: blinded.echoingOutputs, selfNaming: blinded.selfNamingOutputs), now: now)
  }

  /// The allocation table as blinding knows it.
  func allocation(_ record: RecordFile) throws -> [AllocationRow] {
    try record.views.map {
      AllocationRow(
        code: OutputCode($0.code), output: $0.output, view: View(rawValue: $0.view) ?? .plain,
        shownText: $0.shown, storedTextHash: Digest(of: $0.stored),
        shownTextHash: Digest(of: $0.shown))
    }
  }

  private static func summary(_ blinded: Blinded, isFurther: Bool) -> BlindingSummary {
    BlindingSummary(
      texts: Set(blinded.allocation.map(\.output)).count, views: blinded.contents.entries.count,
      sequences: blinded.contents.sequences.count,
      longestSequence: blinded.contents.sequences.map(\.codes.count).max() ?? 0,
      selfNaming: blinded.selfNamingOutputs.count, echoing: blinded.echoingOutputs.count,
      isFurtherIssue: isFurther)
  }
}
