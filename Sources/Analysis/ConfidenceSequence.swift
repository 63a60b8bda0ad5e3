import Statistics

/// An interval of an effect that holds however often one looks.
///
/// Somebody bets on one scenario's difference after another, in the order of the trial file, in which no
/// rating has a say. Looks before the end take the first so many of the same order, so that what they saw
/// stays as it was.
///
/// - SeeAlso: ``AnytimeValidMean``.
struct ConfidenceSequence: Sendable {
  /// The width of the question's scale: no difference is larger.
  let width: Double
  /// The order of scenarios; those without a place come last, by name.
  let order: [String: Int]

  /// The intervals at 1 − α and 1 − 2α after all differences; `nil` without any.
  func intervals(
    of differences: [Cluster: Double], alpha: Double
  ) -> (wide: Interval, narrow: Interval)? {
    let ordered = differences.sorted {
      (order[$0.key.name] ?? .max, $0.key) < (order[$1.key.name] ?? .max, $1.key)
    }
    let values = ordered.map { min(max(($0.value + width) / (2 * width), 0), 1) }
    func interval(_ alpha: Double) -> Interval? {
      // Without a difference there is nothing to bet on.
      guard let last = try? AnytimeValidMean(of: values, nullMean: 0.5, alpha: alpha).hedged.last
      else { return nil }
      return Interval(
        low: last.low * 2 * width - width, high: last.high * 2 * width - width,
        level: 1 - alpha)
    }
    guard let wide = interval(alpha), let narrow = interval(2 * alpha) else { return nil }
    return (wide, narrow)
  }
}

extension EffectEstimate {
  /// The same effect, decided by an interval that holds at all times where that is the wider one.
  func widened(by sequence: (wide: Interval, narrow: Interval)?) -> EffectEstimate {
    guard let sequence, let own = interval else { return self }
    var effect = self
    effect.sequence = sequence.wide
    if sequence.wide.high - sequence.wide.low > own.high - own.low {
      effect.interval = sequence.wide
      effect.narrowInterval = sequence.narrow
    }
    return effect
  }
}
