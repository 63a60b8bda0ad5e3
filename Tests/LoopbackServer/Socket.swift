#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The system refused a socket.
package struct SocketFault: Error, CustomStringConvertible {
  let step: String
  let code: Int32

  package var description: String { "\(step): error \(code) of the system" }
}

/// The few socket calls that a test server needs.
enum Socket {
  /// Opens a socket on 127.0.0.1 at a port that is free.
  static func bind(andListen isListening: Bool) throws -> (descriptor: Int32, port: Int) {
    let descriptor = socket(AF_INET, streamType, 0)
    guard descriptor >= 0 else { throw SocketFault(step: "socket", code: errno) }
    var address = loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    guard withGeneric(&address, { systemBind(descriptor, $0, length) }) == 0,
      !isListening || systemListen(descriptor, 1024) == 0,
      withGeneric(&address, { getsockname(descriptor, $0, &length) }) == 0
    else {
      let code = errno
      close(descriptor)
      throw SocketFault(step: "a port on 127.0.0.1", code: code)
    }
    return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Waits for the next connection; `nil` where the socket was shut down.
  static func accept(on listener: Int32) -> Int32? {
    while true {
      let connection = systemAccept(listener)
      if connection >= 0 {
        stopSignals(connection)
        return connection
      }
      guard errno == EINTR || errno == ECONNABORTED else { return nil }
    }
  }

  /// Adds what has come, waiting for the first byte; `false` where the connection ended.
  static func read(from connection: Int32, into buffer: inout [UInt8]) -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(connection, &chunk, chunk.count, 0)
    guard count > 0 else { return false }
    buffer.append(contentsOf: chunk[..<count])
    return true
  }

  /// Sends all bytes; `false` where the connection ended.
  static func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, flags)
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Waits out a delay, or until the other side ends the connection.
  static func isStillOpen(_ connection: Int32, after delay: Duration) -> Bool {
    guard delay > .zero else { return true }
    var watched = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, Int32(delay / .milliseconds(1))) == 0
  }

  static func waitForEnd(of connection: Int32) {
    var ignored: [UInt8] = []
    while read(from: connection, into: &ignored) { ignored = [] }
  }

  /// Connects and leaves again, so that ``accept(on:)`` returns.
  static func knock(at port: Int) {
    let descriptor = socket(AF_INET, streamType, 0)
    guard descriptor >= 0 else { return }
    var address = loopback(port: port)
    let length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withGeneric(&address) { connect(descriptor, $0, length) }
    close(descriptor)
  }

  static func shutDown(_ descriptor: Int32) {
    shutdown(descriptor, bothWays)
  }

  static func close(_ descriptor: Int32) {
    systemClose(descriptor)
  }

  private static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private static func withGeneric<Result>(
    _ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Result
  ) -> Result {
    withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
    }
  }

  #if canImport(Darwin)
  private static var streamType: Int32 { SOCK_STREAM }
  private static var bothWays: Int32 { SHUT_RDWR }
  private static var flags: Int32 { 0 }

  private static func stopSignals(_ connection: Int32) {
    var yes: Int32 = 1
    setsockopt(
      connection, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
  }
  #else
  private static var streamType: Int32 { Int32(SOCK_STREAM.rawValue) }
  private static var bothWays: Int32 { Int32(SHUT_RDWR) }
  private static var flags: Int32 { Int32(MSG_NOSIGNAL) }

  private static func stopSignals(_ connection: Int32) {}
  #endif
}

// Beside `Socket`, whose own functions have the same names.
private func systemBind(
  _ descriptor: Int32, _ address: UnsafeMutablePointer<sockaddr>, _ length: socklen_t
) -> Int32 {
  bind(descriptor, address, length)
}

private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 {
  listen(descriptor, backlog)
}

private func systemAccept(_ descriptor: Int32) -> Int32 { accept(descriptor, nil, nil) }

private func systemClose(_ descriptor: Int32) { _ = close(descriptor) }
