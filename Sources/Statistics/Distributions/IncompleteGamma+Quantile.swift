#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension IncompleteGamma {
  /// The value that a gamma variable of this shape stays at or below with probability p.
  ///
  /// Newton's method for the logarithm of the smaller tail over ln x, where it is concave.
  func quantile(_ p: Double) -> Double {
    precondition(0 <= p && p <= 1, "\(p) is no probability")
    return p <= 0.5 ? lowerQuantile(p) : upperQuantile(1 - p)
  }

  /// The value that is exceeded with probability `tail`, exact also where 1 − `tail` is rounded.
  func upperQuantile(_ tail: Double) -> Double {
    precondition(0 <= tail && tail <= 1, "\(tail) is no probability")
    guard tail > 0 else { return .infinity }
    guard tail <= 0.5 else { return lowerQuantile(1 - tail) }
    return exp(
      -RootFinding.increasingRoot(from: -log(shape), reach: 50 + 50 / min(1, shape)) { negated in
        let x = exp(-negated)
        let reached = upper(x)
        guard reached > 0 else { return (-x - log(tail), x) }
        return (log(reached / tail), exp(logWeight(x)) / reached)
      })
  }

  private func lowerQuantile(_ p: Double) -> Double {
    guard p > 0 else { return 0 }
    return exp(
      RootFinding.increasingRoot(from: log(shape), reach: 50 + 50 / min(1, shape)) { logX in
        let x = exp(logX)
        let reached = lower(x)
        guard reached > 0 else { return (logFirstTerm(logX) - log(p), max(1, shape - x)) }
        return (log(reached / p), exp(logWeight(x)) / reached)
      })
  }

  /// The logarithm of the first term of the series for the lower tail: where the tail is below
  /// every number, this is nearly all of it, and never more.
  private func logFirstTerm(_ logX: Double) -> Double {
    guard shape < 10 else { return logWeight(exp(logX)) - log(shape) }
    return shape * logX - exp(logX) - LogGamma.value(shape + 1)
  }
}
