/// Integrals over finite and infinite ranges.
///
/// Gauss and Kronrod's rules of 10 and 21 points, whose difference says how far off they are; the
/// part that is furthest off is halved, until the whole is near enough.
///
/// - SeeAlso: R. Piessens, E. de Doncker-Kapenga, C. W. Überhuber, D. K. Kahaner (1983),
///   *QUADPACK: A Subroutine Package for Automatic Integration*.
enum Quadrature {
  private struct Part {
    let low: Double
    let high: Double
    let value: Double
    let error: Double
  }

  /// The integral of a function.
  ///
  /// Infinite ranges are drawn together: x = c ± w t / (1 − t) on each side of the middle c.
  ///
  /// - Parameters:
  ///   - low: The lower limit, also −∞.
  ///   - high: The upper limit, also ∞.
  ///   - center: Where a range that is infinite on both sides has its middle: near the peak.
  ///   - width: The size of what the function does near the finite limit, or near the middle.
  ///   - relativeError: How far off the result may be as a share of it.
  ///   - function: Smooth inside the range; it is not asked at the limits themselves.
  /// - Returns: The best that 2000 parts give, where the share asked for is out of reach.
  static func integral(
    from low: Double, to high: Double, center: Double = 0, width: Double = 1,
    relativeError: Double = 1e-13, of function: (Double) -> Double
  ) -> Double {
    func beyond(_ origin: Double, _ sign: Double, _ t: Double) -> Double {
      let rest = 1 - t
      let value = function(origin + sign * width * t / rest)
      return value == 0 ? 0 : value * width / (rest * rest)
    }
    switch (low.isFinite, high.isFinite) {
    case (true, true):
      return integral(over: [low, high], relativeError, of: function)
    case (true, false):
      return integral(over: [0, 0.5, 1], relativeError) { beyond(low, 1, $0) }
    case (false, true):
      return integral(over: [0, 0.5, 1], relativeError) { beyond(high, -1, $0) }
    case (false, false):
      return integral(over: [-1, -0.5, 0, 0.5, 1], relativeError) { t in
        beyond(center, t < 0 ? -1 : 1, abs(t))
      }
    }
  }

  /// The integral over neighbouring finite ranges: the function may have kinks where they meet.
  ///
  /// - Parameters:
  ///   - ends: Ascending, at least two.
  ///   - relativeError: How far off the result may be as a share of it.
  ///   - function: Smooth between the ends; it is not asked at the ends themselves.
  /// - Returns: The best that 2000 parts give, where the share asked for is out of reach.
  static func integral(
    over ends: [Double], _ relativeError: Double = 1e-13, of function: (Double) -> Double
  ) -> Double {
    var parts = zip(ends, ends.dropFirst()).map { part(from: $0, to: $1, of: function) }
    while parts.count < 2_000 {
      let total = parts.reduce(0) { $0 + $1.value }
      let error = parts.reduce(0) { $0 + $1.error }
      guard error > relativeError * abs(total),
        let worst = parts.indices.max(by: { parts[$0].error < parts[$1].error })
      else { break }
      let (low, high) = (parts[worst].low, parts[worst].high)
      let middle = 0.5 * (low + high)
      guard low < middle, middle < high else { break }
      parts[worst] = part(from: low, to: middle, of: function)
      parts.append(part(from: middle, to: high, of: function))
    }
    return parts.map(\.value).sorted { abs($0) < abs($1) }.reduce(0, +)
  }

  /// The points of Gauss's rule of 10 points on each of so many equal panels, ascending, with their
  /// weights.
  static func gaussPoints(
    from low: Double, to high: Double, panels: Int
  ) -> [(point: Double, weight: Double)] {
    let half = 0.5 * (high - low) / Double(panels)
    let below = (0..<5).map { (-nodes[2 * $0 + 1], gaussWeights[$0]) }
    let rule = below + below.reversed().map { (-$0.0, $0.1) }
    return (0..<panels).flatMap { panel in
      let middle = low + Double(2 * panel + 1) * half
      return rule.map { (middle + half * $0.0, half * $0.1) }
    }
  }

  private static func part(
    from low: Double, to high: Double, of function: (Double) -> Double
  ) -> Part {
    let middle = 0.5 * (low + high)
    let half = 0.5 * (high - low)
    let center = function(middle)
    var kronrod = center * kronrodWeights[10]
    var gauss = 0.0
    var size = abs(kronrod)
    var values = [center]
    for index in 0..<10 {
      let below = function(middle - half * nodes[index])
      let above = function(middle + half * nodes[index])
      values += [below, above]
      kronrod += kronrodWeights[index] * (below + above)
      size += kronrodWeights[index] * (abs(below) + abs(above))
      if index % 2 == 1 { gauss += gaussWeights[index / 2] * (below + above) }
    }
    let mean = 0.5 * kronrod
    var spread = kronrodWeights[10] * abs(center - mean)
    for index in 0..<10 {
      spread +=
        kronrodWeights[index]
        * (abs(values[2 * index + 1] - mean) + abs(values[2 * index + 2] - mean))
    }
    // Kronrod's rule is far better than the difference to Gauss's, which is why QUADPACK raises
    // the share of the spread to the power 3/2; below the rounding of the sum nothing can be said.
    var error = abs(kronrod - gauss)
    if spread > 0, error > 0 {
      let share = 200 * error / spread
      error = spread * min(1, share * share.squareRoot())
    }
    if error < 5e-15 * size { error = 0 }
    return Part(low: low, high: high, value: kronrod * half, error: error * half)
  }

  private static let nodes: [Double] = [
    0.995_657_163_025_808_080_735_527_280_689, 0.973_906_528_517_171_720_077_964_012_084_5,
    0.930_157_491_355_708_226_001_207_180_059_5, 0.865_063_366_688_984_510_732_096_688_423_5,
    0.780_817_726_586_416_897_063_717_578_345, 0.679_409_568_299_024_406_234_327_365_114_9,
    0.562_757_134_668_604_683_339_000_099_272_7, 0.433_395_394_129_247_190_799_265_943_165_8,
    0.294_392_862_701_460_198_131_126_603_103_9, 0.148_874_338_981_631_210_884_826_001_129_7,
  ]
  private static let kronrodWeights: [Double] = [
    0.011_694_638_867_371_874_278_064_396_062_19, 0.032_558_162_307_964_727_478_818_972_459_39,
    0.054_755_896_574_351_996_031_381_300_244_58, 0.075_039_674_810_919_952_767_043_140_916_19,
    0.093_125_454_583_697_605_535_065_465_083_37, 0.109_387_158_802_297_641_899_210_590_325_8,
    0.123_491_976_262_065_851_077_958_109_831, 0.134_709_217_311_473_325_928_054_001_771_7,
    0.142_775_938_577_060_080_797_094_273_138_7, 0.147_739_104_901_338_491_374_841_515_972,
    0.149_445_554_002_916_905_664_936_468_389_8,
  ]
  private static let gaussWeights: [Double] = [
    0.066_671_344_308_688_137_593_568_809_893_33, 0.149_451_349_150_580_593_145_776_339_657_7,
    0.219_086_362_515_982_043_995_534_934_228_2, 0.269_266_719_309_996_355_091_226_921_569_5,
    0.295_524_224_714_752_870_173_892_994_651_3,
  ]
}
