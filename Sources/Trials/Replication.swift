import Faults
import Foundation
import Record
import Reproducible
import TrialDesign

/// A new trial that repeats another, linked to it by the hash of its design.
package struct Replication: Sendable {
  /// What is different on purpose.
  package struct Plan: Sendable {
    package let name: String
    /// The new seed; `nil` takes the next one.
    package let seed: Int?
    /// The models in place of the old ones, each as a mapping of the trial file; empty keeps them.
    package let models: [String]
    package init(name: String, seed: Int?, models: [String]) {
      self.name = name
      self.seed = seed
      self.models = models
    }
  }

  /// Writes the new trial beside the old ones.
  ///
  /// The trial file is the old one with some lines changed: its comments stay. What it then means
  /// is checked against what was intended.
  ///
  /// - Throws: ``Fault`` where the original was never frozen, or the file cannot be edited safely.
  package static func begin(
    of original: OpenedTrial, plan: Plan, shelf: TrialShelf
  ) throws -> TrialFolder {
    let record = try original.requireRecord()
    guard let design = try record.design?.design else {
      throw Fault(
        .unfinished, at: original.folder.name, "the trial has no frozen design to repeat",
        remedy: "run it first: unled run \(original.folder.name)")
    }
    guard shelf.freeName(plan.name) == plan.name else {
      throw Fault(
        .cannotCreate, at: plan.name, "there is a trial of this name",
        remedy: "choose another: --as \(shelf.freeName(plan.name))")
    }
    guard let source = try record.frozenFiles.first(where: { $0.name == "trial.yaml" }) else {
      throw Fault(
        .storage, at: original.folder.name, "the record lacks the trial file",
        remedy: "use a record that was made by this release")
    }
    let seed = plan.seed ?? original.trial.sampling.seed + 1
    var text = TrialText(source.text)
    try text.replaceBlock("name", with: "name: \(plan.name)\n")
    try text.setSeed(from: original.trial.sampling.seed, to: seed)
    if plan.models.isEmpty {
      try text.removeRecordings()
    } else {
      try text.replaceBlock(
        "models", with: "models:\n" + plan.models.map { "  - \($0)\n" }.joined())
    }
    text.appendBlock(
      "replicates",
      "replicates: {name: \(original.trial.name), design: \(design.hash.hex)}\n")
    let files = Dictionary(
      uniqueKeysWithValues: try record.frozenFiles.map { ($0.name, $0.text) })
    let read = try ReadTrial(parsing: text.text, source: .memory(files))
    try check(read.trial, against: original.trial, seed: seed, keepsModels: plan.models.isEmpty)
    return try write(text.text, files: files, as: plan.name, shelf: shelf)
  }

  private static func check(
    _ new: Trial, against old: Trial, seed: Int, keepsModels: Bool
  ) throws {
    let allowed = Set(
      ["name", "replicates", "replicates/name", "replicates/design", "sampling/seed"])
    let strange = DesignChange.between(Design(of: old), Design(of: new)).filter { change in
      !allowed.contains(change.path) && !(change.path.hasPrefix("models") && !keepsModels)
    }
    guard strange.isEmpty, new.sampling.seed == seed else {
      throw Fault(
        .badInput, at: "trial.yaml",
        "the file cannot be edited safely: "
          + strange.map(\.description).joined(separator: "; "),
        remedy: "copy it by hand, and add 'replicates:' with the name and the design's hash")
    }
  }

  private static func write(
    _ text: String, files: [String: String], as name: String, shelf: TrialShelf
  ) throws -> TrialFolder {
    let folder = TrialFolder(shelf.trialsFolder.appending(path: name))
    do {
      for (file, body) in files.merging(["trial.yaml": text], uniquingKeysWith: { $1 }) {
        let place = folder.file(file)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(body.utf8).write(to: place, options: .atomic)
      }
    } catch {
      throw Fault(
        .cannotCreate, at: folder.url.path,
        "the trial cannot be written: "
          + error.localizedDescription, remedy: "work in a folder that is yours: -C DIR")
    }
    return folder
  }
}

/// A trial file's text, edited by whole top-level blocks; every other byte stays.
struct TrialText {
  private var lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  var text: String { lines.joined(separator: "\n") }

  /// The lines of a top-level block: from its key to the line before the next key or comment.
  private func block(_ key: String) throws -> Range<Int> {
    guard let start = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else {
      throw Fault(
        .badInput, at: "trial.yaml", "there is no line that begins with '\(key):'",
        remedy: "write '\(key):' at the beginning of a line")
    }
    let rest = lines[(start + 1)...]
    let next =
      rest.firstIndex { line in
        guard let first = line.first else { return false }
        return !first.isWhitespace && first != "-"
      } ?? lines.endIndex
    var end = next
    while end > start + 1, lines[end - 1].allSatisfy(\.isWhitespace) { end -= 1 }
    return start..<end
  }

  mutating func replaceBlock(_ key: String, with text: String) throws {
    let new = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    lines.replaceSubrange(try block(key), with: new.map { Substring(String($0)) })
  }

  /// Puts a block at the end, in place of one of the same key.
  mutating func appendBlock(_ key: String, _ text: String) {
    if let old = try? block(key) { lines.removeSubrange(old) }  // there may be none
    while lines.last?.isEmpty == true { lines.removeLast() }
    lines += ["", Substring(text.dropLast()), ""]
  }

  mutating func setSeed(from old: Int, to new: Int) throws {
    let range = try block("sampling")
    for index in range {
      guard let key = lines[index].range(of: "seed:") else { continue }
      let rest = lines[index][key.upperBound...]
      guard let number = rest.range(of: String(old)) else { continue }
      lines[index] = Substring(lines[index].replacingCharacters(in: number, with: String(new)))
      return
    }
    throw Fault(
      .badInput, at: "trial.yaml", "the seed \(old) is not found in 'sampling:'",
      remedy: "write it as 'seed: \(old)'")
  }

  /// Takes `recording:` out of the models: a recording holds the old trial's outputs.
  mutating func removeRecordings() throws {
    for index in try block("models") {
      let line = String(lines[index])
      lines[index] = Substring(
        line.replacing(/,\s*recording:\s*("[^"]*"|'[^']*'|[^,}\s]+)/, with: ""))
    }
    let range = try block("models")
    lines.replaceSubrange(
      range,
      with: lines[range].filter { $0.wholeMatch(of: /\s+recording:\s*\S+\s*/) == nil })
  }
}
