import Faults
import Reproducible
import Statistics

/// The columns that a formula names, rows with something missing left out.
struct ModelFrame {
  let response: [Double]
  let fixed: [(name: String, values: [Double])]
  let random: [RandomTerm]

  /// Takes the columns from the members `data` and `formula` of an input.
  ///
  /// - Throws: `Fault` of kind `badInput` with the column and the row.
  init(_ input: StatisticInput, hasIntercept: Bool) throws(Fault) {
    let formula = try ModelFormula(try input.text("formula"))
    guard let data = input.members["data"]?.members else {
      throw StatisticInput.fault(
        at: ["data"], "it is no object", "write one list a column: {\"rating\": [...], ...}")
    }
    if hasIntercept, !formula.hasIntercept {
      throw StatisticInput.fault(
        at: ["formula"], "the intercept is taken out", "leave it in: thresholds take its place")
    }
    var numbers: [String: [Double?]] = [:]
    var groups: [String: [Int?]] = [:]
    for name in [formula.response] + formula.fixed.joined() + formula.random.flatMap(\.slopes) {
      numbers[name] = try Self.column(name, data) { element, path throws(Fault) in
        element == .null ? nil : try StatisticInput.finite(element, at: path)
      }
    }
    for group in formula.random.map(\.group) {
      var indexOfLabel: [JSON: Int] = [:]
      groups[group] = try Self.column(group, data) { element, _ throws(Fault) in
        guard element != .null else { return nil }
        if let known = indexOfLabel[element] { return known }
        indexOfLabel[element] = indexOfLabel.count
        return indexOfLabel.count - 1
      }
    }
    let rowCount = numbers[formula.response]?.count ?? 0
    try input.requireSameCount(
      Dictionary(
        uniqueKeysWithValues: (numbers.map { ($0.key, $0.value.count) }
          + groups.filter { numbers[$0.key] == nil }.map { ($0.key, $0.value.count) }).map {
            ("data." + $0.0, $0.1)
          }))
    let rows = (0..<rowCount).filter { row in
      numbers.values.allSatisfy { $0[row] != nil } && groups.values.allSatisfy { $0[row] != nil }
    }
    func column(_ name: String) -> [Double] { rows.map { numbers[name]?[$0] ?? .nan } }
    response = column(formula.response)
    let intercept = formula.hasIntercept && !hasIntercept
    fixed =
      (intercept ? [("(Intercept)", rows.map { _ in 1 })] : [])
      + formula.fixed.map { names in
        let product = rows.map { row in names.reduce(1) { $0 * (numbers[$1]?[row] ?? .nan) } }
        return (names.joined(separator: ":"), product)
      }
    random = formula.random.map { term in
      RandomTerm(
        term.group, labels: rows.map { groups[term.group]?[$0] ?? 0 },
        hasIntercept: term.hasIntercept, slopes: term.slopes.map { ($0, column($0)) })
    }
  }

  private static func column<Element>(
    _ name: String, _ data: [String: JSON], _ read: (JSON, [String]) throws(Fault) -> Element
  ) throws(Fault) -> [Element] {
    guard let values = data[name] else {
      let meant = Nearest.name(to: name, in: data.keys.sorted())
      throw StatisticInput.fault(
        at: ["data"], "there is no column '\(name)'",
        meant.map { "did you mean '\($0)'?" }
          ?? "it has \(data.keys.sorted().joined(separator: ", "))")
    }
    return try StatisticInput.list(values, at: ["data", name], read)
  }
}
