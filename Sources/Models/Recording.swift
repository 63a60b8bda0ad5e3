package import Calls
package import Faults
package import Reproducible

/// Calls that were made once: what `recording.jsonl` holds.
package struct Recording: Hashable, Sendable {
  /// By which a line is found.
  private struct Place: Hashable {
    let key: CallKey
    let call: Digest
  }

  /// In the order of the file.
  package let lines: [RecordingLine]
  private let indexByPlace: [Place: Int]

  /// Reads a recording; empty lines are passed over.
  ///
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: Its name, for faults.
  /// - Throws: Every fault of the file at once, each with its line.
  package init(parsing text: String, file: String = "recording.jsonl") throws(Faults) {
    var lines: [RecordingLine] = []
    var indexByPlace: [Place: Int] = [:]
    var lineNumbers: [Place: Int] = [:]
    var faults: [Fault] = []
    // Only a line feed ends a line: other line breaks may stand inside a JSON text.
    let rows = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (offset, row) in rows.map(String.init).enumerated()
    where !row.allSatisfy(\.isWhitespace) {
      let place = "\(file):\(offset + 1)"
      do throws(Faults) {
        let line = try RecordingLine(parsing: row, at: place)
        let key = Place(key: line.key, call: line.call)
        if let earlier = lineNumbers[key] {
          faults.append(
            Fault(
              .badInput, at: place, "line \(earlier) already holds this call.",
              remedy: "remove one of the two lines"))
        } else {
          lineNumbers[key] = offset + 1
          indexByPlace[key] = lines.count
          lines.append(line)
        }
      } catch {
        faults += error.all
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    self.lines = lines
    self.indexByPlace = indexByPlace
  }

  /// Gathers lines; of two for the same call the first is kept.
  package init(_ lines: [RecordingLine]) {
    var kept: [RecordingLine] = []
    var indexByPlace: [Place: Int] = [:]
    for line in lines {
      let key = Place(key: line.key, call: line.call)
      guard indexByPlace[key] == nil else { continue }
      indexByPlace[key] = kept.count
      kept.append(line)
    }
    self.lines = kept
    self.indexByPlace = indexByPlace
  }

  /// The line of a call; `nil` where there is none, never a similar one.
  package func line(for call: Digest, key: CallKey) -> RecordingLine? {
    indexByPlace[Place(key: key, call: call)].map { lines[$0] }
  }

  /// The file's text: one line a call, each with its line break.
  package var text: String { lines.map { $0.json.canonical + "\n" }.joined() }
}

/// Plays calls back that were made before.
package struct RecordedProvider: ModelProvider {
  package let name: String
  package let recording: Recording

  package init(_ recording: Recording, name: String = "recording") {
    self.recording = recording
    self.name = name
  }

  package func complete(_ call: Call, key: CallKey) async throws -> Exchange {
    try Task.checkCancellation()
    let hash = call.hash
    guard let line = recording.line(for: hash, key: key) else {
      throw CallFailure(
        .notRecorded,
        message: "\(name) holds no answer of '\(key.model)' for replicate \(key.replicate) of the "
          + "call \(hash.hex.prefix(12)).")
    }
    return Exchange(completion: line.completion, response: line.json.canonical)
  }
}
