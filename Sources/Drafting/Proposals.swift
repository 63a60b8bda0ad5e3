import Cues

/// What a trial is offered where its author has nothing of their own: topics, distractors, other prompts.
package enum Proposals {
  /// Lists of topics, by what they are about.
  package static let topics: [(name: String, topics: [String])] = [
    (
      "people",
      [
        "a night baker", "a piano tuner", "a bus driver", "a schoolteacher", "a beekeeper",
        "a translator", "a carpenter", "the pilot of a ferry", "a gardener",
        "a woman who draws maps",
        "a fisherman", "a tailor", "a cook in a hospital", "a shepherd", "a librarian",
        "a violin player", "an animal doctor", "a bicycle mechanic", "the leader of a choir",
        "a lighthouse keeper", "a postman", "a glass blower", "a clerk in a museum",
        "a tram conductor",
      ]
    ),
    (
      "places",
      [
        "a railway station", "a harbour", "a kitchen", "a village square", "a hospital corridor",
        "a public library", "a mountain hut", "a market hall", "a bridge", "a schoolyard",
        "an allotment", "a laundry", "a petrol station", "an attic", "a swimming pool",
        "a vineyard",
        "a court room", "a cinema", "a bus shelter", "a workshop", "a ferry landing", "a car park",
        "a chapel", "a greenhouse",
      ]
    ),
    (
      "things",
      [
        "an umbrella", "a kettle", "a bicycle", "a wooden spoon", "a clock", "a suitcase",
        "a ladder",
        "a coat", "a lamp", "a pair of scissors", "a chair", "a rope", "a teapot", "a key", "a map",
        "a window", "a basket", "a hammer", "a mirror", "a candle", "a letter", "a boat", "a kite",
        "a pencil",
      ]
    ),
    (
      "everyday",
      [
        "planning a week of meals", "choosing a bicycle", "learning to swim", "repairing a tap",
        "writing to a landlord", "moving house", "growing tomatoes", "saving for a journey",
        "reading a bus timetable", "packing for a hike", "sharing a flat", "asking for a day off",
        "buying a used car", "cooking for eight guests", "sleeping in a noisy street",
        "naming a shop", "caring for a cat", "keeping a diary", "sorting old photographs",
        "meeting new neighbours", "running a first race", "hanging a shelf", "booking a train",
        "learning a poem",
      ]
    ),
  ]

  private static let distractors = [
    "Is there a quarrel in it, or none?", "Is somebody on a journey in it, or nobody?",
    "Is an animal named in it, or none?", "Is the weather spoken of in it, or not?",
    "Is a sum of money named in it, or none?", "Does a letter play a part in it, or not?",
    "Is a meal eaten in it, or none?", "Is a colour named in it, or none?",
  ]

  private static let otherPrompts = [
    "Write a page of a diary.", "Describe a morning in a small town.",
    "Write a letter to a friend.",
    "Tell what happened at a market.", "Write a short dialogue between two neighbours.",
    "Describe a walk along a river.", "Write the opening of a crime story.",
    "Tell of a journey by train.", "Write a short piece about the weather.",
    "Describe a room and what is in it.", "Tell an anecdote from a school.",
    "Write a scene at a bus stop.",
  ]

  /// Distractor questions that share no word with the claim.
  package static func distractors(count: Int, avoiding texts: [String]) -> [String] {
    Array(free(distractors, of: texts).prefix(count))
  }

  /// Other prompts that share no word with the claim.
  package static func otherPrompts(avoiding texts: [String]) -> [String] {
    free(otherPrompts, of: texts)
  }

  /// Topics of a list that are not there yet and share no word with the claim.
  package static func topics(_ name: String, besides taken: [String], avoiding texts: [String])
    -> [String]
  {
    let known = Set(taken.map { $0.lowercased() })
    let list = topics.first { $0.name == name }?.topics ?? []
    return free(list, of: texts).filter { !known.contains($0) }
  }

  private static func free(_ list: [String], of texts: [String]) -> [String] {
    let detector = CueDetector(terms: texts)
    return list.filter { item in
      !detector.read(item).findings.contains { $0.cueID == "C2" && $0.confidence == .high }
    }
  }
}
