/// Quantiles of a sample by linear interpolation (type 7: h = (n − 1)p).
///
/// - SeeAlso: R. J. Hyndman, Y. Fan (1996), "Sample quantiles in statistical packages", *The
///   American Statistician* 50(4), 361–365, doi:10.1080/00031305.1996.10473566.
enum SampleQuantile {
  /// The p-quantile of ascending values, of which there is at least one.
  static func value(ofSorted values: [Double], at p: Double) -> Double {
    let position = Double(values.count - 1) * p
    let below = min(max(Int(position), 0), values.count - 1)
    let above = min(below + 1, values.count - 1)
    return values[below] + (position - Double(below)) * (values[above] - values[below])
  }
}
