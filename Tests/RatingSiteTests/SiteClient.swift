import Foundation
import Logging
import Packets
import RatingSite
import Reproducible
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// What came back.
struct SiteAnswer {
  let status: Int
  let headers: [String: String]
  let body: Data
  var text: String { String(decoding: body, as: UTF8.self) }
  var json: JSON { get throws { try JSON(parsing: text) } }
}

/// Speaks to a running site.
struct SiteClient: Sendable {
  static let clock = Date(timeIntervalSince1970: 1_750_000_000)
  let port: Int
  private let session = URLSession(configuration: .ephemeral)

  var origin: String { "http://127.0.0.1:\(port)" }

  /// Runs a site on a free port for as long as some work takes.
  static func with(
    _ packet: PacketFile, _ work: @Sendable @escaping (SiteClient) async throws -> Void
  ) async throws {
    let (ports, started) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let site = RatingSite(packet: packet, now: { clock }, logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        defer { started.finish() }
        do {
          try await site.run(host: "127.0.0.1", port: 0, stopsOnSignals: false) {
            started.yield($0)
          }
        } catch is CancellationError {
          // The test is over: this is how it ends the site.
        }
      }
      var iterator = ports.makeAsyncIterator()
      let port = try #require(await iterator.next(), "the site did not start")
      try await work(SiteClient(port: port))
      group.cancelAll()
    }
  }

  func get(_ path: String) async throws -> SiteAnswer {
    try await send("GET", path)
  }

  /// Posts as the page does, unless told otherwise.
  func post(
    _ path: String, _ body: String, origin: String? = "own",
    type: String = "application/json", isChunked: Bool = false
  ) async throws -> SiteAnswer {
    try await send("POST", path) { request in
      if let origin {
        request.setValue(origin == "own" ? self.origin : origin, forHTTPHeaderField: "Origin")
      }
      request.setValue(type, forHTTPHeaderField: "Content-Type")
      if isChunked {
        request.httpBodyStream = InputStream(data: Data(body.utf8))
      } else {
        request.httpBody = Data(body.utf8)
      }
    }
  }

  private func send(
    _ method: String, _ path: String, _ prepare: (inout URLRequest) -> Void = { _ in }
  ) async throws -> SiteAnswer {
    var request = URLRequest(url: try #require(URL(string: origin + path)))
    request.httpMethod = method
    request.timeoutInterval = 30
    prepare(&request)
    let (body, response) = try await session.data(for: request)
    let answer = try #require(response as? HTTPURLResponse)
    let headers = answer.allHeaderFields.compactMap { name, value in
      (name as? String).flatMap { name in (value as? String).map { (name.lowercased(), $0) } }
    }
    return SiteAnswer(
      status: answer.statusCode,
      headers: Dictionary(headers, uniquingKeysWith: { first, _ in first }), body: body)
  }
}
