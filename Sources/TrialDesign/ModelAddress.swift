package import Calls
package import Faults
import Questions
import Yams

/// Where a model is reached: whose server, which key, or which recording; never frozen.
package struct ModelAddress: Hashable, Sendable {
  package let id: ModelID
  /// The address below which the interface lies: `http://127.0.0.1:8080/v1`.
  package let baseURL: String?
  /// The environment variable that holds the key.
  package let keyVariable: String?
  /// A recording that is replayed in place of a server, relative to the trial's folder.
  package let recording: String?
  /// How many calls may be under way at once.
  package let concurrency: Int?

  package init(
    id: ModelID, baseURL: String? = nil, keyVariable: String? = nil, recording: String? = nil,
    concurrency: Int? = nil
  ) {
    self.id = id
    self.baseURL = baseURL
    self.keyVariable = keyVariable
    self.recording = recording
    self.concurrency = concurrency
  }

  static let keys = ["base_url", "key", "recording", "concurrency"]

  /// Reads the address keys of a model; `nil` where it has none.
  init?(id: ModelID, members: [String: Node], nodes: NodeReader) {
    guard Self.keys.contains(where: { members[$0] != nil }) else { return nil }
    self.id = id
    baseURL = members["base_url"].flatMap { node in
      nodes.text(node, what: "'base_url'").flatMap { url in
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
          nodes.fail(
            node, "'base_url' is '\(url)'",
            remedy: "write an address such as \"http://127.0.0.1:8080/v1\"")
          return nil
        }
        return url.hasSuffix("/") ? String(url.dropLast()) : url
      }
    }
    keyVariable = members["key"].flatMap { node in
      nodes.text(node, what: "'key'").flatMap { name in
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }),
          name.first?.isNumber == false, name == name.uppercased()
        else {
          nodes.fail(
            node, "'key' does not look like the name of an environment variable",
            remedy: "write the variable's name, such as OPENAI_API_KEY, never the key itself")
          return nil
        }
        return name
      }
    }
    recording = members["recording"].flatMap { nodes.text($0, what: "'recording'") }
    concurrency = members["concurrency"].flatMap {
      nodes.integer($0, what: "'concurrency'", in: 1...10_000)
    }
  }

  /// Reads `models.yaml`, in which a user keeps the addresses of their models.
  ///
  /// ```yaml
  /// models:
  ///   - {id: gemma-270m, base_url: "http://127.0.0.1:8080/v1", key: MY_KEY}
  /// ```
  ///
  /// - Throws: ``Faults`` of kind `badInput`.
  package static func list(
    parsing text: String, name: String
  ) throws(Faults) -> [ModelAddress] {
    let root = try YAMLGuard.root(of: text, file: name)
    let nodes = NodeReader(file: name, text: text)
    let list = nodes.members(of: root, what: "the file", required: ["models"])?["models"]
    let addresses = list.flatMap { nodes.elements(of: $0, what: "'models'") }?.compactMap {
      element -> ModelAddress? in
      guard
        let members = nodes.members(
          of: element, what: "a model", required: ["id"], optional: keys),
        let id = members["id"].flatMap({ nodes.name($0, what: "a model's id") })
      else { return nil }
      return ModelAddress(id: ModelID(id), members: members, nodes: nodes)
    }
    guard nodes.faults.isEmpty else { throw Faults(nodes.sortedFaults) }
    return addresses ?? []
  }
}
