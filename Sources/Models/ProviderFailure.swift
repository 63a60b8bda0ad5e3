import Calls
import CurlTransport
import Foundation
import Reproducible

/// Turns responses and faults into failures that can be recorded.
struct ProviderFailure {
  let name: String
  let key: APIKey?
  let now: Date

  /// The failure that a response states; `nil` where it may hold an output.
  func failure(in response: TransportResponse) -> CallFailure? {
    guard let kind = Self.kind(status: response.status) else { return nil }
    let said = Self.message(in: response.body)
    return failure(kind, response, "\(name) \(Self.words(kind, response.status)): \(said)")
  }

  /// The failure that stands in the body of a response with a good status, which some gateways
  /// send when the model behind them failed.
  func failureWithin(_ response: TransportResponse) -> CallFailure? {
    // A body that is no JSON states nothing; the caller finds that it cannot be read.
    guard let body = try? JSON(parsing: response.body) else { return nil }
    guard let error = body["error"] ?? body["choices"]?[0]?["error"], error != .null else {
      return nil
    }
    let status = error["code"]?.int
    let kind = status.flatMap(Self.kind) ?? .server
    let said = Self.message(in: response.body)
    return failure(kind, response, "\(name) reported an error in its answer: \(said)")
  }

  func unreadable(_ response: TransportResponse) -> CallFailure {
    failure(.malformed, response, "\(name) sent an answer that holds no output.")
  }

  /// The failure behind a fault of the transport.
  func failure(_ fault: TransportFault) -> CallFailure {
    let kind: CallFailure.Kind =
      switch fault {
      case .timedOut: .timedOut
      case .tooLarge: .malformed
      case .couldNotConnect, .broken, .badAddress, .closed: .unreachable
      }
    return CallFailure(kind, message: scrubbed("\(name): \(fault.problem)"))
  }

  private func failure(
    _ kind: CallFailure.Kind, _ response: TransportResponse, _ message: String
  ) -> CallFailure {
    CallFailure(
      kind, status: response.status, message: scrubbed(message),
      retryAfter: RetryAfter.duration(in: response, now: now), body: scrubbed(response.text))
  }

  private func scrubbed(_ text: String) -> String { key?.scrubbed(text) ?? text }

  private static func kind(status: Int) -> CallFailure.Kind? {
    switch status {
    case 200...299: nil
    case 401, 403: .key
    case 408: .timedOut
    case 429: .rateLimited
    case 500...599: .server
    default: .rejected
    }
  }

  private static func words(_ kind: CallFailure.Kind, _ status: Int) -> String {
    switch kind {
    case .key: "refused the key (\(status))"
    case .timedOut: "gave up waiting (\(status))"
    case .rateLimited: "asks to wait (\(status))"
    case .server: "failed (\(status))"
    default:
      (300...399).contains(status)
        ? "points to another address, which is never followed (\(status))"
        : "does not accept the call (\(status))"
    }
  }

  /// The provider's own words, in whichever of the usual places they stand.
  private static func message(in body: [UInt8]) -> String {
    let text = String(decoding: body, as: UTF8.self)
    // A body that is no JSON is shown as it is.
    guard let json = try? JSON(parsing: body) else { return shortened(text) }
    let error = json["error"] ?? json["choices"]?[0]?["error"]
    let said = error?["message"]?.text ?? error?.text ?? json["message"]?.text
    return shortened(said ?? json["detail"]?.text ?? text)
  }

  private static func shortened(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if line.isEmpty { return "it gave no reason." }
    return line.count <= 500 ? line : line.prefix(500) + "…"
  }
}
