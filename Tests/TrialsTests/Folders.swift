import Foundation
import Trials

/// A folder of its own for one test, gone when the test is.
final class Folders {
  let home: URL

  init() throws {
    home = FileManager.default.temporaryDirectory.appending(path: "unled-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
  }

  // What cannot be removed now is removed with the system's temporary files.
  deinit { try? FileManager.default.removeItem(at: home) }

  /// Where trials are looked for; `ready` holds the ready-made ones.
  var shelf: TrialShelf { TrialShelf(home: home, readyMade: [home.appending(path: "ready")]) }

  /// Writes a file below the folder.
  func write(_ text: String, to path: String) throws {
    let file = home.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Writes a trial as `trials/NAME`.
  func trial(_ name: String, _ text: String = TrialTexts.small) throws -> TrialFolder {
    try write(text, to: "trials/\(name)/trial.yaml")
    return TrialFolder(shelf.trialsFolder.appending(path: name))
  }
}

enum TrialTexts {
  static let small = """
    unled: 1
    name: small
    observation: It speaks of oars.   # this comment stays
    scenarios:
      - {id: a, topic: a lake}
      - {id: b, topic: a river}
    # and this one
    conditions:
      neutral: "Tell about {topic}."
      leading: "Tell about {topic}. Boats matter."
    models:
      - {id: m, recording: old.jsonl, concurrency: 3}
    sampling:
      max_tokens: 20
      replicates: 1
      seed: 5
    rating:
      raters_per_output: 2
      questions:
        - {id: oars, ask: "Are there oars?", choices: ["no", "yes"], primary: true}
    analysis: {smallest_effect: 0.15, reference: 0.1}

    """
}
