import Faults
import TrialDesign

/// A small trial file, and what a test changes in it.
enum TrialText {
  static let newcomer = """
    unled: 1
    name: unused-skills
    observation: Short stories written by the model centre on a character whose skills their world has no use for.
    source: "Takes from two months as an aspiring LLM naturalist, take 2"
    scenarios:                       # sampled topics
      - {id: lighthouse, topic: a lighthouse keeper}
      - {id: bakery, topic: a night baker}
    conditions:
      neutral: "Write a short story about {topic}. About 200 words."
      leading: "Write a short story about {topic}, whose skills nobody needs. About 200 words."
      away:    "Write a short story about {topic}, whose skills everybody needs. About 200 words."
      placebo: "Write a short story about {topic}. Take whatever time you need. About 200 words."
    claim: {about: the main character, holds: has skills that nobody around them needs,
            fails: is needed for what they do, terms: [skill, unneeded, useless, longing]}
    models:
      - {id: gemma-270m, provider: openai, base_url: "http://127.0.0.1:8080/v1", mode: completion}
    sampling: {temperature: 1.0, max_tokens: 300, replicates: 2, seed: 1907}
    rating:
      raters_per_output: 3
      repeats: 0.1                   # share shown twice to the same rater
      ask_for_condition: true        # at the end, for the blinding index
      questions:
        - id: unused_skill
          ask: Does the main character have a skill that their surroundings have no use for?
          scale: [not at all, hinted at, present, what the story is about]     # ordinal, anchored
          primary: true
    analysis: {smallest_effect: 0.5, alpha: 0.05, agreement_floor: 0.667, models: these}

    """

  static let noFiles = FileSource.memory([:])

  /// The newcomer's file with a piece replaced by another.
  static func with(_ old: String, _ new: String) -> String {
    newcomer.replacing(old, with: new)
  }

  static func read(_ text: String, files: [String: String] = [:]) throws(Faults) -> ReadTrial {
    try ReadTrial(parsing: text, source: .memory(files))
  }

  static func trial(_ text: String, files: [String: String] = [:]) throws(Faults) -> Trial {
    try read(text, files: files).trial
  }

  /// The faults of a text; none where it can be read.
  static func faults(_ text: String, files: [String: String] = [:]) -> [Fault] {
    do throws(Faults) {
      _ = try read(text, files: files)
      return []
    } catch {
      return error.all
    }
  }

  /// The only fault of the newcomer's file with a change; `nil` where there are none or several.
  static func fault(_ old: String, _ new: String, files: [String: String] = [:]) -> Fault? {
    let faults = faults(with(old, new), files: files)
    return faults.count == 1 ? faults[0] : nil
  }
}
