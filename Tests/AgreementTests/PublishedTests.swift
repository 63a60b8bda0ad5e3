import Agreement
import RatingTables
import Statistics
import Testing

@Suite struct PublishedTests {
  @Test(
    arguments: [
      (.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849), (.ratio, 0.797),
    ] as [(RatingScale, Double)])
  func `alpha is that of Krippendorff's example`(scale: RatingScale, printed: Double) throws {
    let summary = try summarize(Published.krippendorff) { $0.scale = scale }
    let alpha = try #require(summary.headline.alpha.estimate)
    #expect(abs(alpha - printed) < 0.0005)
    #expect(summary.headline.alpha.unitCount == 11)
    #expect(summary.counts.missing == 7)
    #expect(summary.counts.singleUnits == 1)
    let interval = try #require(summary.headline.alpha.interval)
    #expect(interval.contains(alpha))
  }

  @Test func `kappa is Fleiss's`() throws {
    let summary = try summarize(Published.fleiss)
    #expect(summary.table.scale == .nominal)
    let kappa = try #require(summary.coefficient(.fleiss)?.estimate)
    #expect(abs(kappa - 0.430) < 0.0005)
    #expect(summary.coefficient(.conger)?.estimate != nil)
    #expect(summary.coefficient(.cohen) == nil)
    // Fleiss (1971), p. 381: 0.245, 0.245, 0.520, 0.471, 0.566 by category.
    let printed = [
      "depression": 0.245, "personality": 0.245, "schizophrenia": 0.520, "neurosis": 0.471,
      "other": 0.566,
    ]
    for profile in summary.categories {
      let expected = try #require(printed[profile.category.label])
      #expect(abs(try #require(profile.kappa) - expected) < 0.0006)
    }
  }

  @Test func `the intraclass correlations are Shrout and Fleiss's`() throws {
    let summary = try summarize(Published.shroutFleiss) { $0.scale = .interval }
    let printed: [(Coefficient.Kind, Double)] = [
      (.iccOneWay, 0.17), (.iccAgreement, 0.29), (.iccConsistency, 0.71),
      (.iccAgreementMean, 0.62),
    ]
    for (kind, value) in printed {
      let coefficient = try #require(summary.coefficient(kind))
      #expect(abs(try #require(coefficient.estimate) - value) < 0.006)
      #expect(coefficient.method == .f)
    }
    #expect(summary.coefficient(.iccMixedAgreement) == nil)
  }

  @Test func `two raters have Cohen's and Scott's coefficients`() throws {
    let summary = try summarize("id,x,y\na,p,p\nb,p,q\nc,q,q\nd,r,r\ne,q,q\nf,p,p\n")
    let kinds = summary.coefficients.map(\.kind)
    #expect(
      kinds == [.alpha, .percentAgreement, .gwet, .brennanPrediger, .cohen, .scott])
  }

  @Test func `ordinal ratings are weighted`() throws {
    let summary = try summarize(Published.krippendorff)
    #expect(
      summary.coefficients.map(\.weights)
        == ["ordinal", "identity", "ordinal", "ordinal", "quadratic", "quadratic", "quadratic", ""])
    #expect(summary.coefficients.last?.reason == .noStandardInterval)
  }

  @Test func `an incomplete table of numbers has the mixed model's coefficients`() throws {
    let summary = try summarize(
      Published.shroutFleiss.replacing("3,8,4,6,8", with: "3,8,4,,8")
    ) { $0.scale = .interval }
    let icc = try #require(summary.coefficient(.iccMixedAgreement))
    #expect(try #require(icc.estimate) > 0)
    #expect(icc.unitCount == 6)
    #expect(summary.coefficient(.iccAgreement)?.unitCount == 5)
    #expect(summary.raters.allSatisfy { $0.severity != nil })
  }
}
