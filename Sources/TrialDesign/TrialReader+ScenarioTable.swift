import Faults
import Questions
import Tables
import Yams

/// Scenarios from a table: a column `id`, and one for each slot.
extension TrialReader {
  func scenarioTable(_ node: Node) -> [Scenario]? {
    guard let file = fileNamed(in: node, what: "'scenarios'") else { return nil }
    let before = nodes.faults.count
    do throws(Faults) {
      let table = try CSVTable(parsing: Array(file.text.utf8), named: file.name)
      let scenarios = scenarios(of: table, at: node)
      return nodes.faults.count == before ? scenarios : nil
    } catch {
      for fault in error.all {
        nodes.fail(node, at: fault.place, fault.problem, remedy: fault.remedy)
      }
      return nil
    }
  }

  private func scenarios(of table: CSVTable, at node: Node) -> [Scenario] {
    guard let idColumn = table.header.firstIndex(of: "id") else {
      nodes.fail(
        node, at: "\(table.name):1:1", "the table has no column 'id'",
        remedy: "add it, with a short name for each scenario")
      return []
    }
    guard (1...Self.mostScenarios).contains(table.rows.count) else {
      nodes.fail(
        node, at: "\(table.name):1:1", "the table has \(table.rows.count) scenarios",
        remedy: "give 1 to \(Self.mostScenarios): 24 short ones are a good start")
      return []
    }
    let slots = table.header.indices.filter { $0 != idColumn && !table.header[$0].isEmpty }
    for column in slots { checkName(of: column, in: table, at: node) }
    var seen: Set<String> = []
    return table.rows.map { row in
      let id = row[idColumn].trimmingWhitespace()
      if !NodeReader.isName(id) {
        nodes.fail(
          node, at: table.place(of: idColumn, in: row),
          "a scenario's id is '\(nodes.short(id))'", remedy: NodeReader.nameRule)
      } else if !seen.insert(id).inserted {
        nodes.fail(
          node, at: table.place(of: idColumn, in: row), "two scenarios have the id '\(id)'",
          remedy: "give each a name of its own")
      }
      for column in slots { checkCell(column, row, of: table, at: node) }
      return Scenario(
        id: ScenarioID(id),
        slots: Dictionary(uniqueKeysWithValues: slots.map { (table.header[$0], row[$0]) }))
    }
  }

  private func checkName(of column: Int, in table: CSVTable, at node: Node) {
    let slot = table.header[column]
    if ["prompt", "scenario"].contains(slot) {
      nodes.fail(
        node, at: "\(table.name):1", "a slot cannot be named '\(slot)'",
        remedy: "give the column another name")
    } else if !Template.isSlotName(slot) {
      nodes.fail(
        node, at: "\(table.name):1", "a slot cannot be named '\(nodes.short(slot))'",
        remedy: Self.slotName)
    }
  }

  private func checkCell(_ column: Int, _ row: CSVTable.Row, of table: CSVTable, at node: Node) {
    let text = row[column]
    let slot = table.header[column]
    if text.trimmingWhitespace().isEmpty {
      nodes.fail(
        node, at: table.place(of: column, in: row), "the slot '\(slot)' is empty",
        remedy: "write its text, or take the column out")
    } else if let odd = NodeReader.control(in: text) {
      nodes.fail(
        node, at: table.place(of: column, in: row),
        "the slot '\(slot)' has the control character \(odd)",
        remedy: "remove it: no model and no reader can do anything with it")
    }
  }
}
