package import Faults
package import Foundation

/// How a trial file reaches the files it names; the reader itself touches no disk.
package struct FileSource: Sendable {
  /// The bytes of a file, by its path relative to the trial's folder.
  package let read: @Sendable (String) -> Result<Data, Fault>
  /// The names of the files in a folder, sorted; hidden ones left out.
  package let list: @Sendable (String) -> Result<[String], Fault>

  package init(
    read: @escaping @Sendable (String) -> Result<Data, Fault>,
    list: @escaping @Sendable (String) -> Result<[String], Fault>
  ) {
    self.read = read
    self.list = list
  }

  /// Files held in memory.
  package static func memory(_ files: [String: String]) -> FileSource {
    FileSource(
      read: { path in
        files[path].map { .success(Data($0.utf8)) }
          ?? .failure(
            Fault(.notFound, at: path, "no such file", remedy: "check the name"))
      },
      list: { folder in
        let names = files.keys.filter { $0.hasPrefix(folder + "/") }
          .map { String($0.dropFirst(folder.count + 1)) }.filter { !$0.contains("/") }
        return names.isEmpty
          ? .failure(Fault(.notFound, at: folder, "no such folder", remedy: "check the name"))
          : .success(names.sorted())
      })
  }
}

/// A text that a trial file names or holds.
package struct NamedText: Hashable, Sendable {
  /// The file's path relative to the trial's folder.
  package let name: String
  package let text: String
  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
