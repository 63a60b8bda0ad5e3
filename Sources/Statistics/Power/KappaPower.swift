#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How many units show what a κ of yes-or-no ratings is.
public enum KappaPower {
  /// How many units two raters must rate to tell Cohen's κ from a smaller or larger one.
  ///
  /// n = ((z_α τ₀ + z_β τ₁) / (κ₁ − κ₀))², τ² = n · SE² of κ (Fleiss, Cohen & Everitt 1969) in the
  /// table that has these rates and this κ.
  ///
  /// - Parameters:
  ///   - rates: How often each rater says yes, between 0 and 1.
  ///   - kappa: The true κ; a κ these rates allow (``kappaRange(rates:)``).
  ///   - null: The κ to be refuted, another one that they allow.
  ///   - alpha: The error of the first kind, between 0 and 1.
  ///   - power: Between α and 1.
  ///   - isTwoSided: Whether the test looks to both sides.
  /// - Returns: How many units both rate.
  /// - SeeAlso: V. F. Flack, A. A. Afifi, P. A. Lachenbruch, H. J. A. Schouten (1988), "Sample size
  ///   determinations for the two rater kappa statistic", *Psychometrika* 53(3), 321–325.
  /// - Complexity: O(1).
  public static func cohenTest(
    rates: (Double, Double), kappa: Double, null: Double, alpha: Double, power: Double,
    isTwoSided: Bool
  ) -> SampleSize {
    precondition(kappa != null, "one κ cannot be told from itself")
    let allowed = kappaRange(rates: rates)
    precondition(allowed.contains(kappa) && allowed.contains(null), "no table has that κ")
    let zAlpha = -Distributions.normalQuantile(isTwoSided ? alpha / 2 : alpha)
    let zBeta = Distributions.normalQuantile(power)
    let spread =
      zAlpha * unitVariance(rates, kappa: null).squareRoot()
      + zBeta * unitVariance(rates, kappa: kappa).squareRoot()
    return SampleSize((spread / (kappa - null)) * (spread / (kappa - null)))
  }

  /// The κ that tables with given rates of yes can have, from no agreement beyond what the rates
  /// force to as much as they let.
  ///
  /// - Parameter rates: How often each rater says yes, between 0 and 1.
  /// - Returns: At most 1, which only equal rates allow.
  /// - Complexity: O(1).
  public static func kappaRange(rates: (Double, Double)) -> ClosedRange<Double> {
    let (first, second) = rates
    precondition(first > 0 && first < 1 && second > 0 && second < 1, "rates of \(rates)")
    let byChance = first * second + (1 - first) * (1 - second)
    let least = abs(first + second - 1)
    let most = 1 - abs(first - second)
    // Rounding may put κ = 1 of equal rates below 1.
    let high = first == second ? 1 : (most - byChance) / (1 - byChance)
    return min((least - byChance) / (1 - byChance), high)...high
  }

  /// n times the squared standard error of κ in a table of two yes-or-no raters.
  private static func unitVariance(_ rates: (Double, Double), kappa: Double) -> Double {
    let first = [rates.0, 1 - rates.0]
    let second = [rates.1, 1 - rates.1]
    let byChance = first[0] * second[0] + first[1] * second[1]
    let observed = kappa * (1 - byChance) + byChance
    let bothYes = (observed - 1 + rates.0 + rates.1) / 2
    let cells = [
      [bothYes, rates.0 - bothYes], [rates.1 - bothYes, 1 - rates.0 - rates.1 + bothYes],
    ]
    var sum = 0.0
    for row in 0..<2 {
      for column in 0..<2 {
        let own = (row == column ? 1 : 0) - (1 - kappa) * (second[row] + first[column])
        sum += cells[row][column] * own * own
      }
    }
    let center = observed - 2 * (1 - kappa) * byChance
    return max(0, sum - center * center) / ((1 - byChance) * (1 - byChance))
  }

