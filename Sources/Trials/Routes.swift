package import Calls
package import CurlTransport
import Faults
package import Foundation
package import Models
package import Running
package import TrialDesign

/// Where the models of a trial are reached: what the user says, then what they keep in
/// `models.yaml`, then what the trial file says.
package struct AddressBook: Sendable {
  package let given: [ModelAddress]
  package let kept: [ModelAddress]

  /// Gathers addresses.
  ///
  /// - Parameters:
  ///   - given: From the command line.
  ///   - kept: From the user's `models.yaml`.
  package init(given: [ModelAddress], kept: [ModelAddress]) {
    self.given = given
    self.kept = kept
  }

  /// Reads `ID=URL` or `ID=recorded:FILE`.
  ///
  /// - Throws: ``Fault`` of kind `wrongUse`.
  package static func endpoint(_ text: String) throws -> ModelAddress {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw Fault(
        .wrongUse, at: "--endpoint \(text)", "the model's id is missing",
        remedy: "write --endpoint ID=http://127.0.0.1:8080/v1")
    }
    let id = ModelID(String(text[..<sign]))
    let target = String(text[text.index(after: sign)...])
    if target.hasPrefix("recorded:") {
      return ModelAddress(id: id, recording: String(target.dropFirst(9)))
    }
    guard target.hasPrefix("http://") || target.hasPrefix("https://") else {
      throw Fault(
        .wrongUse, at: "--endpoint \(text)", "'\(target)' is no address",
        remedy: "write --endpoint \(id)=http://127.0.0.1:8080/v1, or \(id)=recorded:FILE")
    }
    return ModelAddress(
      id: id, baseURL: target.hasSuffix("/") ? String(target.dropLast()) : target)
  }

  /// The address of a model, and whether the user said it; a trial file may be a stranger's.
  func address(
    of model: ModelSpec, in trial: ReadTrial
  ) -> (address: ModelAddress, isUsersOwn: Bool)? {
    for (list, isUsersOwn) in [(given, true), (kept, true), (trial.addresses, false)] {
      if let address = list.last(where: { $0.id == model.id }) { return (address, isUsersOwn) }
    }
    return nil
  }
}

extension OpenedTrial {
  /// How each model is reached.
  ///
  /// A recording that an address names is replayed; a server is called otherwise.
  ///
  /// - Throws: ``Fault`` where an address is wrong or a key is missing, ``Faults`` where a recording
  ///   cannot be read.
  package func routes(
    _ book: AddressBook, environment: [String: String], keyPairs: [KeyRing.Pair],
    transport: CurlClient, width: Int?, now: @escaping @Sendable () -> Date
  ) throws -> [ModelID: Route] {
    var routes: [ModelID: Route] = [:]
    for model in trial.models {
      guard let (address, isUsersOwn) = book.address(of: model, in: read) else { continue }
      if let recording = address.recording {
        let provider = RecordedProvider(try self.recording(recording))
        routes[model.id] = Route(
          provider: provider, via: "recorded:\(recording)", width: width ?? 8)
      } else if let text = address.baseURL {
        let url = try ProviderAddress(parsing: text)
        var pairs = keyPairs
        if let variable = address.keyVariable, isUsersOwn {
          pairs.insert(KeyRing.Pair(host: url.host, variable: variable), at: 0)
        }
        let ring = KeyRing(environment: environment, pairs: pairs)
        if let variable = address.keyVariable, ring.variable(for: url) != variable {
          throw Fault(
            .keyRefused, at: "model '\(model.id)'",
            "the trial file wants the key in \(variable) sent to \(url.host)",
            remedy: "if you trust that host, say so: --key-for \(url.host)=\(variable)")
        }
        let key = try ring.key(for: url)
        routes[model.id] = Route(
          provider: OpenAIProvider(baseURL: url, key: key, transport: transport, now: now),
          via: url.description, width: width ?? address.concurrency ?? (url.isLoopback ? 2 : 8))
      }
    }
    return routes
  }

  /// The lines of a recording; none where the file is no longer there.
  func recordedLines(_ path: String) throws -> [RecordingLine] {
    guard FileManager.default.fileExists(atPath: folder.file(path).path) else { return [] }
    return try recording(path).lines
  }

  private func recording(_ path: String) throws -> Recording {
    let data = try folder.files.read(path).get()
    guard let text = String(data: data, encoding: .utf8) else {
      throw Fault(
        .badInput, at: path, "the recording is no UTF-8 text", remedy: "fetch it again")
    }
    return try Recording(parsing: text, file: path)
  }
}
