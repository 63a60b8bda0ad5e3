/// Sends HTTP requests: over libcurl in earnest, from memory in a test.
package protocol HTTPTransport: Sendable {
  /// Sends a request and waits for the whole response.
  ///
  /// A status of 400 and above, or a redirect, is a response like any other.
  ///
  /// - Throws: ``TransportFault``, or `CancellationError` as soon as the task is cancelled.
  func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// One header line; where it holds a secret it does not print it.
package struct TransportHeader: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  private static let secretNames: Set<String> = [
    "authorization", "proxy-authorization", "api-key", "x-api-key", "cookie", "set-cookie",
  ]

  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  package var description: String {
    "\(name): \(Self.secretNames.contains(name.lowercased()) ? "(secret)" : value)"
  }

  package var customMirror: Mirror { Mirror(self, children: []) }
}

/// What is sent.
package struct TransportRequest: Sendable {
  package enum Method: String, Hashable, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case delete = "DELETE"
  }
  package let method: Method
  package let url: String
  package let headers: [TransportHeader]
  /// Sent by post, put and delete.
  package let body: [UInt8]
  /// How long it may take in all, from its start; time spent waiting for a turn does not count.
  package let timeout: Duration
  /// How long it may take until a connection stands.
  package let connectTimeout: Duration
  /// The longest response body, in bytes.
  package let maximumBytes: Int

  /// States a request.
  ///
  /// - Precondition: No header holds a line break or a zero.
  package init(
    _ method: Method = .get, _ url: String, headers: [TransportHeader] = [], body: [UInt8] = [],
    timeout: Duration = .seconds(120), connectTimeout: Duration = .seconds(15),
    maximumBytes: Int = 64 << 20
  ) {
    for header in headers {
      for byte in [header.name.utf8, header.value.utf8].joined() {
        precondition(byte != 10 && byte != 13 && byte != 0, "a header is one line of text")
      }
    }
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.connectTimeout = connectTimeout
    self.maximumBytes = maximumBytes
  }
}

/// What came back.
package struct TransportResponse: Hashable, Sendable {
  package let status: Int
  /// In the order in which they came.
  package let headers: [TransportHeader]
  package let body: [UInt8]

  package init(status: Int, headers: [TransportHeader] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of a name, in any case of letters.
  package func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The body as text; bytes that are no UTF-8 become U+FFFD.
  package var text: String { String(decoding: body, as: UTF8.self) }
}
