package import Faults

/// Why no response came back.
package enum TransportFault: ActionableError, Hashable {
  /// Nobody listens there, the name is unknown, or no protected connection could be agreed on.
  case couldNotConnect(origin: String, reason: String)
  /// The time that was allowed is over.
  case timedOut(origin: String, after: Duration)
  /// The connection ended before the response did.
  case broken(origin: String, reason: String)
  /// The address is none that can be called.
  case badAddress(origin: String)
  /// The response is longer than was allowed.
  case tooLarge(origin: String, maximumBytes: Int)
  /// The client was closed.
  case closed

  package var kind: FaultKind { .unreachable }

  package var place: String {
    switch self {
    case .couldNotConnect(let origin, _), .timedOut(let origin, _), .broken(let origin, _),
      .badAddress(let origin), .tooLarge(let origin, _):
      origin
    case .closed: "the connection"
    }
  }

  package var problem: String {
    switch self {
    case .couldNotConnect(_, let reason): "no connection: \(reason)."
    case .timedOut(_, let limit): "no whole answer within \(limit)."
    case .broken(_, let reason): "the connection broke: \(reason)."
    case .badAddress: "this is not an address that can be called over http or https."
    case .tooLarge(_, let maximumBytes): "the answer is longer than \(maximumBytes) bytes."
    case .closed: "it was closed before the answer came."
    }
  }

  package var remedy: String {
    switch self {
    case .couldNotConnect:
      "start the server, or check the address, the network and the certificate"
    case .timedOut: "try again later, or allow more time"
    case .broken: "try again; where it happens each time, look at the server's log"
    case .badAddress: "write it like http://127.0.0.1:8080/v1 or https://api.openai.com/v1"
    case .tooLarge: "check that the address is a model's and not a file's"
    case .closed: "run the same command again; what was stored is kept"
    }
  }
}
