import Faults
import Foundation

/// The lock that one `run` at a time holds on a record; the kernel frees it when the process ends,
/// however it ends.
package final class RecordLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Parameter path: The lock file; made where there is none, and never removed.
  /// - Throws: ``Fault`` of kind `unfinished` that says who has it.
  package init(at path: String) throws {
    // Kept in the property at the end alone: an object that is whole when it fails closes it twice.
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Fault(
        .cannotCreate, at: path, "the lock cannot be made: \(String(cString: strerror(errno)))",
        remedy: "check that the folder is yours")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      var buffer = [UInt8](repeating: 0, count: 64)
      let count = pread(descriptor, &buffer, buffer.count, 0)
      let holder = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
      close(descriptor)
      throw Fault(
        .unfinished, at: path,
        "another run has this trial" + (holder.isEmpty ? "" : ": process \(holder)"),
        remedy: "wait until it ends, or stop it; then call this again")
    }
    let text = Array("\(getpid())".utf8)
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, text, text.count, 0)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
