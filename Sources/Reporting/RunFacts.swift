package import Reproducible
package import TrialDesign

extension ReportFacts {
  /// A model as the trial names it and as its provider does.
  package struct Model: Hashable, Sendable {
    package var name: String
    package var provider: String
    /// What was asked for: the model's name at the provider, the digest of its weights.
    package var recorded: String
    /// What the provider said it was, each name once.
    package var reported: [String]
    /// Whether the provider takes a seed.
    package var takesSeed: Bool?

    package init(
      name: String, provider: String, recorded: String, reported: [String] = [],
      takesSeed: Bool? = nil
    ) {
      self.name = name
      self.provider = provider
      self.recorded = recorded
      self.reported = reported
      self.takesSeed = takesSeed
    }
  }

  /// A setting with its value as text.
  package struct Setting: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What was asked under a condition.
  package struct Prompt: Hashable, Sendable {
    package var condition: Condition
    /// Which baseline, where it is one.
    package var baseline: BaselineID?
    /// The cue by its field name, where there is one.
    package var cue: String?
    /// One prompt as it was sent, with its scenario.
    package var exampleScenario: String
    package var examplePrompt: String
    package var wordings: [String]

    package init(
      condition: Condition, baseline: BaselineID? = nil, cue: String? = nil,
      exampleScenario: String, examplePrompt: String, wordings: [String] = []
    ) {
      self.condition = condition
      self.baseline = baseline
      self.cue = cue
      self.exampleScenario = exampleScenario
      self.examplePrompt = examplePrompt
      self.wordings = wordings
    }
  }

  /// What became of the runs, each counted once a stage.
  package struct Flow: Hashable, Sendable {
    package var planned: Int
    package var sent: Int
    package var answered: Int
    package var refused: Int
    package var filtered: Int
    package var cut: Int
    package var empty: Int
    package var failed: Int
    package var outputs: Int
    package var inPacket: Int
    package var rated: Int
    package var analysed: Int
    /// Why outputs that were rated are in no estimate.
    package var excluded: [Exclusion]

    package init(
      planned: Int, sent: Int, answered: Int, refused: Int = 0, filtered: Int = 0, cut: Int = 0,
      empty: Int = 0, failed: Int = 0, outputs: Int, inPacket: Int, rated: Int, analysed: Int,
      excluded: [Exclusion] = []
    ) {
      self.planned = planned
      self.sent = sent
      self.answered = answered
      self.refused = refused
      self.filtered = filtered
      self.cut = cut
      self.empty = empty
      self.failed = failed
      self.outputs = outputs
      self.inPacket = inPacket
      self.rated = rated
      self.analysed = analysed
      self.excluded = excluded
    }
  }

  /// Outputs that are in no estimate, with the reason.
  package struct Exclusion: Hashable, Sendable {
    package var reason: String
    package var count: Int

    package init(_ reason: String, _ count: Int) {
      self.reason = reason
      self.count = count
    }
  }

  /// Where the outputs came from.
  package enum Origin: Hashable, Sendable {
    /// The models were asked in this trial.
    case live
    /// What a model had answered before was played back.
    case recording(Recording)
    /// People pasted them from an app whose settings are not known.
    case pasted
    /// Outputs that existed already.
    case imported(from: String)
    /// Outputs and ratings were made elsewhere; a table of them is all there is.
    case table(RatedTable)
  }

  /// A table of ratings with what was found in it.
  package struct RatedTable: Hashable, Sendable {
    /// The file's name.
    package var name: String
    package var digest: Digest
    /// The command that reads it in this way.
    package var command: String
    /// How it was read, in sentences without a full stop.
    package var reading: [String]
    /// How many rated outputs repeat their prompt's own words; `nil` where the table does not say.
    package var echoingOutputs: [Condition: Int]?
    /// How long outputs are on average, in the table's own measure; empty where it does not say.
    package var meanLengths: [Condition: Double]

    package init(
      name: String, digest: Digest, command: String, reading: [String] = [],
      echoingOutputs: [Condition: Int]? = nil, meanLengths: [Condition: Double] = [:]
    ) {
      self.name = name
      self.digest = digest
      self.command = command
      self.reading = reading
      self.echoingOutputs = echoingOutputs
      self.meanLengths = meanLengths
    }
  }

  /// A recording that was played back, by its own particulars.
  package struct Recording: Hashable, Sendable {
    package var model: String
    package var quantisation: String?
    package var server: String?
    /// When the calls were made, as the recording has it.
    package var date: String

    package init(model: String, quantisation: String? = nil, server: String? = nil, date: String) {
      self.model = model
      self.quantisation = quantisation
      self.server = server
      self.date = date
    }
  }
}
