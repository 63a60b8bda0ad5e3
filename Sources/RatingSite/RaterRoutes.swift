import Faults
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import Packets
import Pages
import Reproducible

/// Which address answers what.
struct RaterRoutes: Sendable {
  private let room: PacketRoom
  private let logger: Logger
  private let pages: RaterPages

  init(room: PacketRoom, logger: Logger) throws {
    self.room = room
    self.logger = logger
    pages = try RaterPages()
  }

  func router() -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: Guarded(notFound: pages.unknown, logger: logger))
    router.get("/") { _, _ in Response.page(pages.front) }
    router.get("/assets/:hash/:name") { _, context in
      guard
        let asset = pages.assets.asset(
          hash: try context.parameters.require("hash"),
          name: try context.parameters.require("name"))
      else { throw HTTPError(.notFound) }
      return Response.asset(asset)
    }
    router.get("/r/:token") { _, context in
      guard try await room.knows(try context.token) else { throw HTTPError(.notFound) }
      return Response.page(pages.reading)
    }
    router.get("/r/:token/state") { _, context in
      guard let state = try await room.state(for: try context.token) else { throw UnknownLink() }
      return Response.json(state.json)
    }
    router.get("/r/:token/text/:position") { _, context in
      let position = try context.position
      guard let text = try await room.text(at: position, for: try context.token) else {
        throw UnknownLink()
      }
      return Response.json(["position": .integer(position), "text": .string(text)])
    }
    router.get("/r/:token/guess") { _, context in
      guard let guess = try await room.guessSheet(for: try context.token) else {
        throw UnknownLink()
      }
      return Response.json(["guess": guess.json])
    }
    router.post("/r/:token/ratings") { request, context in
      let body = try await sentBody(of: request)
      guard
        let id = try await room.store(try SentRating(reading: body), for: try context.token)
      else { throw UnknownLink() }
      return Response.json(["stored": .string(id.name)])
    }
    return router
  }

  /// The body of a request that a page of this site sent.
  private func sentBody(of request: Request) async throws -> [UInt8] {
    guard
      SameOrigin.allows(
        host: request.head.authority, origin: request.headers[.origin],
        fetchSite: HTTPField.Name.fetchSite.flatMap { request.headers[$0] })
    else { throw Refusal.foreign }
    guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
      throw Refusal.noJSON
    }
    if let length = request.headers[.contentLength].flatMap(Int.init),
      length > SentRating.mostBytes
    {
      throw Refusal.tooLong
    }
    do {
      return Array(buffer: try await request.body.collect(upTo: SentRating.mostBytes))
    } catch is NIOTooManyBytesError {
      throw Refusal.tooLong
    }
  }
}

extension BasicRequestContext {
  /// The token in the address.
  fileprivate var token: RaterToken {
    get throws { RaterToken(try parameters.require("token")) }
  }

  /// The position in the address.
  fileprivate var position: Int {
    get throws {
      guard let position = Int(try parameters.require("position")) else {
        throw Fault(
          .badInput, at: "address", "a position is a whole number",
          remedy: "load the list of places again")
      }
      return position
    }
  }
}
