import Faults
package import Foundation
import Hummingbird
package import Logging
package import Packets
import ServiceLifecycle
import UnixSignals

/// The rater's pages: serves one packet, and holds nothing else.
package struct RatingSite: Sendable {
  private let packet: PacketFile
  private let now: @Sendable () -> Date
  private let logger: Logger

  /// Prepares a site; nothing is opened before it runs.
  ///
  /// - Parameters:
  ///   - packet: All that the site ever opens.
  ///   - now: The clock by which ratings are stamped.
  ///   - logger: Takes what goes wrong inside; no link, answer or text is ever logged.
  package init(
    packet: PacketFile, now: @escaping @Sendable () -> Date = { Date() }, logger: Logger
  ) {
    self.packet = packet
    self.now = now
    self.logger = logger
  }

  /// The address of a rater's page, below the site's own.
  package static func path(for token: RaterToken) -> String { "/r/\(token.text)" }

  /// Serves until the task is cancelled or, where wanted, a signal asks to stop; answers that are
  /// being stored then are stored first.
  ///
  /// - Parameters:
  ///   - host: The address to listen at: `127.0.0.1` for this machine alone, `0.0.0.0` for all.
  ///   - port: Where to listen; 0 takes any free port.
  ///   - stopsOnSignals: Whether SIGINT and SIGTERM end the site.
  ///   - onStart: Hears the port as soon as the site answers.
  /// - Throws: ``Fault`` of kind `unreachable` where the address or the port cannot be had.
  package func run(
    host: String, port: Int, stopsOnSignals: Bool = true,
    onStart: @escaping @Sendable (Int) -> Void
  ) async throws {
    let application = Application(
      router: try RaterRoutes(room: PacketRoom(packet: packet, now: now), logger: logger).router(),
      server: .http1(configuration: .init(idleTimeout: .seconds(75))),
      configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
      onServerRunning: { onStart($0.localAddress?.port ?? port) }, logger: quietLogger)
    let group = ServiceGroup(
      configuration: .init(
        services: [application],
        gracefulShutdownSignals: stopsOnSignals ? [.sigterm, .sigint] : [], logger: quietLogger))
    // The server ends in order also where this task is cancelled: torn down under way, a connection
    // takes the whole program with it.
    let serving = Task { try await group.run() }
    do {
      try await withTaskCancellationHandler {
        try await serving.value
      } onCancel: {
        Task { await group.triggerGracefulShutdown() }
      }
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      throw Fault(
        .unreachable, at: "\(host):\(port)", "nothing can be served here: \(error)",
        remedy: "choose another port, or an address of this machine")
    }
  }

  /// The server's own notes are for whoever looks for a fault of ours.
  private var quietLogger: Logger {
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    return quiet
  }
}
