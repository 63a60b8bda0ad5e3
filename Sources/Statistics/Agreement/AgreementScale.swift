/// The weights of a scale, w_kl, without a matrix where there are many categories.
struct AgreementScale {
  let weights: AgreementWeights
  let categories: [Double]
  private let largest: Double
  private let low: Double
  private let range: Double
  /// The weights row by row; empty where there are too many categories to keep them.
  private var matrix: [Double] = []

  /// Weighs the categories of a scale.
  ///
  /// - Parameters:
  ///   - weights: How alike two categories are taken to be.
  ///   - categories: At least one, ascending.
  /// - Throws: ``NoValue/undefinedChanceTerm`` where the weights have no value on this scale, such
  ///   as ratio weights of negative categories.
  init(_ weights: AgreementWeights, _ categories: [Double]) throws(NoValue) {
    self.weights = weights
    self.categories = categories
    low = categories[0]
    range = categories[categories.count - 1] - low
    largest = weights.largestDistance(categories)
    guard largest > 0, largest.isFinite, range.isFinite, weights != .ratio || low >= 0 else {
      throw .undefinedChanceTerm
    }
    if categories.count <= 128 {
      var matrix: [Double] = []
      for k in categories.indices {
        for l in categories.indices { matrix.append(computedWeight(k, l)) }
      }
      self.matrix = matrix
    }
  }

  /// w_kl, 1 for a category and itself.
  func weight(_ k: Int, _ l: Int) -> Double {
    matrix.isEmpty ? computedWeight(k, l) : matrix[k * categories.count + l]
  }

  private func computedWeight(_ k: Int, _ l: Int) -> Double {
    k == l ? 1 : 1 - weights.distance(k, l, categories) / largest
  }

  /// T_w, the sum of all weights.
  var total: Double {
    applied(to: [Double](repeating: 1, count: categories.count)).reduce(0, +)
  }

  /// Σ_l w_kl v_l for each category k.
  ///
  /// - Parameter values: v, one element a category, none negative.
  /// - Returns: One element a category.
  /// - Complexity: O(*q*) for identity, linear, quadratic and ordinal weights; else O(*q*²).
  func applied(to values: [Double]) -> [Double] {
    guard categories.count > 1 else { return values }
    switch weights {
    case .identity: return values
    case .linear: return applied(to: values, at: { ($0 - low) / range }, linear: 1, square: 0)
    case .quadratic: return applied(to: values, at: { ($0 - low) / range }, linear: 0, square: 1)
    case .ordinal:
      // C(d + 1, 2) / C(q, 2) = (d + d²) / (q(q − 1)).
      let share = 1 / Double(categories.count * (categories.count - 1))
      return applied(to: values, at: nil, linear: share, square: share)
    case .radical, .ratio, .circular, .bipolar:
      return categories.indices.map { k in
        var sum = 0.0
        for l in categories.indices { sum += weight(k, l) * values[l] }
        return sum
      }
    }
  }

  /// The same where the distance is a multiple of |x_k − x_l| and one of its square.
  ///
  /// The sums of distances from a category to all below it follow from those of the category
  /// before; then the same from above. All terms are positive, so that nothing cancels.
  ///
  /// - Parameters:
  ///   - values: v.
  ///   - place: x of a category; `nil` for its position.
  ///   - linear: The factor of the distance.
  ///   - square: The factor of its square.
  /// - Returns: One element a category.
  private func applied(
    to values: [Double], at place: ((Double) -> Double)?, linear: Double, square: Double
  ) -> [Double] {
    let places = place.map { categories.map($0) } ?? categories.indices.map(Double.init)
    var result = [Double](repeating: values.reduce(0, +), count: values.count)
    func sweep(_ order: some Sequence<Int>) {
      var (sum, distances, squares) = (0.0, 0.0, 0.0)
      var before: Int?
      for k in order {
        let step = before.map { abs(places[k] - places[$0]) } ?? 0
        squares += 2 * step * distances + step * step * sum
        distances += step * sum
        result[k] -= linear * distances + square * squares
        sum += values[k]
        before = k
      }
    }
    sweep(places.indices)
    sweep(places.indices.reversed())
    return result
  }
}
