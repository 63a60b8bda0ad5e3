#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How much to stake on each value in 0...1, from those before it only.
///
/// λ_t = √(2 ln(1/α) / (t ln(1 + t) σ̂²_{t−1})), with μ̂_t = (½ + Σx) / (t + 1) and
/// σ̂²_t = (¼ + Σ(x_i − μ̂_i)²) / (t + 1).
enum PredictableBets {
  static func bets(on values: [Double], alpha: Double) -> [Double] {
    var variance = 0.25
    var (sum, squares) = (0.5, 0.25)
    var t = 0.0
    return values.map { value in
      t += 1
      let bet = (2 * -log(alpha) / (t * log1p(t) * variance)).squareRoot()
      sum += value
      let mean = sum / (t + 1)
      squares += (value - mean) * (value - mean)
      variance = squares / (t + 1)
      return bet
    }
  }

  /// The logarithms of the capital of who bets that the mean is above `mean`, after each value.
  ///
  /// K_t = Π(1 + min(λ, ½/m)(x − m)).
  static func logCapital(
    above mean: Double, _ values: [Double], bets: [Double]
  ) -> [Double] {
    let limit = mean > 0 ? 0.5 / mean : .infinity
    var capital = 0.0
    return zip(values, bets).map { value, bet in
      capital += log1p(min(bet, limit) * (value - mean))
      return capital
    }
  }
}
