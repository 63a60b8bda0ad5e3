import Foundation
import Reproducible
import Testing

@testable import Statistics

/// Reference values made by other implementations, read from the files beside the tests.
enum Golden {
  /// One input with what another implementation makes of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let input: JSON
    let expected: JSON
    let tolerance: Double

    var testDescription: String { id }

    /// The reason why there is no value, where there is none.
    var reason: NoValue? {
      guard case .null? = expected["value"] else { return nil }
      return expected["reason"]?.text.flatMap(NoValue.init(rawValue:))
    }
  }

  /// The cases of a file.
  static func cases(
    _ name: String, where isIncluded: (Case) -> Bool = { _ in true }
  ) throws -> [Case] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let text = try String(contentsOf: folder.appending(path: name + ".json"), encoding: .utf8)
    let cases = try #require(try JSON(parsing: text)["cases"]?.elements)
    return try cases.map { element in
      Case(
        id: try #require(element["id"]?.text), input: try #require(element["input"]),
        expected: try #require(element["expected"]),
        tolerance: try #require(element["tolerance"]?.double))
    }.filter(isIncluded)
  }
}

extension Golden.Case {
  /// Compares a number with the expected one; `nil` must be expected as null.
  func check(
    _ field: String, _ value: Double?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let reference = expected[field] else {
      Issue.record("\(id) expects no \(field)", sourceLocation: sourceLocation)
      return
    }
    check(reference, value, field: field, sourceLocation: sourceLocation)
  }

  /// Compares a probability, also in relative terms.
  func checkProbability(
    _ field: String, _ value: Double?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    check(field, value, sourceLocation: sourceLocation)
    guard let reference = expected[field]?.double, let value, reference > 0 else { return }
    #expect(
      abs(value / reference - 1) < 1e-6, "\(id): \(field) is \(value), not \(reference)",
      sourceLocation: sourceLocation)
  }

  /// Compares both limits of an interval.
  func check(
    low: String, high: String, _ interval: Interval?,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    check(low, interval?.low, sourceLocation: sourceLocation)
    check(high, interval?.high, sourceLocation: sourceLocation)
  }

  /// Compares a number with one inside the expected values.
  func check(
    _ reference: JSON, _ value: Double?, field: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let expected = reference.double else {
      #expect(reference == .null, "\(id): \(field) is no number", sourceLocation: sourceLocation)
      #expect(value == nil, "\(id): \(field) is undefined", sourceLocation: sourceLocation)
      return
    }
    guard let value else {
      Issue.record("\(id): \(field) has no value", sourceLocation: sourceLocation)
      return
    }
    #expect(
      abs(value - expected) <= tolerance * max(1, abs(expected)),
      "\(id): \(field) is \(value), not \(expected)", sourceLocation: sourceLocation)
  }

  /// A list of numbers in the input.
  func numbers(_ field: String) throws -> [Double] {
    try #require(input[field]?.elements).map { try #require($0.double) }
  }

  /// A number in the input.
  func number(_ field: String) throws -> Double {
    try #require(input[field]?.double)
  }

  /// The ratings in the input.
  func ratings() throws -> [[Double?]] {
    try #require(input["ratings"]?.elements).map { try #require($0.elements).map(\.double) }
  }

  /// The lists of indices in the input.
  func resamples() throws -> [[Int]] {
    try #require(input["resamples"]?.elements).map { resample in
      try #require(resample.elements).map { try #require($0.int) }
    }
  }

  /// The pairs in the input of which neither half is missing.
  func pairs() throws -> (leading: [Double], neutral: [Double]) {
    let leading = try #require(input["leading"]?.elements).map(\.double)
    let neutral = try #require(input["neutral"]?.elements).map(\.double)
    let complete = zip(leading, neutral).compactMap { first, second in
      first.flatMap { first in second.map { (first, $0) } }
    }
    return (complete.map(\.0), complete.map(\.1))
  }

  /// The differences in the input, or those of its complete pairs.
  func differences() throws -> [Double] {
    guard input["differences"] == nil else { return try numbers("differences") }
    let pairs = try pairs()
    return zip(pairs.leading, pairs.neutral).map { $0 - $1 }
  }
}
