#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What units truly are and how each rater errs, from labels alone: the model of Dawid and Skene.
///
/// Unit i is truly of category k with the prevalence p_k; rater g, given that, says l with the
/// probability e^g_kl, whatever other raters say. Expectation-maximization starts from the shares
/// of votes. M: p_k is the mean of T_ik, e^g_kl = Σ_i T_ik [g said l] / Σ_i T_ik [g rated i]. E:
/// T_ik ∝ p_k Π e^g_k,label. After the first M come the rounds, each E then M. T and the sums for e
/// are not let below 10⁻¹⁰, so that nothing is held impossible on the word of one rater.
///
/// EM finds a local optimum: where most raters are worse than chance, categories swap.
///
/// - SeeAlso: A. P. Dawid, A. M. Skene (1979), "Maximum likelihood estimation of observer
///   error-rates using the EM algorithm", *Applied Statistics* 28(1), 20–28, doi:10.2307/2346806.
public struct DawidSkene: Hashable, Sendable {
  /// What one rater said of one unit; a rater may rate a unit more than once.
  public struct Label: Hashable, Sendable {
    /// The unit, by any number.
    public let unit: Int
    /// The rater, by any number.
    public let rater: Int
    /// The category, by its position on the scale.
    public let category: Int

    /// States a label.
    ///
    /// - Complexity: O(1).
    public init(unit: Int, rater: Int, category: Int) {
      self.unit = unit
      self.rater = rater
      self.category = category
    }
  }

  /// How one rater errs.
  public struct ErrorMatrix: Hashable, Sendable {
    /// The rater.
    public let rater: Int
    /// One row a true category: the probability that the rater says each.
    ///
    /// `nil` where the rater saw no unit that may be of it.
    public let rows: [[Double]?]
  }

  /// The share of units that are truly of each category, in 0...1.
  public let prevalence: [Double]
  /// One element a rater, ascending.
  public let errorMatrices: [ErrorMatrix]
  /// The units, ascending.
  public let units: [Int]
  /// T_ik: one row a unit, in it the probability of each category, from the last E.
  public let posterior: [[Double]]
  /// The most probable category of each unit, by position; of equal ones the lowest.
  public let categories: [Int]
  /// ln of the probability of all labels, by the last M.
  public let logLikelihood: Double

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - labels: In any order.
  ///   - categoryCount: How many categories the scale has.
  ///   - iterations: How many rounds, without an early stop; at least one.
  /// - Throws: ``NoValue/noData`` without labels.
  /// - Precondition: The categories of labels are below the count.
  /// - Complexity: O(*inq*) in the numbers of rounds, labels and categories, and O(*rq*²) for the
  ///   matrices of *r* raters.
  public init(
    of labels: [Label], categoryCount: Int, iterations: Int = 100
  ) throws(NoValue) {
    precondition(iterations > 0, "\(iterations) iterations")
    precondition(labels.allSatisfy { 0..<categoryCount ~= $0.category }, "a label off the scale")
    guard !labels.isEmpty else { throw .noData }
    var model = LatentCategories(of: labels, categoryCount: categoryCount)
    model.maximize()
    for _ in 0..<iterations {
      model.expect()
      model.maximize()
    }
    prevalence = model.prevalence
    units = model.units
    errorMatrices = model.errorMatrices
    posterior = model.units.indices.map { unit in Array(model.posterior(of: unit)) }
    categories = posterior.map { row in
      row.indices.reduce(0) { row[$1] > row[$0] ? $1 : $0 }
    }
    logLikelihood = model.logLikelihood
  }
}

/// The state between the steps.
private struct LatentCategories {
  /// What T and the sums for e are not let below.
  static let floor = 1e-10

  let units: [Int]
  let raters: [Int]
  private(set) var prevalence: [Double] = []
  private let q: Int
  /// Which categories anybody said; T of the others is 0.
  private let isUsed: [Bool]
  /// T, unit by unit.
  private var probabilities: [Double]
  /// e of each pair of rater and label that occurs, true categories side by side, and its ln.
  private var errors: [Double] = []
  private var logErrors: [Double] = []
  /// The unit of each label, and its pair of rater and label.
  private let unitOf: [Int]
  private let pairOf: [Int]
  private let pairs: [(rater: Int, category: Int)]

