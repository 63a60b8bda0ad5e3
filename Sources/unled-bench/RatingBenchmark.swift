import Faults
import Foundation
import GRDB
import Packets
import Questions
import Reproducible

/// A rating as it is stored in a packet, beside a bare commit of one row to a file of its own.
struct RatingBenchmark: Benchmark {
  private static let textCount = 100
  let repeats: Int
  let ratings: Int
  let workplace: Workplace

  func section() throws -> Section {
    var (stored, bare) = ([[Double]](), [[Double]]())
    for _ in 0..<repeats {
      stored.append(try storingRatings())
      bare.append(try committingRows())
    }
    func figure(_ name: String, _ times: [[Double]], at share: Double) -> Figure {
      Figure(name, unit: "ms", decimals: 3, times.map { Quantile.of($0, at: share) / 1000 })
    }
    return Section(
      title: "A rating stored in a packet, synced to disk; \(ratings) one by one; elapsed",
      figures: [
        figure("stored rating, median", stored, at: 0.5),
        figure("baseline: bare SQLite commit of one row, median", bare, at: 0.5),
        figure("stored rating, 95th percentile", stored, at: 0.95),
        figure("baseline: bare SQLite commit, 95th percentile", bare, at: 0.95),
      ])
  }

  /// How long each rating took, in microseconds.
  private func storingRatings() throws -> [Double] {
    let path = workplace.newPath()
    defer { workplace.remove(path) }
    let codes = (0..<Self.textCount).map { OutputCode("code\($0)") }
    let question = QuestionID("theme")
    let packet = try PacketFile.create(
      at: path,
      contents: PacketContents(
        keyCommitment: Digest(of: "a key"),
        entries: codes.map {
          PacketEntry(code: $0, text: String(repeating: "a text of \($0) ", count: 80))
        },
        questions: [
          Question(
            id: question, ask: "How much?", form: .ordinal(["none", "some", "much"]),
            isPrimary: true)
        ], sequences: [], guess: nil))
    let raters = try (0..<(ratings + Self.textCount - 1) / Self.textCount).map {
      try packet.addRater(named: "rater \($0)", kind: .person, token: .random(), now: Date())
    }
    return try (0..<ratings).map { number in
      let position = number % Self.textCount
      return try Elapsed.microseconds {
        try packet.store(
          id: .random(), rater: raters[number / Self.textCount].id, position: position,
          code: codes[position], question: question, given: .answer(.value(1)), seconds: 4.5,
          now: Date())
      }
    }
  }

  /// How long each commit took, in microseconds: write-ahead log and `FULL`, as the packet has.
  private func committingRows() throws -> [Double] {
    let path = workplace.newPath()
    defer { workplace.remove(path) }
    let pool = try DatabasePool(path: path)
    let level = try pool.writeWithoutTransaction { database in
      try database.execute(
        sql: "CREATE TABLE row (id INTEGER PRIMARY KEY, value REAL NOT NULL) STRICT")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      return try Int.fetchOne(database, sql: "PRAGMA synchronous")
    }
    guard level == 2 else {
      throw Fault(
        .storage, at: path, "commits cannot be synced to disk",
        remedy: "name a folder on a local disk by --folder")
    }
    return try (0..<ratings).map { number in
      try Elapsed.microseconds {
        try pool.write {
          try $0.execute(sql: "INSERT INTO row VALUES (?, ?)", arguments: [number, 1.5])
        }
      }
    }
  }
}
