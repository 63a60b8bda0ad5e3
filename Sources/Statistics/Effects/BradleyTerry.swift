#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Abilities of objects from paired comparisons, by Bradley and Terry's model.
///
/// An object of ability β_a beats one of β_b with probability 1 / (1 + e^(β_b − β_a)); by maximum
/// likelihood. There is one finite maximum just when the objects cannot be parted into two groups
/// of which one never beat the other; otherwise some ability is infinite, and there is no value.
///
/// - SeeAlso: R. A. Bradley, M. E. Terry (1952), "Rank analysis of incomplete block designs: I. The
///   method of paired comparisons", *Biometrika* 39(3/4), 324–345, doi:10.2307/2334029; on when a
///   maximum exists: L. R. Ford Jr. (1957), "Solution of a ranking problem from binary
///   comparisons", *The American Mathematical Monthly* 64(8), 28–33, doi:10.2307/2308513.
public struct BradleyTerry: Hashable, Sendable {
  /// β with the first object's at 0, in logits.
  public let abilities: [Double]
  /// Their standard errors, as differences to the first object; its own is 0.
  public let standardErrors: [Double]
  /// β with a sum of zero, in logits.
  public let centeredAbilities: [Double]
  /// The standard errors of those.
  public let centeredStandardErrors: [Double]
  /// e^β with a mean of one.
  public let strengths: [Double]
  /// Σ wins · ln p, without the binomial coefficients.
  public let logLikelihood: Double
  /// Twice what the log-likelihood lacks to that of a model with each pair's own share.
  public let deviance: Double

  /// Estimates abilities.
  ///
  /// - Parameter wins: A square table: how often the object of the row beat that of the column. A
  ///   tie is half a win of each. Pairs that never met have zeros; the diagonal has zeros.
  /// - Throws: ``NoValue/noData`` without a comparison, ``NoValue/fewerThanTwoUnits`` for one
  ///   object, ``NoValue/separated`` where no finite abilities are the best.
  /// - Complexity: O(*k*³) in the number of objects, a few times over.
  public init(wins: [[Double]]) throws(NoValue) {
    precondition(
      wins.allSatisfy { $0.count == wins.count && $0.allSatisfy { $0 >= 0 && $0.isFinite } },
      "wins are a square table of numbers from zero up")
    precondition(wins.indices.allSatisfy { wins[$0][$0] == 0 }, "an object cannot beat itself")
    guard !wins.isEmpty else { throw .noData }
    guard wins.count > 1 else { throw .fewerThanTwoUnits }
    guard wins.contains(where: { $0.contains { $0 > 0 } }) else { throw .noData }
    let comparisons = Comparisons(wins)
    guard comparisons.isConnectedBothWays else { throw .separated }
    guard let fit = comparisons.fit() else { throw .separated }
    let k = Double(wins.count)
    let mean = fit.abilities.reduce(0, +) / k
    // The covariance, of which the first object's row and column are zero, is centred.
    let rowMeans = fit.covariance.map { $0.reduce(0, +) / k }
    let grandMean = rowMeans.reduce(0, +) / k
    let centered = fit.abilities.map { $0 - mean }
    let largest = centered.max() ?? 0
    let total = centered.reduce(0) { $0 + exp($1 - largest) }
    abilities = fit.abilities
    standardErrors = wins.indices.map { max(0, fit.covariance[$0][$0]).squareRoot() }
    centeredAbilities = centered
    centeredStandardErrors = wins.indices.map { index in
      max(0, fit.covariance[index][index] - 2 * rowMeans[index] + grandMean).squareRoot()
    }
    strengths = centered.map { k * exp($0 - largest) / total }
    logLikelihood = comparisons.logLikelihood(fit.abilities)
    deviance = comparisons.deviance(fit.abilities)
  }
}

/// Who met whom how often, and won.
private struct Comparisons {
  let wins: [[Double]]
  let count: Int

  init(_ wins: [[Double]]) {
    self.wins = wins
    count = wins.count
  }

  /// Whether every object beat every other, perhaps by way of third ones.
  var isConnectedBothWays: Bool {
    reachesAll { wins[$0][$1] > 0 } && reachesAll { wins[$1][$0] > 0 }
  }

  private func reachesAll(_ isStep: (Int, Int) -> Bool) -> Bool {
    var isReached = [Bool](repeating: false, count: count)
    isReached[0] = true
    var open = [0]
    while let from = open.popLast() {
      for to in 0..<count where !isReached[to] && isStep(from, to) {
        isReached[to] = true
        open.append(to)
      }
    }
    return !isReached.contains(false)
  }

