package import TrialDesign

/// A trial whose truth is known: its counts, what is planted, and all that may go wrong.
package struct SimulatedWorld: Hashable, Sendable {
  /// What is planted under each condition.
  package enum Means: Hashable, Sendable {
    /// Means of ratings, in points of the scale, over scenarios, models and raters.
    case points([Condition: Double])
    /// Means before rounding to the scale, which may lie beyond its ends.
    case latent([Condition: Double])
  }

  /// Outputs that repeat the words that lead.
  package struct Echo: Hashable, Sendable {
    /// The share of leading outputs that do.
    package var share: Double
    /// What an echo in view adds to a rating, in points.
    package var push: Double

    package init(share: Double, push: Double) {
      self.share = share
      self.push = push
    }
  }

  /// Texts that are longer under some conditions, and raters who reward length.
  package struct Length: Hashable, Sendable {
    /// By how many standard deviations of length a condition's texts are longer.
    package var longer: [Condition: Double]
    /// What a standard deviation of length adds to a rating, in points.
    package var worth: Double

    package init(longer: [Condition: Double], worth: Double) {
      self.longer = longer
      self.worth = worth
    }
  }

  /// A provider whose model changes half-way.
  package struct Drift: Hashable, Sendable {
    /// What the change adds to every rating of a later output, in points.
    package var step: Double
    /// Whether one condition is run after another; else all are spread over the session.
    package var isBlocked: Bool

    package init(step: Double, isBlocked: Bool) {
      self.step = step
      self.isBlocked = isBlocked
    }
  }

  /// What raters make of the guess of the condition.
  package enum Guessing: Hashable, Sendable {
    /// At random among all answers.
    case atRandom
    /// Who sees much of it guesses that the prompt pointed to it.
    case byWhatTheySee
  }

  package var design: SimulatedDesign
  package var means: Means
  package var spread: SimulatedSpread
  /// What is unlike in the first raters; all others attend to the text alone.
  package var behaviours: [RaterBehaviour] = []
  /// What those see who read the question otherwise, in points; without it, what others see.
  package var otherReading: [Condition: Double] = [:]
  package var echo: Echo?
  /// The share of runs that are refused, by condition.
  package var refusals: [Condition: Double] = [:]
  package var length: Length?
  package var drift: Drift?
  /// Whether all replicates of a cell are one output, from a cache or at temperature 0.
  package var replicatesAreCopies = false
  package var guessing = Guessing.atRandom

  package init(design: SimulatedDesign, means: Means, spread: SimulatedSpread) {
    self.design = design
    self.means = means
    self.spread = spread
  }

  /// The planted difference of two conditions in points, over all scenarios and raters there are.
  package func planted(_ first: Condition, less second: Condition) -> Double {
    pointMean(first) - pointMean(second)
  }

  private func pointMean(_ condition: Condition) -> Double {
    switch means {
    case .points(let means): means[condition] ?? 0
    case .latent(let means):
      spread.mean(ofLatent: means[condition] ?? 0, top: Int(design.top))
    }
  }

  /// A condition's mean before rounding.
  func latentMean(_ condition: Condition) -> Double {
    switch means {
    case .latent(let means): means[condition] ?? 0
    case .points(let means):
      spread.latent(ofMean: means[condition] ?? 0, top: Int(design.top))
    }
  }
}

/// How a simulated rater rates.
package enum RaterBehaviour: Hashable, Sendable {
  /// Attends to the text alone.
  case attentive
  /// Wrote or ran the prompts, knows the condition, and adds so much to leading outputs.
  case prompter(Double)
  /// Is more generous than others, by so much, whatever the text.
  case generous(Double)
  /// Has a taste for one condition, and adds so much to its outputs.
  case partial(Condition, Double)
  /// Answers whatever comes.
  case careless
  /// Reads the question otherwise, and sees something else in the text.
  case otherReading
}
