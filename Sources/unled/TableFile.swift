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

  /// The whole of it.
  ///
  /// - Throws: ``Fault`` of kind `notFound`.
  func read() throws -> [UInt8] {
    if name == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    let place = URL(filePath: name, relativeTo: home)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder),
      !isFolder.boolValue
    else {
      throw Fault(
        .notFound, at: name, isFolder.boolValue ? "it is a folder" : "there is no such file",
        remedy: "name a CSV file; a spreadsheet saves one by 'Save as'")
    }
    do {
      return [UInt8](try Data(contentsOf: place))
    } catch {
      throw Fault(
        .notFound, at: name, "the file cannot be read: \(error.localizedDescription)",
        remedy: "check that it is yours to read")
    }
  }
}
