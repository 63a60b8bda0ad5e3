import Faults
import Foundation
import Reproducible

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// This program once more, doing a part of it, so that time and memory are counted apart.
final class Child {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var unread = Data()

  /// Starts it.
  init(_ arguments: [String]) throws {
    guard let program = Bundle.main.executableURL else {
      throw Fault(
        .internalFault, at: "unled-bench", "it does not know its own path",
        remedy: "call it by its whole path")
    }
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
  }

  /// Waits for the next line of numbers, parted by blanks.
  func numbers() throws -> [Double] {
    while true {
      if let end = unread.firstIndex(of: 10) {
        let line = String(decoding: unread[..<end], as: UTF8.self)
        unread = Data(unread[(end + 1)...])
        return line.split(separator: " ").compactMap { Double($0) }
      }
      let news = output.fileHandleForReading.availableData
      guard !news.isEmpty else {
        throw Fault(
          .internalFault, at: "unled-bench", "a part of it ended early",
          remedy: "see what it said above")
      }
      unread.append(news)
    }
  }

  /// Ends its standard input, which some parts wait for.
  func endInput() throws { try input.fileHandleForWriting.close() }

  /// Waits until it has ended.
  func wait() { process.waitUntilExit() }

  /// Prints numbers for the parent.
  static func report(_ numbers: [Double]) {
    let line = numbers.map { Numerals.fixed($0) }.joined(separator: " ") + "\n"
    FileHandle.standardOutput.write(Data(line.utf8))
  }
}

/// A folder for the files of one measurement.
struct Workplace: Sendable {
  private let folder: URL

  /// Makes it.
  init(in parent: String) throws {
    folder = URL(filePath: parent, directoryHint: .isDirectory).appending(
      path: "unled-bench-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// A path at which there is no file yet.
  func newPath() -> String { folder.appending(path: "\(UUID().uuidString).sqlite").path }

  /// Removes a database with the files that SQLite keeps beside it.
  func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] {
      // What stays is removed with the folder.
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Removes all of it.
  func remove() {
    // What cannot be removed stays where temporary files are.
    try? FileManager.default.removeItem(at: folder)
  }
}
