#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How alike two categories are taken to be: 1 on the diagonal, 0 for the farthest apart.
///
/// With categories x₁ < … < x_q and R = x_q − x₁.
///
/// - SeeAlso: K. L. Gwet (2014), *Handbook of Inter-Rater Reliability*, 4th ed., ch. 3.
public enum AgreementWeights: String, Hashable, Sendable, CaseIterable {
  /// Only the same category counts.
  case identity
  /// 1 − |x_k − x_l| / R.
  case linear
  /// 1 − (x_k − x_l)² / R².
  case quadratic
  /// 1 − C(|k − l| + 1, 2) / C(q, 2), by position.
  case ordinal
  /// 1 − √|x_k − x_l| / √R.
  case radical
  /// 1 − ((x_k − x_l) / (x_k + x_l))² over the same of the outermost two.
  case ratio
  /// 1 − sin²(π(x_k − x_l) / (R + 1)) over its largest value.
  case circular
  /// 1 − (x_k − x_l)² / ((x_k + x_l − 2x₁)(2x_q − x_k − x_l)) over its largest value.
  case bipolar

  /// The weight of each pair of categories.
  ///
  /// - Parameter categories: At least one, ascending.
  /// - Returns: One row a category, in the same order.
  /// - Complexity: O(*q*²) in the number of categories.
  public func matrix(for categories: [Double]) -> [[Double]] {
    guard categories.count > 1 else { return [[1]] }
    let largest = largestDistance(categories)
    return categories.indices.map { k in
      categories.indices.map { l in k == l ? 1 : 1 - distance(k, l, categories) / largest }
    }
  }

  /// The distance whose weight is 0; 1 where there is one category.
  func largestDistance(_ categories: [Double]) -> Double {
    let last = categories.count - 1
    guard last > 0 else { return 1 }
    guard self == .circular || self == .bipolar else { return distance(0, last, categories) }
    var largest = 0.0
    for k in categories.indices {
      for l in categories.indices.dropFirst(k + 1) {
        largest = max(largest, distance(k, l, categories))
      }
    }
    return largest
  }

  /// How far apart two different categories are; the weight is 1 less its share of the largest.
  func distance(_ k: Int, _ l: Int, _ categories: [Double]) -> Double {
    let low = categories[0]
    let high = categories[categories.count - 1]
    let gap = categories[k] - categories[l]
    let sum = categories[k] + categories[l]
    switch self {
    case .identity: return 1
    case .linear: return abs(gap)
    case .quadratic: return (gap / (high - low)) * (gap / (high - low))
    case .ordinal: return Double(abs(k - l) * (abs(k - l) + 1) / 2)
    case .radical: return abs(gap).squareRoot()
    case .ratio: return (gap / sum) * (gap / sum)
    case .circular:
      let sine = sin(Double.pi * gap / (high - low + 1))
      return sine * sine
    case .bipolar: return gap * gap / ((sum - 2 * low) * (2 * high - sum))
    }
  }
}
