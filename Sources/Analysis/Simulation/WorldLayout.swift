import TrialDesign

/// The texts of a simulated trial with their names, which are the same in every draw of it.
struct WorldLayout: Sendable {
  /// A place in the design.
  struct Place: Sendable {
    let scenario: ScenarioID
    /// From 0, unpaired baseline texts after the scenarios.
    let scenarioIndex: Int
    let wording: Int
    let condition: Condition
    let conditionIndex: Int
    /// Whose output it is; `nil` of texts that people wrote.
    let model: String?
    let modelIndex: Int?
    let replicate: Int
    let output: String
    /// Which cell it belongs to: all that is alike but the replicate.
    let cell: Int
  }

  let places: [Place]
  /// Where the places of each condition begin and end.
  let groups: [Range<Int>]
  let raters: [String]
  let scenarioCount: Int
  let cellCount: Int

  static let baseline = BaselineID("base")

  init(of design: SimulatedDesign) {
    var places: [Place] = []
    var groups: [Range<Int>] = []
    var cell = 0
    let models = (0..<design.models).map { "m\($0)" }
    let indexOfModel = Dictionary(uniqueKeysWithValues: zip(models, models.indices))
    func add(
      _ scenario: String, _ index: Int, _ wording: Int, _ condition: Condition, models: [String?],
      replicates: Int
    ) {
      let conditionIndex = Condition.allCases.firstIndex(of: condition) ?? 0
      for model in models {
        let modelIndex = model.flatMap { indexOfModel[$0] }
        for replicate in 0..<replicates {
          places.append(
            Place(
              scenario: ScenarioID(scenario), scenarioIndex: index, wording: wording,
              condition: condition, conditionIndex: conditionIndex, model: model,
              modelIndex: modelIndex, replicate: replicate + 1,
              output: "\(conditionIndex)\(scenario)w\(wording)\(model ?? "")r\(replicate)",
              cell: cell))
        }
        cell += 1
      }
    }
    for condition in design.conditions.sorted() {
      let start = places.count
      for scenario in 0..<design.scenarios {
        let wordings =
          design.crossesWordings ? Array(0..<design.wordings) : [scenario % design.wordings]
        for wording in wordings {
          add(
            "s\(scenario)", scenario, wording, condition, models: models,
            replicates: design.replicates)
        }
      }
      groups.append(start..<places.count)
    }
    var scenarios = design.scenarios
    let start = places.count
    let writers: [String?] = design.baselineIsWritten ? [nil] : models
    // Models in turn, so that none of them makes the base rate alone: of three texts by two models one
    // has two.
    func addBaseline(_ scenario: String, _ index: Int, texts: Int, turn: Int) {
      for place in 0..<min(writers.count, texts) {
        let own = (texts - place + writers.count - 1) / writers.count
        add(
          scenario, index, 0, .baseline, models: [writers[(place + turn) % writers.count]],
          replicates: own)
      }
    }
    switch design.base {
    case .none: break
    case .paired(let texts):
      for scenario in 0..<design.scenarios {
        addBaseline("s\(scenario)", scenario, texts: texts, turn: scenario)
      }
    case .unpaired(let texts, let replicates):
      for text in 0..<texts {
        addBaseline("t\(text)", design.scenarios + text, texts: replicates, turn: text)
      }
      scenarios += texts
    }
    if start < places.count { groups.append(start..<places.count) }
    self.places = places
    self.groups = groups
    raters = (0..<design.raters).map { "r\($0)" }
    scenarioCount = scenarios
    cellCount = cell
  }
}