  init(of labels: [DawidSkene.Label], categoryCount q: Int) {
    self.q = q
    units = Set(labels.map(\.unit)).sorted()
    raters = Set(labels.map(\.rater)).sorted()
    let unitIndex = Dictionary(uniqueKeysWithValues: zip(units, units.indices))
    let raterIndex = Dictionary(uniqueKeysWithValues: zip(raters, raters.indices))
    unitOf = labels.map { unitIndex[$0.unit, default: 0] }
    var pairIndex: [Int: Int] = [:]
    var pairs: [(rater: Int, category: Int)] = []
    pairOf = labels.map { label in
      let rater = raterIndex[label.rater, default: 0]
      if let known = pairIndex[rater * q + label.category] { return known }
      pairIndex[rater * q + label.category] = pairs.count
      pairs.append((rater, label.category))
      return pairs.count - 1
    }
    self.pairs = pairs
    var isUsed = [Bool](repeating: false, count: q)
    var sizes = [Int](repeating: 0, count: units.count)
    probabilities = [Double](repeating: 0, count: units.count * q)
    for (index, label) in labels.enumerated() {
      isUsed[label.category] = true
      sizes[unitOf[index]] += 1
      probabilities[unitOf[index] * q + label.category] += 1
    }
    for unit in units.indices {
      for k in 0..<q { probabilities[unit * q + k] /= Double(sizes[unit]) }
    }
    self.isUsed = isUsed
  }

  func posterior(of unit: Int) -> ArraySlice<Double> { probabilities[unit * q..<(unit + 1) * q] }

  /// M: prevalence and errors from the probabilities.
  mutating func maximize() {
    prevalence = [Double](repeating: 0, count: q)
    for index in probabilities.indices { prevalence[index % q] += probabilities[index] }
    for k in 0..<q { prevalence[k] /= Double(units.count) }
    errors = [Double](repeating: 0, count: pairs.count * q)
    for (unit, pair) in zip(unitOf, pairOf) {
      for k in 0..<q { errors[pair * q + k] += probabilities[unit * q + k] }
    }
    var sums = [Double](repeating: 0, count: raters.count * q)
    for (pair, (rater, _)) in pairs.enumerated() {
      for k in 0..<q where isUsed[k] {
        errors[pair * q + k] = max(Self.floor, errors[pair * q + k])
        sums[rater * q + k] += errors[pair * q + k]
      }
    }
    logErrors = errors
    for (pair, (rater, _)) in pairs.enumerated() {
      for k in 0..<q where isUsed[k] {
        errors[pair * q + k] /= sums[rater * q + k]
        logErrors[pair * q + k] = log(errors[pair * q + k])
      }
    }
  }

  /// E: the probabilities from prevalence and errors.
  mutating func expect() {
    let scores = logScores
    for unit in units.indices {
      let row = unit * q..<(unit + 1) * q
      let largest = scores[row].max() ?? 0
      let sum = scores[row].reduce(0) { $0 + exp($1 - largest) }
      for index in row where isUsed[index - row.lowerBound] {
        probabilities[index] = max(Self.floor, exp(scores[index] - largest) / sum)
      }
    }
  }

  /// ln of the probability of all labels.
  var logLikelihood: Double {
    let scores = logScores
    return units.indices.reduce(0) { total, unit in
      let row = scores[unit * q..<(unit + 1) * q]
      let largest = row.max() ?? 0
      return total + largest + log(row.reduce(0) { $0 + exp($1 - largest) })
    }
  }

  /// ln(p_k Π e) of each unit and category; −∞ for a category nobody said.
  private var logScores: [Double] {
    let logPrevalence = prevalence.map { $0 > 0 ? log($0) : -.infinity }
    var scores = units.flatMap { _ in logPrevalence }
    for (unit, pair) in zip(unitOf, pairOf) {
      for k in 0..<q { scores[unit * q + k] += logErrors[pair * q + k] }
    }
    return scores
  }

  /// The errors rater by rater.
  var errorMatrices: [DawidSkene.ErrorMatrix] {
    var chances = [Double](repeating: 0, count: raters.count * q)
    for (unit, pair) in zip(unitOf, pairOf) {
      for k in 0..<q {
        let index = pairs[pair].rater * q + k
        chances[index] = max(chances[index], probabilities[unit * q + k])
      }
    }
    var matrices = raters.map { _ in
      [[Double]](repeating: [Double](repeating: 0, count: q), count: q)
    }
    for (pair, (rater, category)) in pairs.enumerated() {
      for k in 0..<q { matrices[rater][k][category] = errors[pair * q + k] }
    }
    return raters.indices.map { rater in
      DawidSkene.ErrorMatrix(
        rater: raters[rater],
        rows: (0..<q).map { chances[rater * q + $0] > Self.floor ? matrices[rater][$0] : nil })
    }
  }
}
