public import Faults
public import Reproducible
import Statistics

/// A statistic under its name: JSON in, JSON out, and what it is.
public struct NamedStatistic: Sendable {
  /// One member of the input.
  public struct Key: Hashable, Sendable {
    /// The member's name.
    public let name: String
    /// Whether the statistic cannot do without it.
    public let isRequired: Bool
    /// What it holds: shape, unit, range, what `null` means.
    public let meaning: String

    static func required(_ name: String, _ meaning: String) -> Key {
      Key(name: name, isRequired: true, meaning: meaning)
    }

    static func optional(_ name: String, _ meaning: String) -> Key {
      Key(name: name, isRequired: false, meaning: meaning)
    }
  }

  /// The name on the command line, in snake case.
  public let name: String
  /// What it is, in one line.
  public let summary: String
  /// What the input may hold.
  public let keys: [Key]
  /// The formula, in words and symbols.
  public let formula: String
  /// Missing data, ties, degenerate input: what was decided where authors differ.
  public let conventions: String
  /// Where it was published.
  public let source: String
  private let compute: @Sendable (StatisticInput) throws -> [String: JSON]

  init(
    _ name: String, _ summary: String, keys: [Key], formula: String, conventions: String,
    source: String, compute: @escaping @Sendable (StatisticInput) throws -> [String: JSON]
  ) {
    self.name = name
    self.summary = summary
    self.keys = keys
    self.formula = formula
    self.conventions = conventions
    self.source = source
    self.compute = compute
  }

  /// Computes the statistic.
  ///
  /// - Parameter input: An object with the members of ``keys``.
  /// - Returns: An object; what has no value is `null` with its `reason`, infinities are the texts
  ///   `inf` and `-inf`.
  /// - Throws: `Fault` of kind `badInput` that names the member.
  public func result(of input: JSON) throws -> JSON {
    let input = try StatisticInput(input, keys: keys)
    do {
      return .object(try compute(input))
    } catch let reason as NoValue {
      return .object(.noValue(reason))
    }
  }

  /// What it is, for a person who wants to recompute it, in lines of at most 80 characters.
  public var explanation: String {
    let inputs = keys.map { key in
      "\(key.name)\(key.isRequired ? "" : " (may be left out)"): \(key.meaning)"
    }
    return """
      \(Self.lines(of: "\(name): \(summary)", indent: ""))

      Input
      \(inputs.map { Self.lines(of: $0, indent: "  ") }.joined(separator: "\n"))

      Formula
      \(Self.lines(of: formula, indent: "  "))

      Conventions
      \(Self.lines(of: conventions, indent: "  "))

      Source
      \(Self.lines(of: source, indent: "  "))
      """
  }

  /// The lines of a text, those that are too long broken between words and indented further.
  private static func lines(of text: String, indent: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      var lines: [String] = []
      var current = indent + String(line.prefix { $0 == " " })
      var isEmpty = true
      for word in line.split(separator: " ") {
        if !isEmpty, current.count + 1 + word.count > 80 {
          lines.append(current)
          current = indent + "  "
          isEmpty = true
        }
        current += (isEmpty ? "" : " ") + word
        isEmpty = false
      }
      return lines + [current]
    }.joined(separator: "\n")
  }
}

extension NamedStatistic {
  /// Every statistic, by name.
  public static let all: [NamedStatistic] =
    families.joined().sorted { $0.name < $1.name }

  private static var families: [[NamedStatistic]] {
    [
      agreementOfRatings, agreementOfPairs, agreementByCategory, agreementOfScores,
      trueCategories, blinding, textLeak, differences, ranks, events, evidence, mixedModels,
      resampling, replication, manyStudies, power, distributions,
    ]
  }

  /// The statistic of a name.
  ///
  /// - Throws: `Fault` of kind `badInput` that names the nearest.
  public static func named(_ name: String) throws(Fault) -> NamedStatistic {
    if let found = all.first(where: { $0.name == name }) { return found }
    let meant = Nearest.name(to: name, in: all.map(\.name))
    throw Fault(
      .badInput, at: "unled stat", "no statistic is called '\(name)'",
      remedy: meant.map { "did you mean '\($0)'?" } ?? "see them all: unled stat --list")
  }
}
