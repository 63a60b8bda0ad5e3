import ArgumentParser
import Faults
import Foundation
import NamedStatistics
import Reproducible

/// One statistic, for anybody's program.
struct Stat: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compute one statistic: JSON in, JSON out.",
    usage: """
      unled stat <name> < input.json
      unled stat --list
      unled stat --explain <name>
      """,
    discussion: """
      The input is one JSON object on standard input, the result one on standard output, its \
      numbers with 17 significant digits, infinite ones as "inf" and "-inf". What has no value is \
      null, with its reason. --explain says what a statistic takes, its formula, its conventions \
      and its source.

        echo '{"p": [0.01, 0.02, 0.04]}' | unled stat multiplicity
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The statistic.", completion: .list(NamedStatistic.all.map(\.name)))
  var name: String?
  @Flag(help: "Name all statistics, one line each.") var list = false
  @Option(
    help: ArgumentHelp("Say what a statistic is and where it comes from.", valueName: "name"),
    completion: .list(NamedStatistic.all.map(\.name)))
  var explain: String?

  func validate() throws {
    guard [name != nil, list, explain != nil].count(where: { $0 }) == 1 else {
      throw ValidationError("Name a statistic, or ask with --list or --explain NAME.")
    }
  }

  func run() async throws {
    let console = Console(options)
    if list { return try listAll(console) }
    if let explain { return try self.explain(try NamedStatistic.named(explain), console) }
    let statistic = try NamedStatistic.named(name ?? "")
    if isatty(STDIN_FILENO) == 1 {
      console.say(
        "Write a JSON object and end with Ctrl-D; 'unled stat --explain \(statistic.name)' says of what."
      )
    }
    let bytes = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    try console.write(try statistic.result(of: try Self.parse(bytes)).exact)
  }

  /// Deeper than this no input of a statistic is; reading it would take long.
  private static let deepest = 16

  private static func parse(_ bytes: [UInt8]) throws -> JSON {
    guard depth(of: bytes) <= deepest else {
      throw Fault(
        .badInput, at: "standard input", "lists and objects are nested more than \(deepest) deep",
        remedy: "'unled stat --explain NAME' says what the input looks like")
    }
    do {
      return try JSON(parsing: bytes)
    } catch let error as DecodingError {
      let context: DecodingError.Context? =
        switch error {
        case .dataCorrupted(let context), .typeMismatch(_, let context),
          .valueNotFound(_, let context), .keyNotFound(_, let context):
          context
        @unknown default: nil
        }
      let cause =
        context?.underlyingError.map { "\($0)" } ?? context?.debugDescription ?? "\(error)"
      throw Fault(
        .badInput, at: "standard input", "the input is no JSON: \(cause)",
        remedy: "write one JSON object; missing values are null, infinite ones \"inf\"")
    }
  }

  /// How deep brackets and braces outside texts are nested.
  private static func depth(of bytes: [UInt8]) -> Int {
    var (depth, deepest) = (0, 0)
    var (isText, isEscaped) = (false, false)
    for byte in bytes {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        deepest = max(deepest, depth)
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return deepest
  }

  private func listAll(_ console: Console) throws {
    let width = NamedStatistic.all.map(\.name.count).max() ?? 0
    try console.result(
      NamedStatistic.all.map {
        $0.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.summary
      }.joined(separator: "\n"),
      json: .array(
        NamedStatistic.all.map { ["name": .string($0.name), "summary": .string($0.summary)] }))
  }

  private func explain(_ statistic: NamedStatistic, _ console: Console) throws {
    try console.result(
      statistic.explanation,
      json: [
        "name": .string(statistic.name), "summary": .string(statistic.summary),
        "input": .array(
          statistic.keys.map {
            [
              "name": .string($0.name), "required": .bool($0.isRequired),
              "meaning": .string($0.meaning),
            ]
          }),
        "formula": .string(statistic.formula), "conventions": .string(statistic.conventions),
        "source": .string(statistic.source),
      ])
  }
}