  /// ln(1 / (1 + e⁻ˣ)).
  private func logChance(_ x: Double) -> Double { x < 0 ? x - log1p(exp(x)) : -log1p(exp(-x)) }

  func logLikelihood(_ abilities: [Double]) -> Double {
    var sum = 0.0
    for a in 0..<count {
      for b in 0..<count where wins[a][b] > 0 {
        sum += wins[a][b] * logChance(abilities[a] - abilities[b])
      }
    }
    return sum
  }

  func deviance(_ abilities: [Double]) -> Double {
    var sum = 0.0
    for a in 0..<count {
      for b in 0..<count where wins[a][b] > 0 {
        let share = wins[a][b] / (wins[a][b] + wins[b][a])
        sum += wins[a][b] * (log(share) - logChance(abilities[a] - abilities[b]))
      }
    }
    return max(0, 2 * sum)
  }

  /// Newton's method for the abilities of all but the first object, halving steps that overshoot.
  func fit() -> (abilities: [Double], covariance: [[Double]])? {
    var abilities = [Double](repeating: 0, count: count)
    var reached = logLikelihood(abilities)
    for _ in 0..<200 {
      let (score, information) = derivatives(abilities)
      guard let factor = TriangularFactor(of: information) else { return nil }
      let step = factor.solve(score)
      let size = step.reduce(0) { max($0, abs($1)) }
      var share = 1.0
      var next = moved(abilities, by: step, share)
      var value = logLikelihood(next)
      while value < reached - 1e-9 * abs(reached), share > 1e-6 {
        share *= 0.5
        next = moved(abilities, by: step, share)
        value = logLikelihood(next)
      }
      (abilities, reached) = (next, value)
      // Newton's steps shrink by squares: after one this small the rest is below rounding.
      if size < 1e-9 { break }
    }
    guard let factor = TriangularFactor(of: derivatives(abilities).information) else { return nil }
    return (abilities, padded(factor.inverse))
  }

  private func moved(_ abilities: [Double], by step: [Double], _ share: Double) -> [Double] {
    [0] + zip(abilities.dropFirst(), step).map { $0 + share * $1 }
  }

  private func padded(_ covariance: [[Double]]) -> [[Double]] {
    [[Double](repeating: 0, count: count)] + covariance.map { [0] + $0 }
  }

  /// Slope and negative curvature of the log-likelihood, without the first object's.
  private func derivatives(_ abilities: [Double]) -> (score: [Double], information: [[Double]]) {
    var score = [Double](repeating: 0, count: count)
    var information = [[Double]](
      repeating: [Double](repeating: 0, count: count), count: count)
    for a in 0..<count {
      for b in 0..<a {
        let met = wins[a][b] + wins[b][a]
        guard met > 0 else { continue }
        let difference = abilities[a] - abilities[b]
        let (chance, rest) = (1 / (1 + exp(-difference)), 1 / (1 + exp(difference)))
        let excess = wins[a][b] * rest - wins[b][a] * chance
        score[a] += excess
        score[b] -= excess
        let weight = met * chance * rest
        information[a][a] += weight
        information[b][b] += weight
        information[a][b] -= weight
        information[b][a] -= weight
      }
    }
    return (Array(score.dropFirst()), information.dropFirst().map { Array($0.dropFirst()) })
  }
}

/// The lower triangle L of a positive definite matrix L Lᵀ.
private struct TriangularFactor {
  private var rows: [[Double]]

  /// - Returns: `nil` where the matrix is not positive definite.
  init?(of matrix: [[Double]]) {
    rows = []
    for i in matrix.indices {
      var row = [Double](repeating: 0, count: i + 1)
      for j in 0...i {
        var sum = matrix[i][j]
        if i == j {
          for k in 0..<j { sum -= row[k] * row[k] }
          guard sum > 0 else { return nil }
          row[i] = sum.squareRoot()
        } else {
          let other = rows[j]
          for k in 0..<j { sum -= row[k] * other[k] }
          row[j] = sum / other[j]
        }
      }
      rows.append(row)
    }
  }

  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for i in x.indices {
      for k in 0..<i { x[i] -= rows[i][k] * x[k] }
      x[i] /= rows[i][i]
    }
    for i in x.indices.reversed() {
      x[i] /= rows[i][i]
      for k in 0..<i { x[k] -= rows[i][k] * x[i] }
    }
    return x
  }

  var inverse: [[Double]] {
    rows.indices.map { column in
      var unit = [Double](repeating: 0, count: rows.count)
      unit[column] = 1
      return solve(unit)
    }
  }
}
