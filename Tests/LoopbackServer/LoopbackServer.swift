import CurlTransport
import Foundation
import Locks

/// An HTTP/1.1 server on 127.0.0.1 that replies as a test tells it to.
///
/// Each connection has a thread of its own, so that a reply may block.
package final class LoopbackServer: Sendable {
  package typealias Script = @Sendable (ReceivedRequest) -> Reply

  private struct State {
    var connections = Set<Int32>()
    var connectionCount = 0
    var requests: [ReceivedRequest] = []
    var isStopped = false
  }
  package let port: Int
  private let state = Locked(State())

  /// Starts a server that asks `script` for each reply.
  ///
  /// - Throws: ``SocketFault`` where no port is free.
  package init(_ script: @escaping Script) throws {
    let (listener, port) = try Socket.bind(andListen: true)
    self.port = port
    Thread { [state] in Self.accept(on: listener, state: state, script: script) }.start()
  }

  /// Starts a server that gives replies in order, whatever is asked; the last one is repeated.
  ///
  /// - Throws: ``SocketFault`` where no port is free.
  package convenience init(replies: Reply...) throws {
    let next = Locked(0)
    try self.init { _ in
      let index = next.withLock { next in
        defer { next += 1 }
        return next
      }
      return replies.isEmpty ? Reply(404) : replies[min(index, replies.count - 1)]
    }
  }

  deinit { stop() }

  /// `http://127.0.0.1:PORT`.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// How many connections were opened so far.
  package var connectionCount: Int { state.withLock { $0.connectionCount } }

  /// How many connections are open now.
  package var openConnections: Int { state.withLock { $0.connections.count } }

  /// The requests that came so far, in the order in which they were read.
  package var requests: [ReceivedRequest] { state.withLock { $0.requests } }

  /// Cuts every connection and takes no more.
  package func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopped = true }
      for connection in state.connections { Socket.shutDown(connection) }
      return !state.isStopped
    }
    if isFirst { Socket.knock(at: port) }
  }

  private static func accept(on listener: Int32, state: Locked<State>, script: @escaping Script) {
    while let connection = Socket.accept(on: listener) {
      let isWanted = state.withLock { state in
        guard !state.isStopped else { return false }
        state.connections.insert(connection)
        state.connectionCount += 1
        return true
      }
      guard isWanted else {
        Socket.close(connection)
        break
      }
      Thread {
        serve(connection, state: state, script: script)
        state.withLock { state in
          state.connections.remove(connection)
          Socket.close(connection)
        }
      }.start()
    }
    Socket.close(listener)
  }

  private static func serve(_ connection: Int32, state: Locked<State>, script: Script) {
    var buffer: [UInt8] = []
    while let request = read(from: connection, &buffer) {
      state.withLock { $0.requests.append(request) }
      let reply = script(request)
      guard Socket.isStillOpen(connection, after: reply.delay) else { return }
      let bytes = reply.bytes(toHead: request.method == "HEAD")
      switch reply.ending {
      case .complete: guard Socket.write(bytes, to: connection) else { return }
      case .cut:
        _ = Socket.write(bytes, to: connection)
        return
      case .silence:
        Socket.waitForEnd(of: connection)
        return
      }
    }
  }

  /// Reads one request; `nil` where the other side ended the connection.
  private static func read(from connection: Int32, _ buffer: inout [UInt8]) -> ReceivedRequest? {
    let blankLine = Array("\r\n\r\n".utf8)
    var end: Int?
    while end == nil {
      end = buffer.firstRange(of: blankLine)?.upperBound
      if end == nil, !Socket.read(from: connection, into: &buffer) { return nil }
    }
    guard let end,
      let head = ReceivedRequest(head: String(decoding: buffer[..<end], as: UTF8.self), body: [])
    else { return nil }
    let length = head.header("Content-Length").flatMap { Int($0) } ?? 0
    while buffer.count < end + length {
      guard Socket.read(from: connection, into: &buffer) else { return nil }
    }
    let body = Array(buffer[end..<end + length])
    buffer.removeFirst(end + length)
    return head.with(body: body)
  }
}

/// A port of 127.0.0.1 that is taken, and at which nobody listens.
package final class DeafPort: Sendable {
  package let port: Int
  private let descriptor: Int32

  /// Takes a port until the end of this value.
  ///
  /// - Throws: ``SocketFault`` where no port is free.
  package init() throws {
    (descriptor, port) = try Socket.bind(andListen: false)
  }

  deinit { Socket.close(descriptor) }

  /// `http://127.0.0.1:PORT`.
  package var url: String { "http://127.0.0.1:\(port)" }
}
