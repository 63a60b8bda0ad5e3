package import Reproducible

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How far scenarios, models, raters and outputs differ from each other: standard deviations of
/// what each adds to a rating before it is rounded to the scale, in points.
///
/// A slope is drawn anew for each condition: the difference of two conditions varies by √2 of it.
package struct SimulatedSpread: Hashable, Sendable {
  package var scenario: Double
  package var scenarioSlope: Double
  /// How far a condition's effect differs between wordings.
  package var wordingSlope: Double
  package var model: Double
  package var modelSlope: Double
  /// Severity.
  package var rater: Double
  /// How far raters differ in what they make of a condition.
  package var raterSlope: Double
  package var output: Double
  /// What is left from one view of a text to the next.
  package var noise: Double

  package init(
    scenario: Double = 0, scenarioSlope: Double = 0, wordingSlope: Double = 0, model: Double = 0,
    modelSlope: Double = 0, rater: Double = 0, raterSlope: Double = 0, output: Double = 0,
    noise: Double = 0
  ) {
    self.scenario = scenario
    self.scenarioSlope = scenarioSlope
    self.wordingSlope = wordingSlope
    self.model = model
    self.modelSlope = modelSlope
    self.rater = rater
    self.raterSlope = raterSlope
    self.output = output
    self.noise = noise
  }

  /// What is assumed where nothing is known, for a scale that goes from 0 to `top`.
  ///
  /// On five levels: scenarios differ by 0.7 points and outputs of one cell by 0.6, a condition's
  /// effect by 0.3 from scenario to scenario, raters by 0.25 in severity and by 0.1 in what they
  /// make of a condition, and two views of one text by 0.4.
  package static func usual(top: Double) -> SimulatedSpread {
    SimulatedSpread(
      scenario: 0.7, scenarioSlope: 0.3, wordingSlope: 0.1, model: 0.2, modelSlope: 0.1,
      rater: 0.25, raterSlope: 0.1, output: 0.6, noise: 0.4
    ).scaled(by: top / 4)
  }

  func scaled(by factor: Double) -> SimulatedSpread {
    SimulatedSpread(
      scenario: scenario * factor, scenarioSlope: scenarioSlope * factor,
      wordingSlope: wordingSlope * factor, model: model * factor, modelSlope: modelSlope * factor,
      rater: rater * factor, raterSlope: raterSlope * factor, output: output * factor,
      noise: noise * factor)
  }

  /// The standard deviation of one rating about its condition's mean.
  var total: Double {
    [
      scenario, scenarioSlope, wordingSlope, model, modelSlope, rater, raterSlope, output, noise,
    ].reduce(0) { $0 + $1 * $1 }.squareRoot()
  }

  /// The mean of ratings that are rounded to whole levels and held within the scale.
  ///
  /// - Parameters:
  ///   - latent: The mean before rounding.
  ///   - top: The highest level; the lowest is 0.
  /// - Returns: The mean, in points.
  func mean(ofLatent latent: Double, top: Int) -> Double {
    guard top > 0 else { return 0 }
    return (1...top).reduce(0) { sum, level in
      let distance = latent - (Double(level) - 0.5)
      guard total > 0 else { return sum + (distance >= 0 ? 1 : 0) }
      return sum + erfc(-distance / (total * 2.0.squareRoot())) / 2
    }
  }

  /// The mean before rounding that gives a mean in points; one at an end is drawn a little inwards.
  func latent(ofMean mean: Double, top: Int) -> Double {
    let wanted = min(max(mean, 0.002 * Double(top)), 0.998 * Double(top))
    var (low, high) = (-4 * total - 2, Double(top) + 4 * total + 2)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if self.mean(ofLatent: middle, top: top) < wanted { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  package var json: JSON {
    .object([
      "scenario": .number(scenario), "scenario_slope": .number(scenarioSlope),
      "wording_slope": .number(wordingSlope), "model": .number(model),
      "model_slope": .number(modelSlope), "rater": .number(rater),
      "rater_slope": .number(raterSlope), "output": .number(output), "noise": .number(noise),
    ])
  }
}
