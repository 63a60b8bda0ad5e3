import Faults
import Foundation
import GRDB
import Record
import Reproducible
import Testing

@Suite struct AuditTests {
  let now = RecordFixture.now

  /// A record with five entries.
  func filled() throws -> (RecordFixture, RecordFile) {
    let fixture = try RecordFixture()
    let record = try RecordFile.create(at: fixture.path)
    for number in 1...5 {
      try record.audit("event \(number)", ["n": .integer(number)], now: now + Double(number))
    }
    return (fixture, record)
  }

  @Test func `an untouched log reads in its order`() throws {
    let (fixture, record) = try filled()
    #expect(try record.auditLog.map(\.event) == (1...5).map { "event \($0)" })
    #expect(try record.auditLog[2].madeAt == now + 3)
    #expect(try RecordFile.open(at: fixture.path).auditLog == record.auditLog)
    let empty = try RecordFixture()
    #expect(try RecordFile.create(at: empty.path).auditLog.isEmpty)
  }

  @Test(arguments: [
    ("UPDATE audit SET event = 'other' WHERE number = 3", 3),
    ("UPDATE audit SET detail = '{\"n\":9}' WHERE number = 2", 2),
    ("UPDATE audit SET made_at = '2020-01-01T00:00:00.000Z' WHERE number = 5", 5),
    ("DELETE FROM audit WHERE number = 1", 1), ("DELETE FROM audit WHERE number = 3", 3),
    (
      "DELETE FROM audit WHERE number = 3; UPDATE audit SET number = number - 1 WHERE number > 3", 3
    ),
    (
      """
      UPDATE audit SET number = 99 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3;
      UPDATE audit SET number = 3 WHERE number = 99
      """, 2
    ),
    ("DELETE FROM audit WHERE number > 3", 4), ("DELETE FROM audit", 1),
    ("DELETE FROM record", 6),
  ])
  func `an entry that was altered, removed or moved is found`(
    _ sql: String, entry: Int
  ) throws {
    let (fixture, record) = try filled()
    let queue = try DatabaseQueue(path: fixture.path)
    try queue.write { try $0.execute(sql: sql) }
    let fault = #expect(throws: Fault.self) { try record.auditLog }
    #expect(fault?.kind == .finding)
    #expect(fault?.place == "audit log, entry \(entry)")
  }
}
