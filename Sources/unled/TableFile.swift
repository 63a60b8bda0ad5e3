import Faults
import Foundation

/// A table that a command was given: a file, or standard input.
struct TableFile {
  private let name: String
  private let home: URL

  /// Names a table.
  ///
  /// - Parameters:
  ///   - name: A path; `-` is standard input.
  ///   - home: The folder that paths begin in.
  init(_ name: String, in home: URL) {
    self.name = name
    self.home = home
  }

  /// The file; `nil` where standard input is read.
  var source: URL? { name == "-" ? nil : URL(filePath: name, relativeTo: home) }

  /// The whole of it.
  ///
  /// - Throws: ``Fault`` of kind `notFound`.
  func read() throws -> [UInt8] {
    guard let source else { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder),
      !isFolder.boolValue
    else {
      throw Fault(
        .notFound, at: name, isFolder.boolValue ? "it is a folder" : "there is no such file",
        remedy: "name a CSV file; a spreadsheet saves one by 'Save as'")
    }
    do {
      // Through a handle: pipes and devices are read as files are.
      return [UInt8](try FileHandle(forReadingFrom: source).readToEnd() ?? Data())
    } catch {
      throw Fault(
        .notFound, at: name, "the file cannot be read: \(error.localizedDescription)",
        remedy: "check that it is yours to read")
    }
  }
}
