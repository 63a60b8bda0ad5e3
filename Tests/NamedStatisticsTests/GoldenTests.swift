import Foundation
import Reproducible
import Testing

@testable import NamedStatistics

/// Every reference value, through the door that `unled stat` opens.
@Suite struct GoldenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let statistic: String
    let id: String
    let input: JSON
    let expected: JSON
    let tolerance: Double
    let tolerances: [String: Double]

    var testDescription: String { "\(statistic)/\(id)" }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "StatisticsTests/Golden")

  static func cases() throws -> [Case] {
    let names = NamedStatistic.all.map(\.name)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".json") && names.contains(String($0.dropLast(5))) }
      .flatMap { file in
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        let cases = try #require(try JSON(parsing: text)["cases"]?.elements)
        return try cases.map { element in
          Case(
            statistic: String(file.dropLast(5)), id: try #require(element["id"]?.text),
            input: try #require(element["input"]), expected: try #require(element["expected"]),
            tolerance: try #require(element["tolerance"]?.double),
            tolerances: element["tolerance_fields"]?.members?.compactMapValues(\.double) ?? [:])
        }
      }
  }

  @Test(arguments: try cases())
  func `matches the reference value`(_ reference: Case) throws {
    let result = try NamedStatistic.named(reference.statistic).result(of: reference.input)
    for difference in reference.differences(of: result) { Issue.record("\(difference)") }
  }
}

extension GoldenTests.Case {
  /// Second opinions of packages, which need not be reproduced.
  private static let opinions = [
    "pwr_package_", "bayesfactor_package_", "bayesrep_", "effectsize_",
    "replicationsuccess_package_",
  ]

  /// Where a result is not what is expected.
  func differences(of result: JSON) -> [String] {
    compare(result, expected, at: "", tolerance)
  }

  private func compare(
    _ found: JSON, _ expected: JSON, at place: String, _ tolerance: Double
  ) -> [String] {
    switch expected {
    case .object(let members):
      return members.sorted { $0.key < $1.key }.flatMap { key, value -> [String] in
        guard !Self.opinions.contains(where: key.hasPrefix) else { return [] }
        guard let inner = found[key] else { return ["\(place).\(key) is missing"] }
        return compare(inner, value, at: "\(place).\(key)", tolerances[key] ?? tolerance)
      }
    case .array(let elements):
      guard let others = found.elements, others.count == elements.count else {
        return ["\(place) is no list of \(elements.count)"]
      }
      return elements.indices.flatMap {
        compare(others[$0], elements[$0], at: "\(place)[\($0)]", tolerance)
      }
    case .integer, .number:
      guard let number = found.double, let reference = expected.double else {
        return ["\(place) is \(found.canonical), not \(expected.canonical)"]
      }
      return isNear(number, reference, at: place, tolerance)
        ? [] : ["\(place) is \(number), not \(reference)"]
    default:
      return found == expected ? [] : ["\(place) is \(found.canonical), not \(expected.canonical)"]
    }
  }

  private func isNear(
    _ number: Double, _ reference: Double, at place: String, _ tolerance: Double
  ) -> Bool {
    guard abs(number - reference) <= tolerance * max(1, abs(reference)) else { return false }
    // A probability near zero matches anything in absolute terms.
    let field = place.split(separator: ".").last.map(String.init) ?? ""
    let isProbability = field == "p" || field.hasPrefix("p_") || field.hasSuffix("_p")
    guard isProbability, reference != 0, tolerances[field] == nil else { return true }
    return abs(number / reference - 1) < 1e-6
  }
}
