import Questions
import Reproducible

/// The parts that the schema of the trial file is made of.
extension TrialSchema {
  // MARK: Shared definitions

  /// A slot's name: letters, digits, `_` and `-`.
  static let slotPattern = "^[^\\s!-,./:-@\\[-^`{-~]+$"

  static var text: JSON {
    [
      "description":
        "A text. Put it in quotes when it holds ': ' or ' #', or begins with a sign.",
      "type": ["string", "number", "boolean"], "pattern": "\\S",
    ]
  }

  static var name: JSON {
    [
      "description":
        "Up to 64 letters, digits, '-', '_' or '.', beginning with a letter or a digit.",
      "type": ["string", "number", "boolean"],
      "pattern": "^[^\\s!-/:-@\\[-^`{-~][^\\s!-,/:-@\\[-^`{-~]{0,63}$",
    ]
  }

  static var file: JSON {
    .object(
      object(
        "A file below the trial's folder.", required: ["file"],
        ["file": described("#/$defs/text", "Its path, from the trial's folder.")]))
  }

  static var textOrFile: JSON { ["anyOf": [["$ref": "#/$defs/text"], file]] }

  static var wording: JSON {
    [
      "description": "One way to ask: the prompt, a file with it, or texts for several places.",
      "anyOf": [
        ["$ref": "#/$defs/textOrFile"],
        .object(
          object(
            "Texts for several places, and a system prompt of this condition's own.",
            required: ["slots"],
            [
              "slots": [
                "description": "What fills each {slot}; 'prompt' always stands.",
                "type": "object", "required": ["prompt"],
                "properties": ["prompt": ["$ref": "#/$defs/text"]],
                "patternProperties": [
                  slotPattern: ["type": ["string", "number", "boolean", "null"]]
                ],
                "additionalProperties": false,
              ],
              "system": described("#/$defs/textOrFile", "The system prompt of this condition."),
            ])),
        .object(
          object(
            "Made from each neutral wording, the claim and its terms.", required: ["cue"],
            [
              "cue": described(
                "#/$defs/text", "A cue by its name: expectation, tag-question, D2."),
              "strength": integer("1 a hint, 2 explicit, 3 insistent.", 1, 3),
            ])),
      ],
    ]
  }

  static var scaleNames: [JSON] { NamedScale.allCases.map { .string($0.rawValue) } }

  // MARK: Building

  /// An object that has these members and no others.
  static func object(
    _ description: String, required: [String] = [], _ properties: [String: JSON]
  ) -> [String: JSON] {
    [
      "description": .string(description), "type": "object",
      "required": .array(required.map(JSON.string)), "properties": .object(properties),
      "additionalProperties": false,
    ]
  }

  static func described(_ reference: String, _ description: String) -> JSON {
    ["description": .string(description), "$ref": .string(reference)]
  }

  static func describing(_ description: String, _ schema: JSON) -> JSON {
    .object((schema.members ?? [:]).merging(["description": .string(description)]) { $1 })
  }

  static func list(
    _ description: String, least: Int = 0, most: Int? = nil, of items: JSON
  ) -> JSON {
    var members: [String: JSON] = [
      "description": .string(description), "type": "array", "items": items,
    ]
    if least > 0 { members["minItems"] = .integer(least) }
    if let most { members["maxItems"] = .integer(most) }
    return .object(members)
  }

  static func labels(_ least: Int, _ most: Int) -> JSON {
    [
      "type": "array", "minItems": .integer(least), "maxItems": .integer(most),
      "uniqueItems": true, "items": ["$ref": "#/$defs/text"],
    ]
  }

  static func choice(_ description: String, _ values: [String]) -> JSON {
    ["description": .string(description), "enum": .array(values.map(JSON.string))]
  }

  static func integer(_ description: String, _ least: Int, _ most: Int) -> JSON {
    [
      "description": .string(description), "type": "integer", "minimum": .integer(least),
      "maximum": .integer(most),
    ]
  }

  static func number(_ description: String, _ least: Double, _ most: Double) -> JSON {
    [
      "description": .string(description), "type": "number", "minimum": .number(least),
      "maximum": .number(most),
    ]
  }

  static func flag(_ description: String) -> JSON {
    ["description": .string(description), "type": "boolean"]
  }

  static func folder(_ description: String) -> JSON {
    .object(
      object(
        description, required: ["folder"],
        ["folder": described("#/$defs/text", "The folder, from the trial's own.")]))
  }
}
