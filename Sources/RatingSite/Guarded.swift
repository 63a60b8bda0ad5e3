import Faults
import Hummingbird
import HTTPTypes
import Logging
import Pages
import Reproducible

/// A link that opens nothing: never given out, replaced, or mistyped.
struct UnknownLink: Error {}

/// Requests that are refused before anything is looked up.
enum Refusal: Error {
  case foreign
  case noJSON
  case tooLong
}

/// Puts the security headers on every response, and turns every error into one that tells its
/// reader what to do and nothing of what stands behind.
struct Guarded: RouterMiddleware {
  typealias Context = BasicRequestContext
  let notFound: String
  let logger: Logger

  func handle(
    _ request: Request, context: BasicRequestContext,
    next: @concurrent (Request, BasicRequestContext) async throws -> Response
  ) async throws -> Response {
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = answer(to: error)
    }
    for header in SecurityHeaders.common {
      guard let name = HTTPField.Name(header.name) else { continue }
      response.headers[name] = header.value
    }
    if response.headers[.cacheControl] == nil {
      response.headers[.cacheControl] = SecurityHeaders.Keeping.never.rawValue
    }
    return response
  }

  private func answer(to error: any Error) -> Response {
    switch error {
    case is UnknownLink:
      .fault(.notFound, "this link opens nothing", "ask for your link again")
    case is ClosedPacket:
      .fault(.conflict, "rating is closed", "nothing is left to do: what was saved before counts")
    case Refusal.foreign:
      .fault(
        .forbidden, "the request came from another site",
        "open your link itself; a proxy in front must pass the 'Host' header on")
    case Refusal.noJSON:
      .fault(.unsupportedMediaType, "the body is not JSON", "send 'application/json'")
    case Refusal.tooLong:
      .fault(
        .contentTooLarge, "the body has more than \(SentRating.mostBytes) bytes",
        "send one answer at a time")
    case let fault as Fault where fault.kind == .badInput:
      .fault(.badRequest, fault.problem, fault.remedy)
    case let fault as Fault where fault.kind == .unfinished:
      .fault(.conflict, fault.problem, fault.remedy)
    case let error as HTTPError where error.status == .notFound:
      .page(notFound, status: .notFound)
    case let error as HTTPError:
      .fault(error.status, "the request is not understood", "open your link again")
    default:
      inside(error)
    }
  }

  /// A fault behind the page: told to the log, not to the rater, for it may name a file.
  private func inside(_ error: any Error) -> Response {
    logger.error("a request failed", metadata: ["error": "\(error)"])
    return .fault(
      .serviceUnavailable, "the answer could not be handled just now",
      "wait a moment: the page tries again by itself")
  }
}

extension HTTPField.Name {
  /// Whether a request comes from the site itself, as the browser says.
  static var fetchSite: Self? { Self("Sec-Fetch-Site") }
}

extension Response {
  /// A page.
  static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
  }

  /// A value.
  static func json(_ value: JSON, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: value.canonical)))
  }

  /// What is wrong, and what to do.
  static func fault(
    _ status: HTTPResponse.Status, _ problem: String, _ remedy: String
  ) -> Response {
    .json(["problem": .string(problem), "remedy": .string(remedy)], status: status)
  }

  /// A file that may be kept for ever.
  static func asset(_ asset: Asset) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: asset.kind.rawValue,
        .cacheControl: SecurityHeaders.Keeping.forever.rawValue,
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: asset.text)))
  }
}
