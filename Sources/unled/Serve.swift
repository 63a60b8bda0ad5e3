import ArgumentParser
import Faults
import Foundation
import Packets
import Questions
import RatingSite
import Reproducible
import Terminal
import Trials

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the rating page, with a link for each rater.",
    discussion: """
      The server opens the packet and nothing else. Links stay the same when it is started again; \
      they stand in links.txt beside the packet (prompts-links.txt for prompts). For phones in your network: --host 0.0.0.0.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String?
  @Option(
    help: ArgumentHelp(
      "Serve this packet file alone, without its trial.", valueName: "packet"))
  var raters: String?
  @Option(
    name: .customLong("rater"),
    help: "A rater's name; may be given again. Without any, one link for each sequence.")
  var names: [String] = []
  @Flag(help: "Serve the packet of the prompts themselves, in place of the outputs'.")
  var prompts = false
  @Option(help: "The address to serve at.") var host = "127.0.0.1"
  @Option(help: "The port; 0 takes a free one.") var port = 8907

  func validate() throws {
    guard (trial == nil) != (raters == nil) else {
      throw ValidationError("Name a trial, or a packet with --raters PACKET.")
    }
  }

  func run() async throws {
    let console = Console(options)
    let packet = try PacketFile.at(raters ?? trial ?? "", prompts: prompts, options: options)
    guard try !packet.isClosed else {
      throw Fault(
        .badInput, at: "packet", "rating is closed: nobody can rate it any more",
        remedy: "see what came of it: unled report \(trial ?? "NAME")")
    }
    let links = try RaterLinks(
      beside: packet, adding: names.isEmpty ? nil : names, now: Date())
    let site = RatingSite(packet: packet, logger: options.log)
    let shownHost = host == "0.0.0.0" || host == "::" ? ProcessInfo.processInfo.hostName : host
    try await site.run(host: host, port: port) { port in
      print("Send each rater one link; it opens that rater's work alone.\n")
      for link in links.all {
        let path = RatingSite.path(for: link.token)
        print("  \(Terminal.harmlessLine(link.name))  http://\(shownHost):\(port)\(path)")
      }
      print("\nCtrl-C ends it; what was rated stays.")
      fflush(nil)
    }
    console.say("ended; go on any time")
  }
}

/// The raters' links, kept beside the packet in a file of the owner's own: the packet holds hashes.
struct RaterLinks {
  struct Link {
    let name: String
    let token: RaterToken
  }
  private(set) var all: [Link]

  /// Reads the links that exist and adds raters.
  ///
  /// - Parameters:
  ///   - packet: Whose raters they are.
  ///   - names: Who gets a link; `nil` adds one for each sequence that nobody has.
  ///   - now: The moment.
  /// - Throws: ``Fault`` where a link cannot be kept.
  init(beside packet: PacketFile, adding names: [String]?, now: Date) throws {
    let packetFile = URL(filePath: packet.path)
    // A link opens one packet: what readers of prompts were sent is kept apart.
    let file = packetFile.deletingLastPathComponent().appending(
      path: packetFile.lastPathComponent == "prompts.sqlite" ? "prompts-links.txt" : "links.txt")
    // No file yet means that no link was made.
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    all = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      guard parts.count == 2 else { continue }
      let token = RaterToken(String(parts[1]))
      if try packet.rater(with: token) != nil {
        all.append(Link(name: String(parts[0]), token: token))
      }
    }
    let wanted: [String]
    if let names {
      wanted = names
    } else {
      let sequences = try packet.contents.sequences.count
      wanted = all.isEmpty ? (1...max(1, sequences)).map { "reader \($0)" } : []
    }
    for name in wanted where !all.contains(where: { $0.name == name }) {
      let token = RaterToken.random()
      if let known = try packet.rater(named: name) {
        try packet.setToken(token, of: known.id)
      } else {
        _ = try packet.addRater(named: name, kind: .person, token: token, now: now)
      }
      all.append(Link(name: name, token: token))
    }
    try Self.save(all, to: file)
  }

  private static func save(_ links: [Link], to file: URL) throws {
    let text = links.map { "\($0.name)\t\($0.token.text)\n" }.joined()
    let made = FileManager.default.createFile(
      atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
    guard made else {
      throw Fault(
        .cannotCreate, at: file.path, "the links cannot be kept",
        remedy: "check that the folder is yours")
    }
  }
}
