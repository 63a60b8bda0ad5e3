import Analysis
import Questions
import Reproducible
import Testing
import TrialDesign

@testable import AnalysisTables

@Suite struct ResultSchemaTests {
  static let inputs: [AnalysisInput] = {
    var inputs = [
      RichTrial(seed: 5).input, RichTrial(seed: 6, isPaired: false, wordings: 5, lead: 0).input,
    ]
    var one = inputs[0]
    one.rows = one.rows.filter { $0.rater == "ann" && $0.condition != .baseline }
    one.primaryBaseline = nil
    inputs.append(one)
    var few = inputs[0]
    few.rows = few.rows.filter { $0.scenario.name.contains("1") }
    few.plan = AnalysisPlan(smallestEffect: 1, models: .likeThese, reference: 0)
    few.claim = ClaimPoles(about: "it", holds: "is there", fails: "is not")
    inputs.append(few)
    var none = inputs[0]
    none.rows = []
    none.unrated = []
    inputs.append(none)
    for looks in [AnalysisPlan.Looks.planned([0.5]), .anytime] {
      var looked = inputs[0]
      looked.plan = AnalysisPlan(smallestEffect: 0.5, looks: looks)
      looked.looks = LooksAccount(
        planned: looks,
        taken: [LookTaken(number: 1, rated: 50, planned: 100, answer: .goOn, day: "2026-11-26")],
        fraction: 1, alpha: 0.05)
      inputs.append(looked)
    }
    return inputs
  }()

  @Test(arguments: inputs.indices)
  func `a result is as its schema says, and nothing in it is unsaid`(index: Int) throws {
    let json = try TrialResult(analyzing: Self.inputs[index]).json
    let read = try JSON(parsing: json.pretty)
    #expect(SchemaCheck(ResultSchema.json).faults(of: read) == [])
  }

  @Test func `the check finds what is wrong`() throws {
    let json = try TrialResult(analyzing: Self.inputs[0]).json
    let check = SchemaCheck(ResultSchema.json)
    func changed(_ change: (inout [String: JSON]) -> Void) -> [String] {
      var members = json.members ?? [:]
      change(&members)
      return check.faults(of: .object(members))
    }
    #expect(changed { $0["verdict"] = "maybe" } == ["/verdict: is not in the list"])
    #expect(changed { $0["counts"] = nil } == ["/: lacks counts"])
    #expect(changed { $0["simulated"] = 1 } == ["/simulated: is no boolean"])
    #expect(changed { $0["surprise"] = 1 } == ["/: says surprise, which is not described"])
  }

  @Test func `everything in the schema is described`() {
    func visit(_ schema: JSON, _ path: String) {
      for (key, value) in schema["properties"]?.members ?? [:] {
        #expect(value["description"]?.text?.isEmpty == false, "\(path)/\(key)")
        visit(value, "\(path)/\(key)")
      }
      for (key, value) in schema["$defs"]?.members ?? [:] { visit(value, "\(path)/$defs/\(key)") }
      if let items = schema["items"] { visit(items, path + "/items") }
      for other in schema["anyOf"]?.elements ?? [] { visit(other, path) }
    }
    visit(ResultSchema.json, "")
    #expect(ResultSchema.json.canonical == ResultSchema.json.canonical)
  }
}

/// As much of JSON Schema as the result's schema uses; a member that is not described is a fault.
struct SchemaCheck {
  let schema: JSON

  init(_ schema: JSON) { self.schema = schema }

  func faults(of value: JSON) -> [String] { faults(of: value, schema, "") }

  private func faults(of value: JSON, _ part: JSON, _ path: String) -> [String] {
    let here = path.isEmpty ? "/" : path
    if let reference = part["$ref"]?.text {
      let name = String(reference.dropFirst("#/$defs/".count))
      guard let definition = schema["$defs"]?[name] else { return ["\(here): no \(name)"] }
      return faults(of: value, definition, path)
    }
    if let choices = part["anyOf"]?.elements {
      let each = choices.map { faults(of: value, $0, path) }
      return each.contains([]) ? [] : each[0]
    }
    if let constant = part["const"], constant != value { return ["\(here): is not \(constant)"] }
    if let list = part["enum"]?.elements, !list.contains(value) {
      return ["\(here): is not in the list"]
    }
    if let type = part["type"] {
      let names = type.text.map { [$0] } ?? (type.elements ?? []).compactMap(\.text)
      guard names.contains(where: { Self.isA($0, value) }) else {
        return ["\(here): is no \(names.joined(separator: " or "))"]
      }
    }
    var found: [String] = []
    if let elements = value.elements, let items = part["items"] {
      found += elements.enumerated().flatMap { faults(of: $1, items, "\(path)/\($0)") }
    }
    if let members = value.members {
      for name in (part["required"]?.elements ?? []).compactMap(\.text).sorted()
      where members[name] == nil {
        found.append("\(here): lacks \(name)")
      }
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        if let known = part["properties"]?[name] ?? part["additionalProperties"] {
          found += faults(of: member, known, "\(path)/\(name)")
        } else {
          found.append("\(here): says \(name), which is not described")
        }
        if let names = part["propertyNames"]?["enum"]?.elements, !names.contains(.string(name)) {
          found.append("\(here): has \(name)")
        }
      }
    }
    return found
  }

  private static func isA(_ type: String, _ value: JSON) -> Bool {
    switch (type, value) {
    case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array),
      ("object", .object), ("number", .number), ("number", .integer), ("integer", .integer):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
