import Faults
package import Foundation
package import Packets
package import Record
package import TrialDesign

/// A trial that was opened: its design, its record and its packet, as far as they exist.
///
/// The only place in which record and packet stand together.
package struct OpenedTrial: Sendable {
  package let folder: TrialFolder
  package let read: ReadTrial
  /// `nil` before the freeze.
  package let record: RecordFile?

  package var trial: Trial { read.trial }

  /// Opens a trial.
  ///
  /// After the freeze the record's copy is the design: where the trial file says something else,
  /// this stops with the differences and the two ways on.
  ///
  /// - Throws: ``Faults`` of a trial file, or ``Fault``.
  package static func open(_ folder: TrialFolder) throws -> OpenedTrial {
    let (read, record) = try parts(of: folder)
    if let frozen = try record?.design, folder.hasTrialFile {
      let changes = DesignChange.between(frozen.design, Design(of: read.trial))
      guard changes.isEmpty else {
        throw Fault(
          .badInput, at: folder.trialFile.lastPathComponent,
          "it differs from the frozen design:\n    "
            + changes.map(\.description).joined(separator: "\n    "),
          remedy: "undo these changes, or make them openly: unled amend \(folder.name) "
            + "--because REASON")
      }
    }
    return OpenedTrial(folder: folder, read: read, record: record)
  }

  /// Opens a trial whose file may differ from the frozen design, to amend it.
  static func openDiffering(_ folder: TrialFolder) throws -> OpenedTrial {
    let (read, record) = try parts(of: folder)
    return OpenedTrial(folder: folder, read: read, record: record)
  }

  private static func parts(of folder: TrialFolder) throws -> (ReadTrial, RecordFile?) {
    let record =
      folder.hasRecord ? try RecordFile.open(at: folder.recordFile.path) : nil
    if folder.hasTrialFile {
      let text: String
      do {
        text = try String(contentsOf: folder.trialFile, encoding: .utf8)
      } catch {
        throw Fault(
          .badInput, at: folder.trialFile.lastPathComponent, "the file is no UTF-8 text",
          remedy: "save it as plain text in UTF-8")
      }
      return (try ReadTrial(parsing: text, source: folder.files), record)
    }
    guard let record, let file = try record.frozenFiles.first(where: { $0.name == "trial.yaml" })
    else {
      throw Fault(
        .notFound, at: folder.url.path, "there is no trial.yaml",
        remedy: "begin a trial with 'unled new \(folder.name)'")
    }
    let files = Dictionary(
      uniqueKeysWithValues: try record.frozenFiles.map { ($0.name, $0.text) })
    return (try ReadTrial(parsing: file.text, source: .memory(files)), record)
  }

  /// The packet; `nil` before `blind`.
  package var packet: PacketFile? {
    get throws { folder.hasPacket ? try PacketFile.open(at: folder.packetFile.path) : nil }
  }

  /// The record, or a fault that says what has to be done first.
  package func requireRecord() throws -> RecordFile {
    guard let record, try record.design != nil else {
      throw Fault(
        .unfinished, at: folder.name, "nothing was run yet",
        remedy: "run it first: unled run \(folder.name)")
    }
    return record
  }

  /// Whether the design is fixed; a record alone does not fix it.
  package var isFrozen: Bool {
    get throws { try record?.design != nil }
  }

  // MARK: Freeze and amend

  private func frozenFiles() throws -> [NamedText] {
    let text = try String(contentsOf: folder.trialFile, encoding: .utf8)
    return [NamedText(name: "trial.yaml", text: text)] + read.files
  }

  /// Fixes the design: from here on it changes openly or not at all.
  ///
  /// Doing it again changes nothing.
  ///
  /// - Throws: ``Fault`` of kind `badInput` for a trial that this release cannot run: what it would
  ///   keep of the runs to make is their first calls alone.
  package func freeze(now: Date) throws -> OpenedTrial {
    if let record, try record.design != nil { return self }
    try require(.running)
    let record = try self.record ?? RecordFile.create(at: folder.recordFile.path)
    try record.freeze(
      Design(of: trial), files: try frozenFiles(), plan: RunPlan(of: trial), now: now)
    return OpenedTrial(folder: folder, read: read, record: record)
  }

  /// What an amendment of the trial file would change.
  package static func pendingChanges(_ folder: TrialFolder) throws -> [DesignChange] {
    let opened = try openDiffering(folder)
    guard let frozen = try opened.record?.design else { return [] }
    return DesignChange.between(frozen.design, Design(of: opened.trial))
  }

  /// Makes a change of the trial file part of the design, openly.
  ///
  /// - Throws: ``Fault`` of kind `badInput` where the change is not allowed, or no longer.
  package static func amend(
    _ folder: TrialFolder, because: String, now: Date
  ) throws -> [DesignChange] {
    let opened = try openDiffering(folder)
    let record = try opened.requireRecord()
    let changes = try pendingChanges(folder)
    guard !changes.isEmpty else {
      throw Fault(
        .badInput, at: folder.name, "the trial file says what was frozen",
        remedy: "edit trial.yaml first")
    }
    let refusal = "begin a new trial for it: unled replicate \(folder.name)"
    guard try !record.isRevealed else {
      throw Fault(
        .badInput, at: folder.name, "the ratings are revealed: the design cannot change",
        remedy: refusal)
    }
    let hasRatings = try opened.packet.map { try !$0.ratings.isEmpty } ?? false
    for change in changes {
      switch change.permission {
      case .untilReveal: continue
      case .untilFirstRating where !hasRatings: continue
      case .untilFirstRating:
        throw Fault(
          .badInput, at: change.path, "outputs were rated already: this rule cannot change",
          remedy: "undo it, or \(refusal)")
      case .never:
        throw Fault(
          .badInput, at: change.path,
          "what was asked and how it is rated cannot change under the same name",
          remedy: "undo it, or \(refusal)")
      }
    }
    try record.freeze(
      Design(of: opened.trial), files: try opened.frozenFiles(), plan: RunPlan(of: opened.trial),
      amendment: (because, changes.map(\.description)), now: now)
    return changes
  }
}
