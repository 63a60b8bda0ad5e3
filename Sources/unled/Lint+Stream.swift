import Cues
import Faults
import Foundation
import Reproducible

/// `lint --jsonl`: a line in, a line out.
extension Lint {
  private struct Line: Decodable {
    let id: JSON
    let text: String
    let terms: [String]?
  }

  /// How much is scored before it is written, in bytes.
  private static let batch = 1 << 20

  func score(_ console: Console) throws {
    let sources = files.isEmpty ? ["-"] : files
    let detector = CueDetector(terms: terms)
    let decoder = JSONDecoder()
    var output = ""
    var failed = false
    for source in sources {
      var number = 0
      try lines(of: source) { line in
        number += 1
        guard !line.allSatisfy({ $0 <= 0x20 }) else { return }
        do {
          let read = try decoder.decode(Line.self, from: line)
          let own = read.terms.map { CueDetector(terms: terms + $0) } ?? detector
          output += Self.scored(read.id, own.read(read.text)) + "\n"
        } catch {
          // One bad line of many takes no other with it.
          failed = true
          Console.printError(
            Fault(
              .badInput, at: "\(source):\(number)", "the line is no object with 'id' and 'text'",
              remedy: "write it as {\"id\": 1, \"text\": \"...\"}"
            ).description)
        }
        if output.utf8.count > Self.batch, console.output == nil {
          try Console.put(output)
          output = ""
        }
      }
    }
    if console.output == nil || console.output == "-" {
      try Console.put(output)
    } else {
      try console.write(String(output.dropLast()))
    }
    if failed {
      throw Fault(
        .badInput, at: sources.joined(separator: ", "), "some lines could not be read",
        remedy: "mend the lines named above; all others were scored")
    }
  }

  private func lines(of source: String, _ take: (Data) throws -> Void) throws {
    let handle: FileHandle
    if source == "-" {
      handle = .standardInput
    } else {
      let file = URL(filePath: source, relativeTo: options.home)
      guard let opened = FileHandle(forReadingAtPath: file.path) else {
        throw Fault(
          .notFound, at: source, "the file cannot be read", remedy: "check its name and its rights")
      }
      handle = opened
    }
    var rest = Data()
    while let chunk = try handle.read(upToCount: Self.batch), !chunk.isEmpty {
      rest.append(chunk)
      var start = rest.startIndex
      while let end = rest[start...].firstIndex(of: 0x0A) {
        try take(rest[start..<end])
        start = end + 1
      }
      rest = Data(rest[start...])
    }
    if !rest.isEmpty { try take(rest) }
  }

  private static func scored(_ id: JSON, _ reading: CueReading) -> String {
    JSON.object([
      "id": id, "score": .number((reading.score * 10_000).rounded() / 10_000),
      "leading": .bool(reading.isLeading), "english": .bool(reading.isEnglish),
      "cues": .array(
        reading.findings.map {
          .object([
            "cue": .string($0.cueID), "name": .string($0.cue.name),
            "confidence": .string($0.confidence.rawValue), "words": .string($0.words),
          ])
        }),
    ]).canonical
  }
}
