import ArgumentParser
import Faults
import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The server of the client's benchmark: one thread, until its standard input ends.
///
/// It prints its port at the start and its processor time, in microseconds, at the end.
struct LoopbackPart: ParsableCommand {
  static let name = "loopback-part"
  /// Says how many calls must wait before the oldest is answered; calls come in the order in
  /// which they are to be answered.
  static let header = "Unled-Held"
  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Answer calls, for the client's benchmark.",
    shouldDisplay: false)

  /// What each call is answered.
  static let body = Array(
    """
    {"id":"1","object":"chat.completion","model":"m-2026-01-01","choices":[{"index":0,"message":\
    {"role":"assistant","content":"\(String(repeating: "The lamp was lit at dusk. ", count: 60))"},\
    "finish_reason":"stop"}],"usage":{"prompt_tokens":140,"completion_tokens":420}}
    """.utf8)

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    OpenFiles.allowMany()
    var server = try HeldReplies(body: Self.body)
    Child.report([Double(server.port)])
    try server.serve()
    Child.report([Processor.microseconds])
  }
}

/// Replies that are held back until enough calls wait.
private struct HeldReplies {
  private struct Waiting {
    let connection: Int32
    let held: Int
  }

  let port: Int
  private let reply: [UInt8]
  /// Standard input, the listener, then one a connection.
  private var watched: [pollfd]
  private var unread: [Int32: [UInt8]] = [:]
  private var waiting: [Waiting] = []

  /// Listens at a port of 127.0.0.1 that is free.
  init(body: [UInt8]) throws {
    #if canImport(Glibc)
    let stream = Int32(SOCK_STREAM.rawValue)
    #else
    let stream = SOCK_STREAM
    #endif
    let listener = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 1024) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard listener >= 0, isListening else {
      throw Fault(
        .unreachable, at: "127.0.0.1", "no port can be had: \(String(cString: strerror(errno)))",
        remedy: "check that this machine lets a program listen there")
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    let head =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
    reply = Array(head.utf8) + body
    watched = [0, listener].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  }

  mutating func serve() throws {
    while true {
      guard poll(&watched, nfds_t(watched.count), -1) >= 0 || errno == EINTR else {
        throw Fault(
          .internalFault, at: "the loopback server", String(cString: strerror(errno)),
          remedy: "allow more open files")
      }
      guard watched[0].revents == 0 else { return }
      for index in stride(from: watched.count - 1, through: 2, by: -1)
      where watched[index].revents != 0 {
        let connection = watched[index].fd
        guard !takeNews(from: connection) else { continue }
        unread[connection] = nil
        close(connection)
        watched.swapAt(index, watched.count - 1)
        watched.removeLast()
      }
      if watched[1].revents != 0 {
        let connection = accept(watched[1].fd, nil, nil)
        if connection >= 0 {
          watched.append(pollfd(fd: connection, events: Int16(POLLIN), revents: 0))
        }
      }
      answer()
    }
  }

  /// Reads what has come; `false` where the connection ended.
  private mutating func takeNews(from connection: Int32) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 16_384)
    let count = recv(connection, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    var bytes = unread[connection] ?? []
    bytes.append(contentsOf: chunk[..<count])
    if let held = Self.held(in: bytes) {
      waiting.append(Waiting(connection: connection, held: held))
      bytes = []
    }
    unread[connection] = bytes
    return true
  }

  /// What the header of a call says; `nil` where the call is not all there.
  private static func held(in bytes: [UInt8]) -> Int? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound else { return nil }
    var values = [String: Int]()
    for line in String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let number = Int(parts[1].drop { $0 == " " }) else { continue }
      values[parts[0].lowercased()] = number
    }
    guard bytes.count >= end + (values["content-length"] ?? 0) else { return nil }
    return values[LoopbackPart.header.lowercased()] ?? 1
  }

  /// Answers the oldest for as long as enough calls wait behind it.
  private mutating func answer() {
    var answered = 0
    while answered < waiting.count, waiting.count - answered >= waiting[answered].held {
      // Where the other side is gone there is nobody to answer.
      _ = send(waiting[answered].connection, reply, reply.count, 0)
      answered += 1
    }
    waiting.removeFirst(answered)
  }
}
