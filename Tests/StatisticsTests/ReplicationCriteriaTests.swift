import Reproducible
import Testing

@testable import Statistics

@Suite struct ReplicationCriteriaTests {
  static func criteria(_ reference: Golden.Case) throws -> ReplicationCriteria {
    try ReplicationCriteria(
      original: try reference.number("original"),
      originalStandardError: try reference.number("original_se"),
      replication: try reference.number("replication"),
      replicationStandardError: try reference.number("replication_se"))
  }

  @Test(arguments: try Golden.cases("replication_basic"))
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let criteria = try Self.criteria(reference)
    reference.checkProbability("p_original", criteria.pOriginal)
    reference.checkProbability("p_replication", criteria.pReplication)
    reference.check(
      low: "replication_ci_low", high: "replication_ci_high", criteria.replicationInterval)
    reference.check(low: "prediction_low", high: "prediction_high", criteria.predictionInterval)
    reference.check("q", criteria.q)
    reference.checkProbability("q_p", criteria.qPValue)
    reference.check("relative_effect", criteria.relativeEffect)
    reference.check("variance_ratio_c", criteria.varianceRatio)
    let expected = reference.expected
    #expect(criteria.sameSign == expected["same_sign"]?.flag)
    #expect(criteria.significantSameSign == expected["significant_same_sign"]?.flag)
    #expect(
      criteria.originalInReplicationInterval == expected["original_in_replication_ci"]?.flag)
    #expect(
      criteria.replicationInPrediction == expected["replication_in_prediction_interval"]?.flag)
  }

  @Test func `an estimate of zero has no sign`() throws {
    let criteria = try ReplicationCriteria(
      original: 0, originalStandardError: 1, replication: 0, replicationStandardError: 1)
    #expect(!criteria.sameSign && criteria.relativeEffect == nil && criteria.qPValue == 1)
  }

  @Test(arguments: [(0.0, 1.0), (1.0, 0.0), (-1.0, 1.0)])
  func `a study without spread cannot be compared`(first: Double, second: Double) {
    #expect(throws: NoValue.noVariation) {
      try ReplicationCriteria(
        original: 1, originalStandardError: first, replication: 1,
        replicationStandardError: second)
    }
  }
}
