import Faults
import Reproducible
import Testing

@testable import NamedStatistics

/// What a user may send by mistake: every reference input with one member spoilt.
@Suite struct MutatedInputTests {
  static let names = NamedStatistic.all.map(\.name)

  /// In place of references that take long, many times over.
  static let small: [String: JSON] = [
    "lmm": [
      "formula": "y ~ x + (1 | g) + (1 | h)",
      "data": [
        "y": [1, 3, 2, 4, 4, 7], "x": [0, 1, 0, 1, 0, 1], "g": [1, 1, 2, 2, 3, 3],
        "h": ["a", "b", "b", "a", "a", "b"],
      ],
    ],
    "ordinal_clm": [
      "formula": "y ~ x + (1 | g)",
      "data": [
        "y": [1, 3, 2, 2, 1, 3], "x": [0, 1, 0, 1, 0, 0], "g": [1, 1, 2, 2, 3, 3],
      ],
    ],
    "icc_mixed": ["ratings": [[1, 2, nil], [3, 3, 4], [5, nil, 4], [2, 1, 2]]],
    "rater_severity": ["ratings": [[1, 2, nil], [3, 3, 4], [5, nil, 4], [2, 1, 2]]],
  ]

  private static let references = Result { try GoldenTests.cases() }

  static let spoilers: [JSON] = [
    .null, .bool(true), .string("many"), .string("inf"), .string("-inf"), .integer(0),
    .integer(-1), .integer(1), .integer(2), .number(0.5), .number(-0.0), .number(5e-300),
    .number(1e308), .number(-1e308), .integer(Int(Int32.max)), .integer(Int.min), .array([]),
    .array([.null]), .array([.integer(1)]), .array([.array([])]), .object([:]),
  ]

  /// The value with one place in it spoilt, each place in turn; of long lists only the first few.
  private static func spoilt(_ value: JSON, by spoiler: JSON) -> [JSON] {
    var results = [spoiler]
    if let members = value.members {
      for (key, inner) in members {
        for mutant in spoilt(inner, by: spoiler) {
          results.append(.object(members.merging([key: mutant]) { _, new in new }))
        }
      }
    } else if let elements = value.elements {
      for index in elements.indices.prefix(3) {
        for mutant in spoilt(elements[index], by: spoiler) {
          var others = elements
          others[index] = mutant
          results.append(.array(others))
        }
      }
    }
    return results
  }

  private static func isSound(_ result: JSON) -> Bool {
    switch result {
    case .number(let value): value.isFinite
    case .array(let elements): elements.allSatisfy(isSound)
    case .object(let members): members.values.allSatisfy(isSound)
    default: true
    }
  }

  @Test(arguments: names)
  func `spoilt input is answered or refused, never more`(name: String) throws {
    let statistic = try NamedStatistic.named(name)
    let references = try Self.references.get().filter { $0.statistic == name }.map(\.input)
    #expect(!references.isEmpty)
    // The shortest references say enough.
    let shortest = references.map { ($0, $0.exact.utf8.count) }.sorted { $0.1 < $1.1 }.map(\.0)
    let inputs =
      Self.small[name].map { [$0] }
      ?? Array(shortest.prefix(shortest[0].members?["ratings"] == nil ? 3 : 1))
    for reference in inputs {
      for spoiler in Self.spoilers {
        for input in Self.spoilt(reference, by: spoiler) {
          do {
            let result = try statistic.result(of: input)
            #expect(Self.isSound(result), "\(input.exact)")
          } catch let fault as Fault {
            #expect(fault.place.hasPrefix("input"), "\(fault)")
          }
        }
      }
    }
  }
}
