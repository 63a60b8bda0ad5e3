/// A trial whose scripted model shows an effect of known size.
enum SmallTrial {
  /// The trial file's text, with address keys of the model where some are given.
  static func yaml(name: String = "small", scenarios: Int = 24, address: String = "") -> String {
    let topics = (1...scenarios).map { "  - {id: s\($0), topic: \"topic \($0)\"}" }
    return """
      unled: 1
      name: \(name)
      observation: Its answers speak of oars.
      scenarios:
      \(topics.joined(separator: "\n"))
      conditions:
        neutral: "Tell about {topic}."
        leading: "Tell about {topic}. Boating matters here."
        away: "Tell about {topic}. Walking matters here."
        placebo: "Tell about {topic}. Weather matters here."
      baselines:
        - {id: others, prompts: ["Write of trees.", "Write of cats.", "Write of rain.", "Write of tea.", "Write of stairs.", "Write of bread.", "Write of hats.", "Write of wool."]}
      claim: {about: the answer, holds: speaks of oars, fails: speaks of shoes}
      models:
        - {id: scripted, model: script-1\(address)}
      sampling: {temperature: 1.0, max_tokens: 100, replicates: 2, seed: 11}
      rating:
        raters_per_output: 3
        repeats: 0.1
        questions:
          - {id: oars, ask: "How much is there of oars?", scale: [none, some, much, all], primary: true}
          - {id: note, ask: "Anything else?", note: true}
      controls: {show: {folder: show}, show_not: {folder: not}}
      analysis: {smallest_effect: 0.5}
      """
  }

  /// Four texts that show the claim and four that do not.
  static var controls: [String: String] {
    var files: [String: String] = [:]
    for number in 1...4 {
      files["show/\(number).txt"] = "Oar \(number), oar upon oar, an oar and one more oar."
      files["not/\(number).txt"] = "Stairs go up to the door of house \(number)."
    }
    return files
  }
}
