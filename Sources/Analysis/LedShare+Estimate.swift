import Reproducible
import Statistics
import TrialDesign

extension LedShare {
  /// (l − n) / (l − b) with its interval: Fieller's where each scenario has its baseline, else the
  /// percentile interval with scenarios and baseline texts resampled.
  ///
  /// Withheld unless the interval of l − b lies above the smallest effect.
  init(of effects: EffectSet, design: EffectDesign, estimator: EffectEstimator) {
    guard estimator.isClaim else {
      self.init(value: nil, interval: nil, reason: .notPrimary)
      return
    }
    guard let over = effects.leadingOverBase.interval, effects.lead.interval != nil else {
      let reason = effects.leadingOverBase.reason ?? effects.lead.reason ?? .nothingToApportion
      self.init(value: nil, interval: nil, reason: reason)
      return
    }
    guard over.low > estimator.plan.smallestEffect else {
      self.init(value: nil, interval: nil, reason: .nothingToApportion)
      return
    }
    switch design.base {
    case .none(let reason): self.init(value: nil, interval: nil, reason: reason)
    case .paired:
      self.init(
        leads: effects.means.differences(.leading, .neutral),
        overBase: effects.means.differencesFromBaseline(.leading), level: 1 - estimator.plan.alpha)
    case .reference(let reference):
      self.init(
        leads: effects.means.differences(.leading, .neutral),
        overBase: effects.means.means(.leading).mapValues { $0 - reference },
        level: 1 - estimator.plan.alpha)
    case .unpaired:
      self.init(
        leads: effects.means.differences(.leading, .neutral),
        leading: effects.means.means(.leading), baseline: effects.means.means(.baseline).ordered,
        estimator: estimator)
    }
  }

  private init(leads: [Cluster: Double], overBase: [Cluster: Double], level: Double) {
    let shared = leads.keys.filter { overBase[$0] != nil }.sorted()
    do throws(NoValue) {
      let ratio = try FiellerRatio(
        numerator: shared.compactMap { leads[$0] }, denominator: shared.compactMap { overBase[$0] },
        level: level)
      guard let interval = ratio.interval else {
        self.init(value: nil, interval: nil, reason: .nothingToApportion)
        return
      }
      self.init(value: ratio.estimate, interval: interval, reason: nil)
    } catch {
      self.init(value: nil, interval: nil, reason: Reason(error))
    }
  }

  private init(
    leads: [Cluster: Double], leading: [Cluster: Double], baseline: [Double],
    estimator: EffectEstimator
  ) {
    let shared = leads.keys.filter { leading[$0] != nil }.sorted()
    let pairs = shared.compactMap { cluster -> (lead: Double, leading: Double)? in
      guard let lead = leads[cluster], let mean = leading[cluster] else { return nil }
      return (lead, mean)
    }
    let estimate = pairs.map(\.lead).mean / (pairs.map(\.leading).mean - baseline.mean)
    var generator = SeededGenerator(seed: estimator.seed, label: "bootstrap/led share")
    let draws = (0..<estimator.resamples).map { _ -> Double? in
      let drawn = pairs.map { _ in pairs[generator.integer(below: pairs.count)] }
      let base = baseline.map { _ in baseline[generator.integer(below: baseline.count)] }.mean
      let whole = drawn.map(\.leading).mean - base
      return whole > 0 ? drawn.map(\.lead).mean / whole : nil
    }
    do throws(NoValue) {
      let bootstrap = try BootstrapInterval.percentile(
        estimate: estimate, replicates: draws, level: 1 - estimator.plan.alpha)
      self.init(value: estimate, interval: bootstrap.interval, reason: nil)
    } catch {
      self.init(value: nil, interval: nil, reason: Reason(error))
    }
  }
}

extension Reason {
  /// Why a statistic has no value.
  init(_ error: NoValue) { self = Reason(rawValue: error.rawValue) ?? .undefined }
}
