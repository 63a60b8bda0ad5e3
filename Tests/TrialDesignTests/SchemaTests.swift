import Faults
import Reproducible
import Testing
import TrialDesign

@Suite struct SchemaTests {
  /// The keys that the reader names when it meets one that it does not know.
  static func known(_ old: String, _ new: String) -> Set<String> {
    let fault = TrialText.faults(TrialText.with(old, new)).first {
      $0.remedy.hasPrefix("use one of: ")
    }
    let list = fault?.remedy.dropFirst("use one of: ".count) ?? ""
    return Set(list.split(separator: ", ").map(String.init))
  }

  static func keys(_ schema: JSON?) -> Set<String> {
    Set(schema?["properties"]?.members?.keys.map(\.self) ?? [])
  }

  @Test func `the schema has the keys that the reader knows`() {
    let top = TrialSchema.json["properties"]
    let odd = "zzzzzzzzzz: 1"
    #expect(Self.keys(TrialSchema.json) == Self.known("unled: 1", "unled: 1\n\(odd)"))
    #expect(Self.keys(top?["claim"]) == Self.known("claim: {", "claim: {\(odd), "))
    #expect(Self.keys(top?["models"]?["items"]) == Self.known("{id: gemma", "{\(odd), id: gemma"))
    #expect(Self.keys(top?["sampling"]) == Self.known("sampling: {", "sampling: {\(odd), "))
    #expect(Self.keys(top?["rating"]) == Self.known("rating:\n", "rating:\n  \(odd)\n"))
    #expect(Self.keys(top?["analysis"]) == Self.known("analysis: {", "analysis: {\(odd), "))
    #expect(Self.keys(top?["conditions"]) == Self.known("conditions:\n", "conditions:\n  \(odd)\n"))
    #expect(
      Self.keys(top?["rating"]?["properties"]?["questions"]?["items"])
        == Self.known("    - id: unused", "    - \(odd)\n      id: unused"))
    #expect(
      Self.keys(top?["baselines"]?["items"])
        == Self.known("analysis:", "baselines: [{id: a, folder: b, \(odd)}]\nanalysis:"))
    #expect(
      Self.keys(top?["script"])
        == Self.known("analysis:", "script: {\(odd)}\nanalysis:"))
    func script(_ text: String) -> Set<String> {
      Self.known("analysis:", "script: {\(text)}\nanalysis:")
    }
    let parts = top?["script"]?["properties"]
    #expect(Self.keys(parts?["stop"]) == script("stop: {phrase: x, \(odd)}"))
    #expect(
      Self.keys(parts?["examples"])
        == script("document: \"{prompt}{examples}\", examples: {folder: a, count: 1, \(odd)}"))
    #expect(
      Self.keys(parts?["instances"])
        == script("instances: {one: {}, two: {}, \(odd)}, stop: {after: 4}"))
    #expect(
      Self.keys(parts?["instances"]?["properties"]?["one"])
        == script("instances: {one: {\(odd)}, two: {}}, stop: {after: 4}"))
  }

  @Test func `the schema asks for the keys that the reader asks for`() {
    for key in TrialSchema.json["required"]?.elements?.compactMap(\.text) ?? [] {
      let lines = TrialText.newcomer.replacing("\n\(key):", with: "\n# \(key):")
      let text = key == "unled" ? String(lines.dropFirst("unled: 1\n".count)) : lines
      guard ["unled", "name", "observation", "sampling", "analysis"].contains(key) else { continue }
      #expect(TrialText.faults(text).map(\.problem) == ["the trial lacks '\(key)'"])
    }
  }

  @Test func `everything in the schema is described, and nothing else is let in`() {
    func visit(_ schema: JSON, _ path: String) {
      if let properties = schema["properties"]?.members, schema["type"] == "object" {
        #expect(schema["additionalProperties"] == false, "\(path)")
        for (key, value) in properties where value != false {
          #expect(value["description"] != nil || value["$ref"] != nil, "\(path)/\(key)")
          visit(value, "\(path)/\(key)")
        }
      }
      if let items = schema["items"] { visit(items, path + "/items") }
    }
    visit(TrialSchema.json, "")
  }

  @Test func `the schema is the same bytes each time`() {
    #expect(TrialSchema.json.canonical == TrialSchema.json.canonical)
    #expect(TrialSchema.json["$schema"] == "https://json-schema.org/draft/2020-12/schema")
  }
}
