import Faults
package import Foundation
import Record
package import TrialDesign

/// A trial's folder: the trial file, the record, the packet, and what is written beside them.
package struct TrialFolder: Hashable, Sendable {
  package let url: URL

  package init(_ url: URL) {
    self.url = URL(filePath: url.standardizedFileURL.path, directoryHint: .isDirectory)
  }

  /// What the folder is called: what people name the trial by.
  package var name: String { url.lastPathComponent }
  package var trialFile: URL { url.appending(path: "trial.yaml") }
  package var recordFile: URL { url.appending(path: "record.sqlite") }
  package var lockFile: URL { url.appending(path: "record.lock") }
  package var packetFile: URL { url.appending(path: "packet.sqlite") }

  /// Whether the design is fixed; a record alone does not fix it, for prompts may be read before.
  package var isFrozen: Bool {
    get throws { hasRecord ? try RecordFile.open(at: recordFile.path).design != nil : false }
  }

  /// The packet of the prompts themselves.
  package var promptsFile: URL { url.appending(path: "prompts.sqlite") }

  /// A file that a command writes beside the record.
  package func file(_ name: String) -> URL { url.appending(path: name) }

  package var hasRecord: Bool { FileManager.default.fileExists(atPath: recordFile.path) }
  package var hasPacket: Bool { FileManager.default.fileExists(atPath: packetFile.path) }
  package var hasPromptsPacket: Bool {
    FileManager.default.fileExists(atPath: promptsFile.path)
  }
  var hasTrialFile: Bool { FileManager.default.fileExists(atPath: trialFile.path) }

  /// Gives the packet of the prompts another name, under which it is kept.
  ///
  /// - Returns: The name.
  func putPromptsAside() throws -> String {
    let name = (1...).lazy.map { "prompts.sqlite.old-\($0)" }.first {
      !FileManager.default.fileExists(atPath: file($0).path)
    }
    guard let name else { preconditionFailure("some number is free") }
    try FileManager.default.moveItem(at: promptsFile, to: file(name))
    return name
  }

  /// The files below this folder, for a trial file that names some.
  ///
  /// A file outside of the folder is refused, also where a link leads to it.
  package var files: FileSource {
    let root = url.resolvingSymlinksInPath().path
    @Sendable func inside(_ path: String) -> Result<URL, Fault> {
      let file = url.appending(path: path).resolvingSymlinksInPath()
      guard !path.hasPrefix("/"), file.path.hasPrefix(root + "/") else {
        return .failure(
          Fault(
            .badInput, at: path, "it lies outside of the trial's folder",
            remedy: "copy it into the folder and name it from there"))
      }
      return .success(file)
    }
    return FileSource(
      read: { path in
        inside(path).flatMap { file in
          do {
            return .success(try Data(contentsOf: file))
          } catch {
            return .failure(
              Fault(
                .notFound, at: path, "the file cannot be read",
                remedy: "check its name, below \(url.lastPathComponent)"))
          }
        }
      },
      list: { path in
        inside(path).flatMap { folder in
          do {
            return .success(
              try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".txt") && !$0.hasPrefix(".") }.sorted())
          } catch {
            return .failure(
              Fault(
                .notFound, at: path, "the folder cannot be read",
                remedy: "check its name, below \(url.lastPathComponent)"))
          }
        }
      })
  }
}

/// Where trials are looked for.
package struct TrialShelf: Sendable {
  /// The folder one works in; its trials lie below `trials`.
  package let home: URL
  /// Folders with ready-made trials, which are copied before they are used.
  package let readyMade: [URL]

  package init(home: URL, readyMade: [URL]) {
    self.home = URL(filePath: home.standardizedFileURL.path, directoryHint: .isDirectory)
    self.readyMade = readyMade
  }

  package var trialsFolder: URL { home.appending(path: "trials") }

  /// The trials of the folder one works in, by name.
  package var trials: [TrialFolder] { Self.trials(in: trialsFolder) }

  /// The ready-made trials that the folder one works in does not have, by name.
  package var readyMadeTrials: [TrialFolder] {
    var seen = Set(trials.map(\.name))
    return readyMade.flatMap(Self.trials).filter { seen.insert($0.name).inserted }
      .sorted { $0.name < $1.name }
  }

  private static func trials(in folder: URL) -> [TrialFolder] {
    // A folder that is not there holds no trials.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { TrialFolder(folder.appending(path: $0)) }
      .filter { $0.hasTrialFile || $0.hasRecord }
  }

  /// Finds a trial by its name, its folder or its file.
  ///
  /// A ready-made trial is copied to `trials/NAME` first; `onCopy` is told so.
  ///
  /// - Throws: ``Fault`` of kind `notFound` that names the nearest.
  package func find(_ reference: String, onCopy: (TrialFolder) -> Void = { _ in }) throws
    -> TrialFolder
  {
    let path = URL(filePath: reference, relativeTo: home).standardizedFileURL
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder)
    if exists, !isFolder.boolValue, path.pathExtension == "yaml" {
      return TrialFolder(path.deletingLastPathComponent())
    }
    for candidate in [
      TrialFolder(trialsFolder.appending(path: reference)), TrialFolder(path),
    ] where candidate.hasTrialFile || candidate.hasRecord {
      return candidate
    }
    if let original = readyMadeTrials.first(where: { $0.name == reference }) {
      let copy = try copy(original, as: reference)
      onCopy(copy)
      return copy
    }
    let known = (trials + readyMadeTrials).map(\.name)
    throw Fault(
      .notFound, at: reference, "there is no such trial",
      remedy: Nearest.name(to: reference, in: known).map { "did you mean '\($0)'?" }
        ?? "begin one with 'unled new \(reference)', or see 'unled trials'")
  }

  /// Copies a trial's design, its texts and its recordings, and nothing that was run or rated.
  package func copy(_ original: TrialFolder, as name: String) throws -> TrialFolder {
    let copy = TrialFolder(trialsFolder.appending(path: name))
    let manager = FileManager.default
    do {
      try manager.createDirectory(at: trialsFolder, withIntermediateDirectories: true)
      try manager.createDirectory(at: copy.url, withIntermediateDirectories: false)
      let skipped = [
        "record", "packet", "report", "export", "prompts.sqlite", "links.txt", "prompts-links.txt",
      ]
      for item in try manager.contentsOfDirectory(atPath: original.url.path)
      where !skipped.contains(where: { item.hasPrefix($0) && !item.hasPrefix("recording") })
        && !item.hasPrefix(".")
      {
        try manager.copyItem(
          at: original.url.appending(path: item), to: copy.url.appending(path: item))
      }
    } catch {
      throw Fault(
        .cannotCreate, at: copy.url.path,
        "the trial cannot be copied: \(error.localizedDescription)",
        remedy: "work in a folder that is yours: -C DIR")
    }
    return copy
  }

  /// A name below `trials` that nothing has yet: the name itself, or with a number.
  package func freeName(_ name: String) -> String {
    let taken = { (candidate: String) in
      FileManager.default.fileExists(atPath: trialsFolder.appending(path: candidate).path)
    }
    guard taken(name) else { return name }
    return (2...).lazy.map { "\(name)-\($0)" }.first { !taken($0) } ?? name
  }
}