  /// How many units several raters must rate to tell a κ from another one.
  ///
  /// Donner's common-correlation model, goodness of fit: with a share π of yes,
  /// P_j = C(r, j) πʲ (1 − π)ʳ⁻ʲ (1 − κ) of the units have 0 < j < r times yes,
  /// P₀ = (1 − π)ʳ + κ(1 − π)(1 − (1 − π)ʳ⁻¹) and P_r = πʳ + κπ(1 − πʳ⁻¹).
  /// n = λ / Σ (P_j(κ₁) − P_j(κ₀))² / P_j(κ₀), λ the noncentrality of χ² on one degree of freedom
  /// that gives the power.
  ///
  /// - Parameters:
  ///   - kappa: The true κ, in 0...1.
  ///   - null: The κ to be refuted, in 0..<1, another one.
  ///   - prevalence: π, between 0 and 1.
  ///   - raters: At least two.
  ///   - alpha: The error of the first kind, between 0 and 1.
  ///   - power: Between α and 1.
  /// - Returns: How many units all of them rate, at least one.
  /// - SeeAlso: A. Donner, M. A. Rotondi (2010), "Sample size requirements for interval estimation
  ///   of the kappa statistic for interobserver agreement studies with a binary outcome and multiple
  ///   raters", *The International Journal of Biostatistics* 6(1), article 31.
  /// - Complexity: O(*r*) in the number of raters, and a search.
  public static func goodnessOfFit(
    kappa: Double, null: Double, prevalence: Double, raters: Int, alpha: Double, power: Double
  ) -> SampleSize {
    precondition(kappa != null && alpha < power && power < 1, "κ \(kappa), \(null) at \(power)")
    let critical = -Distributions.normalQuantile(alpha / 2)
    // χ² on one degree of freedom is the square of a normal variable.
    func lack(_ shift: Double) -> Double {
      Distributions.normalCDF(shift - critical) + Distributions.normalCDF(-shift - critical) - power
    }
    let beyond = critical + abs(Distributions.normalQuantile(power)) + 1
    let shift = RootFinding.root(between: 0, and: beyond, of: lack) ?? 0
    let information = information(kappa, null: null, prevalence: prevalence, raters: raters)
    return SampleSize(max(1, shift * shift / information))
  }

  /// How many units several raters must rate to know a κ within limits: the smallest number, of at
  /// least ten, at which the goodness of fit of ``goodnessOfFit`` would refute both limits, at α on
  /// both sides or, where only a lower limit is asked for, at α on one.
  ///
  /// - Parameters:
  ///   - kappa: The expected κ, in 0...1.
  ///   - low: The lower limit, in 0..<1 and below κ.
  ///   - high: The upper limit, above κ and below 1.
  ///   - prevalence: π, between 0 and 1.
  ///   - raters: At least two.
  ///   - alpha: 1 less the level, between 0 and 1; below one half for one limit.
  /// - Returns: How many units all of them rate, at least ten.
  /// - Complexity: O(*r*) in the number of raters.
  public static func precision(
    kappa: Double, low: Double, high: Double? = nil, prevalence: Double, raters: Int, alpha: Double
  ) -> SampleSize {
    let tail = high == nil ? alpha : alpha / 2
    precondition(tail > 0 && tail < 0.5, "α \(alpha)")
    let critical = Distributions.normalQuantile(tail)
    let sums = ([low] + [high].compactMap { $0 }).map {
      information(kappa, null: $0, prevalence: prevalence, raters: raters)
    }
    return SampleSize(max(10, sums.map { critical * critical / $0 }.max() ?? 0))
  }

  /// Σ (P_j(κ) − P_j(κ₀))² / P_j(κ₀), what one unit says.
  ///
  /// Each P_j is linear in κ, and those between the ends change in proportion to themselves.
  private static func information(
    _ kappa: Double, null: Double, prevalence: Double, raters: Int
  ) -> Double {
    precondition(
      null >= 0 && null < 1 && prevalence > 0 && prevalence < 1 && raters > 1,
      "κ \(null), π \(prevalence), \(raters) raters")
    let r = Double(raters)
    let none = pow(1 - prevalence, r)
    let all = pow(prevalence, r)
    let growth = (none: 1 - prevalence - none, all: prevalence - all)
    let ends =
      growth.none * growth.none / (none + null * growth.none)
      + growth.all * growth.all / (all + null * growth.all)
    return (kappa - null) * (kappa - null) * ((1 - none - all) / (1 - null) + ends)
  }
}
