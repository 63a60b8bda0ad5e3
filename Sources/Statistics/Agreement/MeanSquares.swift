/// The two-way analysis of variance of a complete table, and the correlations that follow from it.
struct MeanSquares {
  let n: Double
  let k: Double
  let between: Double
  let within: Double
  let raters: Double
  let error: Double

  /// Splits the spread of a table.
  ///
  /// - Throws: ``NoValue/noVariation`` where all ratings are the same.
  init(of table: CompleteRatings) throws(NoValue) {
    let (units, raterCount, values) = (table.unitCount, table.raterCount, table.values)
    guard values.contains(where: { $0 != values[0] }) else { throw .noVariation }
    var unitMeans = [Double](repeating: 0, count: units)
    var raterMeans = [Double](repeating: 0, count: raterCount)
    // Products rather than quotients: a division a rating would cost more than all the rest.
    let (raterShare, unitShare) = (1 / Double(raterCount), 1 / Double(units))
    for unit in 0..<units {
      var unitMean = 0.0
      for rater in 0..<raterCount {
        let value = values[unit * raterCount + rater]
        unitMean += value * raterShare
        raterMeans[rater] += value * unitShare
      }
      unitMeans[unit] = unitMean
    }
    let mean = unitMeans.reduce(0) { $0 + $1 / Double(units) }
    var (withinSum, errorSum, largest) = (0.0, 0.0, 0.0)
    for unit in 0..<units {
      let unitMean = unitMeans[unit]
      for rater in 0..<raterCount {
        let value = values[unit * raterCount + rater]
        let inUnit = value - unitMean
        let residual = inUnit - (raterMeans[rater] - mean)
        withinSum += inUnit * inUnit
        errorSum += residual * residual
        largest = max(largest, abs(value))
      }
    }
    // Below this a sum of squares is the rounding noise of an exact zero.
    let noise = largest * 1e-14 * largest * 1e-14 * Double(values.count)
    let mend = { (sum: Double) in sum <= noise ? 0 : sum }
    n = Double(units)
    k = Double(raterCount)
    let unitSum = unitMeans.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let raterSum = raterMeans.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    between = mend(k * unitSum) / (n - 1)
    within = mend(withinSum) / (n * (k - 1))
    raters = mend(n * raterSum) / (k - 1)
    error = mend(errorSum) / ((n - 1) * (k - 1))
  }

  /// (1,1) and (1,k), or (3,1) and (3,k), by the mean square of their error.
  func forms(
    error: Double, df2: Double, tail: Double
  ) -> (single: IntraclassCorrelation.Form, mean: IntraclassCorrelation.Form) {
    let f = between / error
    let distribution = FDistribution(n - 1, df2)
    let limits: [Double]? =
      f.isNaN
      ? nil
      : [f / distribution.upperQuantile(tail), f * FDistribution(df2, n - 1).upperQuantile(tail)]
    let form = { (estimate: Double, limit: (Double) -> Double) in
      IntraclassCorrelation.Form(
        estimate: estimate.isFinite ? estimate : nil, f: f.isNaN ? nil : f, df1: Int(n - 1),
        df2: Int(df2), pValue: f.isNaN ? nil : distribution.upperTail(f),
        interval: Self.interval(limits?.map(limit), tail: tail))
    }
    return (
      form((between - error) / (between + (k - 1) * error)) {
        $0.isFinite ? ($0 - 1) / ($0 + k - 1) : 1
      },
      form((between - error) / between) { 1 - 1 / $0 }
    )
  }

  /// (2,1) and (2,k); F is that of (3,1).
  func agreementForms(
    like consistency: IntraclassCorrelation.Form, tail: Double
  ) -> (single: IntraclassCorrelation.Form, mean: IntraclassCorrelation.Form) {
    let single = (between - error) / (between + (k - 1) * error + k * (raters - error) / n)
    let denominator = between + (raters - error) / n
    let limits = single.isFinite ? agreementLimits(single, tail: tail) : nil
    let form = { (estimate: Double?, limits: [Double]?) in
      IntraclassCorrelation.Form(
        estimate: estimate, f: consistency.f, df1: consistency.df1, df2: consistency.df2,
        pValue: consistency.pValue, interval: Self.interval(limits, tail: tail))
    }
    return (
      form(single.isFinite ? single : nil, limits),
      // What is not above 0 divides to a value that means nothing.
      form(
        denominator > 0 ? (between - error) / denominator : nil,
        denominator > 0 ? limits?.map(ofMean) : nil)
    )
  }

  /// Spearman and Brown's correlation of the mean of k raters from that of one; NaN where that is
  /// so far below zero that there is none.
  private func ofMean(_ single: Double) -> Double {
    let denominator = 1 + (k - 1) * single
    return denominator > 0 ? k * single / denominator : .nan
  }

  /// The limits of (2,1), with Satterthwaite's degrees of freedom for the raters and the error.
  private func agreementLimits(_ rho: Double, tail: Double) -> [Double]? {
    guard raters > 0 || error > 0 else { return [1, 1] }
    let ofRaters = k * rho * raters
    let ofError = (n * (1 + (k - 1) * rho) - k * rho) * error
    let v =
      (k - 1) * (n - 1) * (ofRaters + ofError) * (ofRaters + ofError)
      / ((n - 1) * ofRaters * ofRaters + ofError * ofError)
    guard v > 0, v.isFinite else { return nil }
    let lower = FDistribution(n - 1, v).upperQuantile(tail)
    let upper = FDistribution(v, n - 1).upperQuantile(tail)
    guard lower.isFinite, upper.isFinite else { return nil }
    let spread = k * raters + (k * n - k - n) * error
    return [
      n * (between - lower * error) / (lower * spread + n * between),
      n * (upper * between - error) / (spread + n * upper * between),
    ]
  }

  private static func interval(_ limits: [Double]?, tail: Double) -> Interval? {
    guard let limits, limits.allSatisfy(\.isFinite) else { return nil }
    return Interval(low: limits[0], high: limits[1], level: 1 - 2 * tail)
  }
}
