import Reproducible

/// The parts of the schema that say who speaks, and what of it raters see.
extension TrialSchema {
  static var script: JSON {
    var members = object(
      "What stands around the prompt, and who speaks when. Without it a run is one user turn.",
      [
        "system": described("#/$defs/textOrFile", "The system prompt of every condition."),
        "document": described(
          "#/$defs/textOrFile",
          "For a model that continues texts: the document, with {prompt} where the prompt goes."),
        "examples": examples, "turns": turns, "instances": instances,
        "opens": choice(
          "Which of the two instances speaks first; counterbalanced over replicates if left out.",
          Instances.Opener.allCases.map(\.rawValue)),
        "opening": described(
          "#/$defs/textOrFile", "What the one that opens is told; {prompt} if left out."),
        "stop": stop,
      ])
    members["dependentRequired"] = [
      "examples": ["document"], "opens": ["instances"], "opening": ["instances"],
      "instances": ["stop"],
    ]
    members["not"] = [
      "description": "A run is a document, a list of turns or two instances.",
      "anyOf": [
        ["required": ["document", "turns"]], ["required": ["document", "instances"]],
        ["required": ["turns", "instances"]], ["required": ["system", "instances"]],
      ],
    ]
    members["if"] = ["required": ["instances"]]
    members["then"] = ["properties": ["stop": ["required": ["after"]]]]
    members["else"] = [
      "properties": [
        "stop": [
          "required": ["phrase"],
          "not": ["anyOf": [["required": ["after"]], ["required": ["same_answer"]]]],
        ]
      ]
    ]
    return .object(members)
  }

  private static var stop: JSON {
    .object(
      object(
        "Where an output ends, or a conversation of two instances.",
        [
          "phrase": [
            "description": "A text at which it ends, or up to four.",
            "anyOf": [
              ["type": ["string", "number", "boolean"], "minLength": 1],
              [
                "type": "array", "minItems": 1, "maxItems": 4,
                "items": ["type": ["string", "number", "boolean"], "minLength": 1],
              ],
            ],
          ],
          "after": integer(
            "Two instances: after so many answers, of both together.", 2, TrialReader.mostAnswers),
          "same_answer": integer(
            "Two instances: when so many answers in a row are the same.", 2, TrialReader.mostAnswers
          ),
        ]))
  }

  private static var examples: JSON {
    .object(
      object(
        "Texts that the document shows at {examples} before it is continued.",
        required: ["folder", "count"],
        [
          "folder": described("#/$defs/text", "The folder with one text file a text."),
          "count": integer("How many of them each run shows.", 1, 1000),
          "order": choice(
            "How they are chosen: drawn by the seed, for all conditions of a family alike.",
            Examples.Order.allCases.map(\.rawValue)),
        ]))
  }

  private static var turns: JSON {
    list(
      "A conversation, in turns of the user and of the model, from the user's first to the model's "
        + "last.", least: 2, most: TrialReader.mostTurns,
      of: [
        "description": "The word 'model', or what the user says.",
        "anyOf": [
          ["const": "model"],
          .object(
            object(
              "What the user says.", required: ["user"],
              ["user": described("#/$defs/textOrFile", "The text, with {prompt} and other slots.")])
          ),
        ],
      ])
  }

  private static var instances: JSON {
    func instance(_ description: String) -> JSON {
      .object(
        object(
          description,
          [
            "model": described(
              "#/$defs/text",
              "'same' for the model of the run, or a listed model that serves this alone."),
            "system": described("#/$defs/textOrFile", "Its system prompt, with or without slots."),
          ]))
    }
    return .object(
      object(
        "Two instances that talk with each other.", required: ["one", "two"],
        ["one": instance("The first instance."), "two": instance("The second instance.")]))
  }

  // MARK: What raters see

  static var shows: JSON {
    [
      "description": "What of a run raters see; the last answer if left out.",
      "anyOf": [
        ["enum": ["last answer", "conversation"]],
        ["type": "string", "pattern": "^answer [1-9][0-9]{0,3}$"],
      ],
    ]
  }

  static var shownAs: JSON {
    let levels: JSON = [
      "description": "The levels of a factor, each with the text that its raters read beside.",
      "type": "object", "minProperties": .integer(TrialReader.levelCount.lowerBound),
      "maxProperties": .integer(TrialReader.levelCount.upperBound),
      "propertyNames": ["$ref": "#/$defs/name"],
      "additionalProperties": [
        "anyOf": [["type": ["string", "number", "boolean", "null"]], file]
      ],
    ]
    return [
      "description": .string(
        "Factors of the rater's side, such as a byline: each rater meets one level of each, whatever "
          + "the condition of a text."),
      "type": "object", "minProperties": 1, "maxProperties": .integer(TrialReader.mostFactors),
      "propertyNames": ["$ref": "#/$defs/name"], "additionalProperties": levels,
    ]
  }
}
