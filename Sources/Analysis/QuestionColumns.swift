import Questions
import TrialDesign

/// The ratings of one question as columns of numbers.
///
/// Leaving one rater out after the other goes through all ratings as often as there are raters:
/// names are looked up once, here.
struct QuestionColumns: Sendable {
  /// Each rated output, its value left open.
  private(set) var outputs: [RatedText] = []
  /// Of each rating that says more than *cannot tell*: its output, its rater, the value.
  private(set) var output: [Int32] = []
  private(set) var rater: [Int32] = []
  private(set) var value: [Double] = []
  /// Whether an echo was in view.
  private(set) var hasEcho: [Bool] = []
  private(set) var raters: [String: Int32] = [:]
  private var numbers: [String: Int32] = [:]

  /// Adds a rating; what it says of its output is taken from the first one.
  mutating func add(_ row: RatedRow, _ rating: Double, cells: inout TextCells) {
    let output: Int32
    if let known = numbers[row.output] {
      output = known
    } else {
      output = Int32(outputs.count)
      numbers[row.output] = output
      outputs.append(
        RatedText(
          scenario: row.scenario, wording: row.wording, condition: row.condition,
          baseline: row.baseline, model: row.model, value: 0,
          cell: cells.number(of: row)))
    }
    let rater: Int32
    if let known = raters[row.rater] {
      rater = known
    } else {
      rater = Int32(raters.count)
      raters[row.rater] = rater
    }
    self.output.append(output)
    self.rater.append(rater)
    value.append(rating)
    hasEcho.append(row.echo && !row.masked)
  }

  /// Gives the cells of outputs their new numbers.
  mutating func renumberCells(_ numbers: [Int]) {
    for index in outputs.indices { outputs[index].cell = numbers[outputs[index].cell] }
  }

  /// Each output with the mean of its ratings, in the order in which they first count.
  ///
  /// - Parameters:
  ///   - cleanOnly: Leave ratings out that had an echo in view.
  ///   - left: A rater to leave out.
  ///   - baseline: The baseline whose texts count.
  /// - Returns: Outputs that have a rating left.
  /// - Complexity: O(*n*) in the number of ratings.
  func texts(cleanOnly: Bool, without left: String?, baseline: BaselineID?) -> [RatedText] {
    let leaves = left.flatMap { raters[$0] } ?? -1
    let counts = outputs.map { $0.condition != .baseline || $0.baseline == baseline }
    var sums = [Double](repeating: 0, count: outputs.count)
    var ratings = [Int](repeating: 0, count: outputs.count)
    var order: [Int] = []
    order.reserveCapacity(outputs.count)
    for index in value.indices where rater[index] != leaves && !(cleanOnly && hasEcho[index]) {
      let output = Int(output[index])
      guard counts[output] else { continue }
      if ratings[output] == 0 { order.append(output) }
      sums[output] += value[index]
      ratings[output] += 1
    }
    return order.map { number in
      var text = outputs[number]
      text.value = sums[number] / Double(ratings[number])
      return text
    }
  }
}

/// What texts are averaged together first: those of one model in one scenario and condition.
struct TextCell: Hashable, Comparable, Sendable {
  let scenario: ScenarioID
  /// The wording, where it is the cluster; 0 where it is not, and of baselines, which have none.
  let wording: Int
  let condition: Condition
  let model: String?

  init(
    scenario: ScenarioID, wording: Int, condition: Condition, model: String?, kind: ClusterKind
  ) {
    self.scenario = scenario
    self.wording = kind == .wording && condition != .baseline ? wording : 0
    self.condition = condition
    self.model = model
  }

  static func < (first: Self, second: Self) -> Bool {
    (first.condition, first.scenario, first.model ?? "", first.wording)
      < (second.condition, second.scenario, second.model ?? "", second.wording)
  }
}

/// Numbers the cells of an analysis: in the order in which they are met, then in their own.
struct TextCells: Sendable {
  let kind: ClusterKind
  private var numbers: [TextCell: Int] = [:]

  init(kind: ClusterKind) { self.kind = kind }

  /// A cell's number, a new one where it was not met before.
  mutating func number(of row: RatedRow) -> Int {
    number(
      of: TextCell(
        scenario: row.scenario, wording: row.wording, condition: row.condition, model: row.model,
        kind: kind))
  }

  /// The same for a run that brought nothing to rate.
  mutating func number(of text: UnratedOutput) -> Int {
    number(
      of: TextCell(
        scenario: text.scenario, wording: text.wording, condition: text.condition,
        model: text.model, kind: kind))
  }

  /// Numbers all cells anew: by condition, scenario and model.
  ///
  /// - Returns: The new number of each old one.
  mutating func sort() -> [Int] {
    let ordered = numbers.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
    var renumbered = [Int](repeating: 0, count: numbers.count)
    for (number, cell) in ordered.enumerated() {
      renumbered[cell.value] = number
      numbers[cell.key] = number
    }
    return renumbered
  }

  private mutating func number(of cell: TextCell) -> Int {
    if let known = numbers[cell] { return known }
    let number = numbers.count
    numbers[cell] = number
    return number
  }
}
