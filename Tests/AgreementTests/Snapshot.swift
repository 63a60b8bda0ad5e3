import Foundation
import Testing

/// Compares a text with the file that holds how it last looked.
///
/// `UPDATE_SNAPSHOTS=1` rewrites the file and still fails, so that the difference is read first.
enum Snapshot {
  static func expect(
    _ text: String, matches name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Snapshots").appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(name) was rewritten: read the difference", sourceLocation: sourceLocation)
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    guard text != kept else { return }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let keptLines = kept.split(separator: "\n", omittingEmptySubsequences: false)
    let first = zip(lines, keptLines).enumerated().first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) differs\(first.map { " in line \($0.offset + 1): \($0.element.0)" } ?? " in length")
      """, sourceLocation: sourceLocation)
  }
}
