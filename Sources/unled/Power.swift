import Analysis
import ArgumentParser
import Faults
import Reporting
import Reproducible
import TrialDesign
import Trials

struct Power: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how likely a planned trial is to reach the right verdict, and how to do better.",
    discussion: """
      Trials whose truth is known are simulated and analysed as this one will be. What is \
      assumed of scenarios and raters is said; --from takes it from a trial that is revealed.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "The trial.") var trial: String
  @Option(
    help: ArgumentHelp("A revealed trial that says how far ratings vary.", valueName: "trial"))
  var from: String?
  @Option(help: "How many trials are simulated in each world.") var trials: Int = 1000
  @Option(help: "The effect to be found, in points; without it, twice the smallest that counts.")
  var effect: Double?
  @Option(help: "The mean rating where nobody did anything, in points.") var base: Double?
  @Option(help: "How many people will rate.") var raters: Int?
  @Option(help: "The chance of the right verdict to aim at.") var aim: Double = 0.8
  @Flag(
    help: "Intervals by t alone: ten times as fast, and a little too hopeful where raters differ.")
  var tAlone = false
  @Flag(help: "Do not look for ways to reach the aim.") var noSearch = false
  @Option(help: "What trials are drawn from; without it, the trial's own seed.") var seed: UInt64?

  func validate() throws {
    guard (10...100_000).contains(trials) else {
      throw ValidationError("Simulate between 10 and 100,000 trials.")
    }
    guard aim > 0, aim < 1 else { throw ValidationError("The aim lies between 0 and 1.") }
    guard effect ?? 1 > 0 else { throw ValidationError("An effect to be found is above 0.") }
    guard base ?? 0 >= 0 else { throw ValidationError("A mean rating is 0 or more.") }
    guard (1...1000).contains(raters ?? 1) else {
      throw ValidationError("Between 1 and 1000 people rate.")
    }
  }

  func run() async throws {
    let console = Console(options)
    let opened = try OpenedTrial.open(try options.shelf.find(trial))
    let pilot = try from.map { name in
      try Pilot(of: try OpenedTrial.open(try options.shelf.find(name)).analysisInput())
    }
    var study = try PowerStudy(
      of: opened.trial, pilot: pilot, raters: raters, base: base, effect: effect, seed: seed)
    study.fitsModels = !tAlone
    let report = try PowerReport(
      trial: opened.trial.name, study: study, pilot: pilot, trials: trials,
      aim: noSearch ? nil : aim
    ) { console.progress($0) }
    console.progress("\(opened.trial.name) is simulated", isLast: true)
    try console.result(Console.wrapped(PowerText(report).text), json: report.json)
  }
}

extension PowerStudy {
  /// The study of a trial as its file plans it.
  init(
    of trial: Trial, pilot: Pilot? = nil, raters: Int? = nil, base: Double? = nil,
    effect: Double? = nil, seed: UInt64? = nil
  ) throws(Fault) {
    guard let design = SimulatedDesign(of: trial, raters: raters) else {
      throw Fault(
        .badInput, at: trial.name, "its primary question has no order, so there is no mean to test",
        remedy: "make a binary or ordinal question or a slider primary")
    }
    guard design.conditions.contains(.neutral), design.conditions.contains(.leading) else {
      throw Fault(
        .badInput, at: trial.name, "without a neutral and a leading condition there is no lead",
        remedy: "add both to the trial file")
    }
    let wanted = effect ?? 2 * design.plan.smallestEffect
    guard wanted < design.top, (base ?? 0) + wanted <= design.top else {
      throw Fault(
        .badInput, at: trial.name,
        "an effect of \(Numerals.fixed(wanted)) has no room on a scale up to "
          + Numerals.fixed(design.top),
        remedy: "name a smaller one by --effect, or a lower mean by --base")
    }
    self.init(
      design: design, spread: pilot?.spread, base: base ?? pilot?.base, effect: effect,
      seed: seed ?? UInt64(trial.sampling.seed))
  }
}
