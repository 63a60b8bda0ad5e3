package import Analysis
import Blinding
import Faults
package import Foundation
package import Packets
import Questions
import Record
package import Reproducible
import TrialDesign

/// What became of the prompts when they were blinded.
package struct PromptBlindingSummary: Hashable, Sendable {
  package let prompts: Int
  package let wordings: Int
  package let conditions: Int
  package let sequences: Int
  package let longestSequence: Int
  /// The packet holds these very prompts already.
  package let isAsBefore: Bool
  /// Where the packet of other prompts was put, which stood here before.
  package let oldPacket: String?
}

/// What readers see in a trial's prompts, and when that was found.
package struct PromptStanding: Sendable {
  package let check: PromptCheck
  /// When the result was kept; `nil` where nothing was.
  package let checkedAt: Date?
}

extension OpenedTrial {
  /// The packet of the prompts themselves; `nil` before `blind --prompts`.
  package var promptsPacket: PacketFile? {
    get throws {
      folder.hasPromptsPacket ? try PacketFile.open(at: folder.promptsFile.path) : nil
    }
  }

  /// Makes the packet of the prompts, for readers who are to know neither claim nor pairing.
  ///
  /// Nothing is frozen by it: prompts are checked so that they can still be changed. Where they were
  /// changed since, the old packet with all that was read is put aside and a new one is made.
  ///
  /// - Parameters:
  ///   - readers: How many readers are planned for each wording under each condition.
  ///   - promptsPerReader: The most prompts that one reader is asked for.
  ///   - fresh: What becomes the blinding key where there is none; anything but a random one is for
  ///     rehearsals.
  ///   - packetID: The packet's name; the same holds of it.
  ///   - now: The moment.
  /// - Returns: What readers will meet.
  /// - Throws: ``Fault`` where the trial states no claim, ``BlindingFault`` where a rule cannot be kept.
  package func blindPrompts(
    readers: Int, promptsPerReader: Int?, key fresh: SecretKey = .random(),
    packetID: String = RandomID.make(), now: Date
  ) throws -> PromptBlindingSummary {
    guard let poles else {
      throw Fault(
        .badInput, at: folder.trialFile.lastPathComponent,
        "without a claim nobody can be asked which answer a prompt wants",
        remedy: "add 'claim: {about: …, holds: …, fails: …}'")
    }
    let families = PromptFamilies(of: trial)
    let record = try self.record ?? RecordFile.create(at: folder.recordFile.path)
    let old = try promptsPacket
    if let old, let check = try record.promptChecks.first(where: { $0.packetID == (try old.id) }),
      isCurrent(check, families: families)
    {
      return Self.summary(check, try old.contents, isAsBefore: true, old: nil)
    }
    let key = try record.makeBlindingKey(fresh, now: now)
    let selection = families.selection
    let blinded = try BlindedPrompts(
      prompts: selection,
      rules: .init(readers: readers, promptsPerReader: promptsPerReader, poles: poles), key: key)
    let draft = folder.file("prompts.sqlite.new")
    for suffix in ["", "-wal", "-shm"] {
      // What a stopped call left behind holds no answer; mostly there is nothing.
      try? FileManager.default.removeItem(atPath: draft.path + suffix)
    }
    let packet = try PacketFile.create(at: draft.path, contents: blinded.contents, id: packetID)
    let byName = Dictionary(uniqueKeysWithValues: selection.map { ($0.id, $0) })
    let check = StoredPromptCheck(
      packetID: packetID, madeAt: now,
      prompts: Dictionary(
        uniqueKeysWithValues: blinded.allocation.compactMap { row in
          byName[row.output].map { (row.code.letters, $0) }
        }), asked: Self.asked(poles, blinded.contents.questions),
      meanings: blinded.meanings)
    try packet.disconnect()
    // Stopped after this line, the record has a check that nobody reads, and the next call makes
    // another.
    try record.store(check)
    try old?.disconnect()
    let oldName = old == nil ? nil : try folder.putPromptsAside()
    try FileManager.default.moveItem(at: draft, to: folder.promptsFile)
    return Self.summary(check, blinded.contents, isAsBefore: false, old: oldName)
  }

  /// What is asked beside the prompts: who is shown other poles answers another question.
  private var poles: PromptPoles? { trial.claim.map(PromptPoles.init) }

  /// The poles, and the questions word by word: a later release may ask in other words.
  private static func asked(_ poles: PromptPoles, _ questions: [Question]) -> JSON {
    .object(["poles": poles.json, "questions": .array(questions.map(\.json))])
  }

  /// Whether a packet shows the prompts that would be shown now.
  private func isCurrent(_ check: StoredPromptCheck, families: PromptFamilies) -> Bool {
    let shown = Set(check.prompts.values)
    return check.asked["poles"] == poles?.json
      && shown.allSatisfy(families.asks) && Set(shown.map(\.item)) == Set(families.items)
  }

  private static func summary(
    _ check: StoredPromptCheck, _ contents: PacketContents, isAsBefore: Bool, old: String?
  ) -> PromptBlindingSummary {
    let items = Set(check.prompts.values.map(\.item))
    return PromptBlindingSummary(
      prompts: check.prompts.count, wordings: Set(items.map(\.wording)).count,
      conditions: Set(items.map(\.condition)).count,
      sequences: contents.sequences.count,
      longestSequence: contents.sequences.map(\.codes.count).max() ?? 0, isAsBefore: isAsBefore,
      oldPacket: old)
  }

  // MARK: What readers say

