/// What the server does with a request.
package struct Reply: Sendable {
  /// How the reply ends.
  package enum Ending: Hashable, Sendable {
    /// All of it is sent, and the connection stays open.
    case complete
    /// The connection is cut after so many bytes of the body, all of which were promised.
    case cut(afterBytes: Int)
    /// Nothing is sent, and the connection stays open.
    case silence
  }
  package let status: Int
  package let headers: [(name: String, value: String)]
  package let body: [UInt8]
  /// How long the server waits before it replies.
  package let delay: Duration
  package let ending: Ending
  /// The head of a response that comes before the real one; empty where there is none.
  package let interim: String

  package init(
    _ status: Int = 200, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
    delay: Duration = .zero, ending: Ending = .complete, interim: String = ""
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.delay = delay
    self.ending = ending
    self.interim = interim
  }

  /// A reply with a text as its body.
  package init(
    _ status: Int = 200, headers: [(name: String, value: String)] = [], text: String,
    delay: Duration = .zero, ending: Ending = .complete, interim: String = ""
  ) {
    self.init(
      status, headers: headers, body: Array(text.utf8), delay: delay, ending: ending,
      interim: interim)
  }

  /// No reply at all.
  package static var silence: Reply { Reply(ending: .silence) }

  /// The bytes that go over the wire.
  func bytes(toHead: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status) Scripted\r\nContent-Length: \(body.count)\r\n"
    for header in headers { head += "\(header.name): \(header.value)\r\n" }
    let sent: ArraySlice<UInt8>
    switch ending {
    case .complete: sent = toHead ? [] : body[...]
    case .cut(let count): sent = body.prefix(count)
    case .silence: return []
    }
    let before = interim.isEmpty ? "" : interim + "\r\n\r\n"
    return Array((before + head + "\r\n").utf8) + sent
  }
}

/// What the server was asked.
package struct ReceivedRequest: Sendable {
  package let method: String
  /// Path and query, as they came.
  package let target: String
  package let headers: [(name: String, value: String)]
  package let body: [UInt8]

  package var text: String { String(decoding: body, as: UTF8.self) }

  /// The value of the first header of a name, in any case of letters.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// Reads what stands before the empty line.
  init?(head: String, body: [UInt8]) {
    var lines = head.split(separator: "\r\n", omittingEmptySubsequences: true)
    guard !lines.isEmpty else { return nil }
    let words = lines.removeFirst().split(separator: " ")
    guard words.count == 3 else { return nil }
    method = String(words[0])
    target = String(words[1])
    headers = lines.map { line in
      let name = line.prefix { $0 != ":" }
      let value = line.dropFirst(name.count + 1).drop { $0 == " " }
      return (String(name), String(value))
    }
    self.body = body
  }

  func with(body: [UInt8]) -> ReceivedRequest {
    ReceivedRequest(method: method, target: target, headers: headers, body: body)
  }

  private init(
    method: String, target: String, headers: [(name: String, value: String)], body: [UInt8]
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }
}
