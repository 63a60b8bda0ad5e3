import CurlTransport
import Faults
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// What a call costs the client, beside Foundation's own client.
///
/// The server is a child process, so that its work counts apart. Replies come either at once, so
/// that many are read together, or one at a time: then exactly so many calls as are named are in
/// flight until the last round, and each reply wakes the client by itself.
struct ClientBenchmark: Benchmark {
  private enum Client: String { case curl = "CurlClient", session = "baseline: URLSession" }

  private struct Case {
    let client: Client
    let width: Int
    let isPaced: Bool
    let calls: Int

    var name: String {
      let replies = width == 1 ? "" : isPaced ? ", replies one at a time" : ", replies at once"
      return "\(client.rawValue), \(width) in flight\(replies)"
    }
  }

  /// Sends one call, which says how many must wait before the oldest is answered.
  private typealias Send = @Sendable (_ held: Int) async throws -> Void

  let repeats: Int
  /// How many calls go out in most cases: a fifth of them where one is in flight and to the
  /// baseline.
  let calls: Int

  func section() async throws -> Section {
    let cases = [
      Case(client: .curl, width: 1, isPaced: false, calls: calls / 5),
      Case(client: .curl, width: 64, isPaced: false, calls: calls),
      Case(client: .session, width: 64, isPaced: false, calls: calls / 5),
      Case(client: .curl, width: 64, isPaced: true, calls: calls),
      Case(client: .session, width: 64, isPaced: true, calls: calls / 5),
      Case(client: .curl, width: 1000, isPaced: false, calls: calls),
      Case(client: .curl, width: 1000, isPaced: true, calls: calls),
    ]
    var times = [[Double]](repeating: [], count: cases.count)
    var server: [Double] = []
    for _ in 0..<repeats {
      var (spent, answered) = (0.0, 0)
      for (index, each) in cases.enumerated() {
        let measured = try await measure(each)
        times[index].append(measured.client)
        spent += measured.server
        answered += measured.answered
      }
      server.append(spent / Double(answered))
    }
    return Section(
      title: """
        A model call over a connection that stands; processor time a call
          \(Self.body.count) bytes out, \(LoopbackPart.body.count) in
        """,
      figures: zip(cases, times).map { Figure($0.name, unit: "us", $1) }
        + [Figure("the server, a process of its own, in none of these", unit: "us", server)])
  }

  private func measure(
    _ each: Case
  ) async throws -> (client: Double, server: Double, answered: Int) {
    let server = try Child([LoopbackPart.name])
    guard let port = try server.numbers().first else { throw Self.noServer }
    let address = "http://127.0.0.1:\(Int(port))/v1/chat/completions"
    let rounds = max(5, each.calls / each.width)
    let used: Double
    switch each.client {
    case .curl:
      let client = CurlClient(connectionsPerHost: each.width)
      defer { client.close() }
      used = try await Self.drive(each, rounds: rounds) { held in
        let response = try await client.send(
          TransportRequest(
            .post, address,
            headers: Self.headers(held).map { TransportHeader($0.name, $0.value) },
            body: Self.body))
        guard response.status == 200, response.body.count == LoopbackPart.body.count else {
          throw Self.noServer
        }
      }
    case .session:
      let session = Self.session(each.width)
      defer { session.invalidateAndCancel() }
      guard let url = URL(string: address) else { throw Self.noServer }
      used = try await Self.drive(each, rounds: rounds) { held in
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        for header in Self.headers(held) {
          request.setValue(header.value, forHTTPHeaderField: header.name)
        }
        request.httpBody = Data(Self.body)
        let (body, response) = try await session.data(for: request)
        guard (response as? HTTPURLResponse)?.statusCode == 200,
          body.count == LoopbackPart.body.count
        else { throw Self.noServer }
      }
    }
    try server.endInput()
    guard let spent = try server.numbers().first else { throw Self.noServer }
    server.wait()
    return (used / Double(rounds * each.width), spent, (rounds + 2) * each.width)
  }

  /// Opens all connections, then makes all calls.
  ///
  /// - Returns: The processor time of the calls, in microseconds.
  private static func drive(_ each: Case, rounds: Int, send: @escaping Send) async throws -> Double
  {
    func call(_ rounds: Int, isPaced: Bool) async throws {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<each.width {
          group.addTask {
            // Behind the last one comes nobody who could make the number full.
            for round in 1...rounds { try await send(isPaced && round < rounds ? each.width : 1) }
          }
        }
        try await group.waitForAll()
      }
    }
    try await call(2, isPaced: true)
    let before = Processor.microseconds
    try await call(rounds, isPaced: each.isPaced)
    return Processor.microseconds - before
  }

  private static func session(_ width: Int) -> URLSession {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = width
    configuration.urlCache = nil
    configuration.httpShouldSetCookies = false
    configuration.connectionProxyDictionary = [:]
    return URLSession(configuration: configuration)
  }

  private static func headers(_ held: Int) -> [(name: String, value: String)] {
    [
      ("Content-Type", "application/json"), ("Authorization", "Bearer none"),
      (LoopbackPart.header, "\(held)"),
    ]
  }

  private static let body = Array(
    """
    {"model":"m","max_tokens":400,"temperature":1,"seed":1907,"messages":[{"role":"user",\
    "content":"\(String(repeating: "Write a story about a lighthouse. ", count: 20))"}]}
    """.utf8)

  private static let noServer = Fault(
    .unreachable, at: "the loopback server", "it did not answer as it should",
    remedy: "check that this machine lets a program listen on 127.0.0.1")
}