  /// Judges the prompts by what readers said so far, and keeps the result with the trial.
  ///
  /// It may be asked at any time; each result that is another than the last is an entry of the audit
  /// log.
  ///
  /// - Parameters:
  ///   - copies: Copies of the packet that were read elsewhere and came back.
  ///   - now: The moment.
  /// - Returns: The check; without a packet at hand the last one that was kept.
  /// - Throws: ``Fault`` of kind `unfinished` where no packet was made, or a fault where one was
  ///   altered.
  package func checkPrompts(copies: [String] = [], now: Date) throws -> PromptCheck {
    guard let record, let packet = try promptsPacket else {
      if copies.isEmpty, let kept = try promptStanding() { return kept.check }
      throw Fault(
        .unfinished, at: folder.name, "the prompts were not given to readers yet",
        remedy: "make their packet: unled blind \(folder.name) --prompts")
    }
    // It may have been read elsewhere: it is looked over like any copy of it.
    let own = try PacketCopy(readingFileAt: folder.promptsFile.path)
    let foreign = try copies.map { try PacketCopy(readingFileAt: $0) }
    try PacketCopy.check(foreign, against: packet)
    guard let check = try record.promptChecks.first(where: { $0.packetID == own.id }) else {
      throw Fault(
        .badInput, at: folder.promptsFile.path, "it was not made from this record",
        remedy: "bring back the packet that 'unled blind \(folder.name) --prompts' made here")
    }
    try verify(own.contents, against: check, record)
    let ratings = own.ratings + foreign.flatMap(\.ratings)
    let raters = Dictionary(
      (own.raters + foreign.flatMap(\.raters)).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let rated = Set(ratings.map(\.rater)).compactMap { raters[$0] }
    let counted = Set(rated.filter(\.kind.counts).map(\.id))
    let result = PromptCheck(
      of: subjects(of: check),
      readings: Self.readings(
        ratings.filter { counted.contains($0.rater) }, check: check),
      isSimulated: rated.contains { $0.kind == .simulated },
      readersLeftOut: rated.count - counted.count)
    if !ratings.isEmpty {
      let unique = Dictionary(ratings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      try record.store(
        StoredPromptResult(
          packetID: own.id, madeAt: now, ratingsDigest: RatingDigest.of(Array(unique.values)),
          result: result.json))
    }
    return result
  }

  /// The last check that was kept, for the prompts as they are now; `nil` where none was.
  package func promptStanding() throws -> PromptStanding? {
    guard let record, let kept = try record.promptResults.last,
      let check = try record.promptChecks.first(where: { $0.packetID == kept.packetID })
    else { return nil }
    return PromptStanding(
      check: PromptCheck(of: subjects(of: check), kept: kept.result), checkedAt: kept.madeAt)
  }

  /// The report's line on the prompts.
  func promptSentence(firstRun: Date?) throws -> String {
    guard let standing = try promptStanding() else {
      return PromptCheck(of: [], readings: []).sentence()
    }
    guard let checkedAt = standing.checkedAt, let firstRun else {
      return standing.check.sentence()
    }
    return standing.check.sentence(
      when: checkedAt <= firstRun ? "before the first run" : "after the first run")
  }

  /// The trial's items as they are now; one is stale where readers were shown other prompts, or
  /// other poles.
  private func subjects(of check: StoredPromptCheck) -> [PromptItemCheck.Subject] {
    let families = PromptFamilies(of: trial)
    let asksTheSame = check.asked["poles"] == poles?.json
    let shown = Dictionary(grouping: check.prompts.values, by: \.item)
    return families.items.map { item in
      let prompts = shown[item] ?? []
      return .init(
        item: item, strength: trial.generated[item.condition]?.strength ?? 2,
        isStale: !prompts.isEmpty && !(asksTheSame && prompts.allSatisfy(families.asks))
      )
    }
  }

  private static func readings(
    _ ratings: [Rating], check: StoredPromptCheck
  ) -> [PromptReading] {
    Rating.latest(of: ratings).compactMap { rating in
      guard let item = check.prompts[rating.code.letters]?.item,
        case .answer(let answer) = rating.given
      else { return nil }
      let isWanted = rating.question == BlindedPrompts.wanted
      var wanted: ConditionGuess?
      if isWanted {
        wanted = .cannotTell
        if let number = answer.number.flatMap(Int.init(exactly:)),
          check.meanings.indices.contains(number)
        {
          wanted = check.meanings[number]
        }
      }
      return PromptReading(
        item: item, reader: rating.rater.name, position: rating.position, wanted: wanted,
        naturalness: isWanted ? nil : answer.number)
    }
  }

  /// Checks that a packet shows what was blinded, asks what was asked, and bears the record's key.
  private func verify(
    _ contents: PacketContents, against check: StoredPromptCheck, _ record: RecordFile
  ) throws {
    guard let key = try record.blindingKey else {
      throw Fault(
        .storage, at: folder.recordFile.path, "the record has no blinding key",
        remedy: "use the record that made this packet")
    }
    let rows = check.prompts.map { code, prompt in
      let hash = Digest(of: prompt.text)
      return AllocationRow(
        code: OutputCode(code), output: prompt.id, view: .plain, shownText: prompt.text,
        storedTextHash: hash, shownTextHash: hash)
    }
    let faults = Blinded.verify(
      allocation: rows, key: key, commitment: contents.keyCommitment,
      storedTexts: Dictionary(uniqueKeysWithValues: check.prompts.values.map { ($0.id, $0.text) }),
      shownTexts: Dictionary(
        contents.entries.map { ($0.code, $0.text) }, uniquingKeysWith: { first, _ in first }))
    guard faults.isEmpty else {
      throw Faults(faults.map { Fault($0.kind, at: $0.place, $0.problem, remedy: $0.remedy) })
    }
    guard check.asked["questions"] == .array(contents.questions.map(\.json))
    else {
      throw Fault(
        .badInput, at: folder.promptsFile.path, "its questions are not those that were asked",
        remedy: "bring back the packet as it was made, unaltered")
    }
  }
}
