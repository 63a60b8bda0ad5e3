package import Reproducible

/// The trial file as JSON Schema, for editors and for people who look something up.
///
/// It says what the reader of this release accepts, as far as a schema can: that ids differ, that
/// slots are filled and that files exist is said by the reader alone.
package enum TrialSchema {
  /// The schema, draft 2020-12.
  package static var json: JSON {
    var schema = object(
      "A trial: an observation about language models, how it is put to the test, and how the "
        + "outputs are rated.",
      required: [
        "unled", "name", "observation", "scenarios", "conditions", "models", "sampling", "rating",
        "analysis",
      ], head.merging(asked) { first, _ in first }.merging(judged) { first, _ in first })
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Unled trial file"
    schema["not"] = [
      "description": "Presence is measured against baselines or a reference, never both.",
      "required": ["baselines"],
      "properties": ["baselines": ["minItems": 1], "analysis": ["required": ["reference"]]],
    ]
    schema["$defs"] = ["text": text, "name": name, "textOrFile": textOrFile, "wording": wording]
    return .object(schema)
  }

  // MARK: What it is about

  private static var head: [String: JSON] {
    [
      "unled": [
        "description": "The version of this file's format: 1.", "type": "integer", "const": 1,
      ],
      "name": described("#/$defs/name", "The trial's name; its folder is called the same."),
      "observation": described(
        "#/$defs/text", "The claim in one sentence: what somebody noticed about models."),
      "source": described("#/$defs/text", "Where the observation was made."),
      "licence": .object(
        object(
          "Under which licences the texts and the ratings are published.",
          [
            "outputs": described("#/$defs/text", "The licence of the models' outputs."),
            "ratings": described("#/$defs/text", "The licence of the ratings."),
          ])),
      "claim": .object(
        object(
          "The claim in parts; reports and the raters' last question are written from them.",
          required: ["about", "holds", "fails"],
          [
            "about": described("#/$defs/text", "Whom or what it is about: the main character."),
            "holds": described("#/$defs/text", "What is so if it holds."),
            "fails": described("#/$defs/text", "What is so if it does not."),
            "terms": list("Words that give the claim away.", of: ["$ref": "#/$defs/text"]),
          ])),
      "replicates": .object(
        object(
          "The trial that this one repeats.", required: ["name", "design"],
          [
            "name": described("#/$defs/name", "Its name."),
            "design": [
              "description": "The SHA-256 of its design: 64 hexadecimal digits.",
              "type": "string", "pattern": "^[0-9A-Fa-f]{64}$",
            ],
          ])),
    ]
  }

  // MARK: What is asked

  private static var asked: [String: JSON] {
    [
      "scenarios": scenarios, "conditions": conditions,
      "wordings": choice(
        "How scenarios meet wordings: each gets one in turn, or every one.",
        WordingDealing.allCases.map(\.rawValue)),
      "script": script, "models": models, "sampling": sampling, "baselines": baselines,
      "controls": .object(
        object(
          "Texts known to show the claim and texts known not to: they are rated with the others "
            + "and tell whether raters can see it. Four of each kind or more.",
          required: ["show", "show_not"],
          [
            "show": folder("Texts that show the claim, one file each."),
            "show_not": folder("Texts that do not."),
          ])),
    ]
  }

  private static var scenarios: JSON {
    let listed = list(
      "The topics, one by one.", least: 1, most: TrialReader.mostScenarios,
      of: [
        "description":
          "One topic: an id, and what fills each {slot} of the prompts, by the slot's name.",
        "type": "object", "required": ["id"],
        "properties": [
          "id": described("#/$defs/name", "A short name of its own."), "prompt": false,
          "scenario": false,
        ],
        "patternProperties": [slotPattern: ["$ref": "#/$defs/text"]],
        "additionalProperties": false,
      ])
    return [
      "description": .string(
        "The concrete topics or tasks, listed or in a table with a column 'id' and one for each slot; "
          + "24 short ones are a good start."),
      "anyOf": [listed, file],
    ]
  }

  private static var conditions: JSON {
    func condition(_ description: String) -> JSON {
      [
        "description": .string(description),
        "anyOf": [
          ["$ref": "#/$defs/wording"],
          [
            "type": "array", "minItems": 1, "maxItems": .integer(TrialReader.mostWordings),
            "items": ["$ref": "#/$defs/wording"],
          ],
        ],
      ]
    }
    var members = object(
      "The ways to ask. Each is one prompt or a list of wordings, as many as the others have: the "
        + "n-th wordings of all conditions belong together. {slot} is filled from the scenario; "
        + "{{ is a brace. Put prompts in quotes.",
      required: ["neutral"],
      [
        "neutral": condition("The prompt that does not lead."),
        "leading": condition("The prompt that leads toward the claim."),
        "away": condition("The prompt that leads the other way, as strongly."),
        "placebo": condition("As long as the leading prompt and in its tone, leading nowhere."),
      ])
    members["minProperties"] = 2
    return .object(members)
  }

  private static var models: JSON {
    list(
      "The models that are asked.", least: 1, most: 1000,
      of: .object(
        object(
          "A model. Its address may stand here, in your own models.yaml, or be given with "
            + "--endpoint; it is no part of the design.",
          required: ["id"],
          [
            "id": described("#/$defs/name", "How the trial calls it."),
            "provider": choice(
              "What it speaks: the OpenAI-compatible interface of most servers, or nothing, where "
                + "a recording stands for it.", ProviderKind.allCases.map(\.rawValue)),
            "model": described(
              "#/$defs/text", "How its server calls it; the id where this is left out."),
            "quantisation": described("#/$defs/text", "How its weights were shortened: Q8_0."),
            "mode": choice(
              "Whether it is asked as a partner in a dialogue or continues a text.",
              ["chat", "completion"]),
            "base_url": [
              "description": "Where it is reached: http://127.0.0.1:8080/v1.", "type": "string",
              "pattern": "^https?://",
            ],
            "key": [
              "description": "The environment variable that holds the key; never the key itself.",
              "type": "string", "pattern": "^[A-Z_][A-Z0-9_]*$",
            ],
            "recording": described("#/$defs/text", "A recording that is replayed in its place."),
            "concurrency": integer("How many calls may be under way at once.", 1, 10_000),
          ])))
  }

  private static var sampling: JSON {
    var members = object(
      "How outputs are drawn, and how often.", required: ["max_tokens", "seed"],
      [
        "temperature": number("How freely words are drawn; 1 where this is left out.", 0, 2),
        "top_p": number("The share of probability that is kept.", 0.001, 1),
        "max_tokens": integer("The longest output, in tokens.", 1, 1_000_000),
        "replicates": integer("How often each prompt is asked; 1 where left out.", 1, 1000),
        "seed": integer("Any number; every order and every draw is made from it.", 0, Int.max),
      ])
    members["if"] = ["required": ["temperature"], "properties": ["temperature": ["const": 0]]]
    members["then"] = ["properties": ["replicates": ["maximum": 1]]]
    return .object(members)
  }

  private static var baselines: JSON {
    var members = object(
      "One thing to compare with: a folder of texts, or prompts that are run.", required: ["id"],
      [
        "id": described("#/$defs/name", "A short name of its own."),
        "folder": described("#/$defs/text", "A folder with one text file a text."),
        "prompts": [
          "description":
            "Prompts without slots; a file with one a line; or 'neutral': the trial's on other models.",
          "anyOf": [
            ["const": "neutral"],
            ["type": "array", "minItems": 1, "items": ["$ref": "#/$defs/text"]], file,
          ],
        ],
        "models": list(
          "The models that run its prompts, by id; they serve this baseline alone.",
          of: ["$ref": "#/$defs/text"]),
        "replicates": integer("How often each prompt is asked.", 1, 1000),
        "licence": described("#/$defs/text", "The licence of its texts."),
        "paired": flag("Whether each text's name begins with the id of its scenario."),
        "primary": flag("Whether presence is measured against it; the first where none is."),
      ])
    members["oneOf"] = [["required": ["folder"]], ["required": ["prompts"]]]
    members["if"] = ["required": ["prompts"], "properties": ["prompts": ["const": "neutral"]]]
    members["then"] = ["required": ["models"], "properties": ["models": ["minItems": 1]]]
    return list(
      "What the claim is compared with, beside the conditions.", most: 1000, of: .object(members))
  }

  // MARK: How it is judged

  private static var judged: [String: JSON] {
    [
      "rating": .object(
        object(
          "How outputs are rated, blind.", required: ["questions"],
          [
            "raters_per_output": integer("How many people rate each; 3 if left out.", 1, 1000),
            "repeats": number("The share that a rater sees twice; 0.1 if left out.", 0, 0.5),
            "ask_for_condition": [
              "description":
                "Whether raters guess at the end what was asked for: it shows how blind they were.",
              "anyOf": [
                ["type": "boolean"],
                .object(
                  object(
                    "About how many outputs.", required: ["outputs"],
                    ["outputs": integer("How many are shown again.", 1, 100)])),
              ],
            ],
            "mask_echo": choice(
              "Whether words repeated from the prompt are hidden from half of the raters.",
              ["half of raters", "never"]),
            "questions": questions, "shows": shows, "shown_as": shownAs,
          ])),
      "analysis": .object(
        object(
          "The rules from ratings to a verdict, fixed before the first run.",
          required: ["smallest_effect"],
          [
            "smallest_effect": [
              "description":
                "The smallest difference that matters, in points of the primary question.",
              "type": "number", "minimum": 0.0001,
            ],
            "alpha": number("The error rate; 0.05 if left out.", 0.0001, 0.2),
            "agreement_floor": number(
              "Agreement of raters below this makes the trial unreadable; 0.667 if left out.", 0, 1),
            "models": choice(
              "What the models stand for: themselves, or models like these.",
              AnalysisPlan.Models.allCases.map(\.rawValue)),
            "refusal": choice(
              "How refusals count.", AnalysisPlan.Refusal.allCases.map(\.rawValue)),
            "reference": [
              "description": "A fixed value in place of baselines, in points.", "type": "number",
            ],
            "looks": [
              "description": .string(
                "When the ratings may be looked at before their end: one or two rising shares of the planned "
                  + "views, which share alpha with the end; or anytime, from 50 scenarios on."),
              "anyOf": [
                ["const": "anytime"],
                [
                  "type": "array", "minItems": 1, "maxItems": 2,
                  "items": ["type": "number", "minimum": 0.05, "maximum": 0.95],
                ],
              ],
            ],
            "together": [
              "description": .string(
                "Other questions that state a claim of their own, each with its smallest effect in points "
                  + "of its scale; they share alpha with the primary one by Holm's procedure."),
              "type": "object",
              "additionalProperties": ["type": "number", "exclusiveMinimum": 0],
            ],
          ])),
    ]
  }

  private static var questions: JSON {
    let primary: JSON = ["required": ["primary"], "properties": ["primary": ["const": true]]]
    let distractor: JSON = [
      "required": ["distractor"], "properties": ["distractor": ["const": true]],
    ]
    var members = object(
      "A question, with one kind of answer: scale, choices, slider or note.",
      required: ["id", "ask"],
      [
        "id": [
          "description": "A short name of its own.", "$ref": "#/$defs/name",
          "not": ["const": "condition_guess"],
        ],
        "ask": described("#/$defs/text", "The question as raters read it, in quotes."),
        "scale": [
          "description": "Levels in rising order, or a named scale: its first level counts 0.",
          "anyOf": [.object(["enum": .array(scaleNames)]), labels(2, 11)],
        ],
        "choices": describing("Answers without order; of two the second is yes.", labels(2, 20)),
        "slider": describing("The two poles of a slider.", labels(2, 2)),
        "note": ["description": "Free text: true.", "const": true],
        "primary": flag("Whether the verdict rests on it; exactly one question is primary."),
        "distractor": flag("Whether it is asked only so that raters cannot tell what counts."),
      ])
    members["oneOf"] = .array(
      ["scale", "choices", "slider", "note"].map { ["required": [.string($0)]] })
    members["if"] = primary
    members["then"] = [
      "not": ["anyOf": [["required": ["note"]], distractor]],
      "properties": ["choices": ["maxItems": 2]],
    ]
    var questions =
      list(
        "What raters are asked about each output.", least: 1, of: .object(members)
      ).members ?? [:]
    questions["contains"] = primary
    questions["minContains"] = 1
    questions["maxContains"] = 1
    return .object(questions)
  }
}
