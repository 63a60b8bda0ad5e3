import Faults
import Reproducible
import Testing

@testable import NamedStatistics

/// What a user may send by mistake: every reference input with one member spoilt.
@Suite struct MutatedInputTests {
  static let names = [
    "anytime_valid", "attributable_fraction", "attributable_fraction_mean", "bayes_factor_t",
    "blinding_bang", "blinding_james", "bradley_terry", "cliffs_delta", "cohen_dz",
    "distributions", "guess_accuracy", "mcnemar", "multiplicity", "paired_mean",
    "paired_risk_difference", "risk_difference", "sign_flip", "tost", "wilcoxon_signed_rank",
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
    // The shortest references say enough.
    let references = try Self.references.get().filter { $0.statistic == name }
      .sorted { $0.input.exact.utf8.count < $1.input.exact.utf8.count }.prefix(4)
    #expect(!references.isEmpty)
    for reference in references {
      for spoiler in Self.spoilers {
        for input in Self.spoilt(reference.input, by: spoiler) {
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
