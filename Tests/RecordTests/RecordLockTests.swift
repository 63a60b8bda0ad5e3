import Faults
import Foundation
import Record
import Testing

@Suite struct RecordLockTests {
  @Test func `one at a time holds the lock, and the other learns who`() throws {
    let fixture = try RecordFixture()
    let path = fixture.folder.appending(path: "record.lock").path
    do {
      let lock = try RecordLock(at: path)
      for _ in 0..<3 {
        let fault = #expect(throws: Fault.self) { try RecordLock(at: path) }
        #expect(fault?.kind == .unfinished)
        #expect(fault?.problem.contains("\(ProcessInfo.processInfo.processIdentifier)") == true)
      }
      withExtendedLifetime(lock) {}
    }
    let next = try RecordLock(at: path)
    withExtendedLifetime(next) {}
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test func `a lock that cannot be made says so`() throws {
    let fault = #expect(throws: Fault.self) { try RecordLock(at: "/nowhere/at/all/record.lock") }
    #expect(fault?.kind == .cannotCreate)
  }
}
