/// HTTP over libcurl: any number of calls at once, one thread of its own.
///
/// It verifies certificates, follows no redirect, keeps no cookie, and speaks HTTP/1.1 alone. A
/// proxy of the environment is used except for this machine itself.
package final class CurlClient: HTTPTransport {
  private let loop: CurlLoop

  /// Starts the thread.
  ///
  /// - Parameter connectionsPerHost: How many calls go to one scheme, host and port at the same
  ///   time; further ones wait for their turn, in the order in which they came.
  package init(connectionsPerHost: Int = 64) {
    precondition(connectionsPerHost > 0, "a client needs a connection")
    loop = CurlLoop(connectionsPerHost: connectionsPerHost)
    loop.start()
  }

  deinit { loop.close() }

  /// Ends the thread; calls under way and later ones fail with ``TransportFault/closed``.
  package func close() { loop.close() }

  package func send(_ request: TransportRequest) async throws -> TransportResponse {
    let call = try CurlCall(request)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { loop.submit(call, $0) }
    } onCancel: {
      loop.cancel(call)
    }
  }
}
