import Reproducible
import Testing

@testable import Statistics

@Suite struct PercentAgreementTests {
  static func agreement(_ reference: Golden.Case) throws -> PercentAgreement {
    let weights = reference.input["weights"]?.text.flatMap(AgreementWeights.init(rawValue:))
    let categories = reference.input["categories"]?.elements?.compactMap(\.double)
    return try PercentAgreement(
      of: try reference.ratings(), categories: categories, weights: weights ?? .identity)
  }

  @Test(arguments: try Golden.cases("percent_agreement") { $0.reason == nil })
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let agreement = try Self.agreement(reference)
    reference.check("value", agreement.estimate)
    reference.check("se", agreement.standardError)
    reference.check(low: "ci_low", high: "ci_high", agreement.interval)
    reference.checkProbability("p", agreement.pValue)
    reference.check("units", Double(agreement.unitCount))
    reference.check("pairable_units", Double(agreement.pairableUnits))
    reference.check("complete_units", Double(agreement.completeUnits))
    reference.check("all_raters_identical", agreement.allRatersIdentical)
  }

  @Test(arguments: try Golden.cases("percent_agreement") { $0.reason != nil })
  func `says why there is no value`(_ reference: Golden.Case) throws {
    let error = #expect(throws: NoValue.self) { try Self.agreement(reference) }
    #expect(error == reference.reason)
    #expect(throws: NoValue.noData) { try PercentAgreement(of: []) }
  }
}
