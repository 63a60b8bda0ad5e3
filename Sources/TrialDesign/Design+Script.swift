import Calls
import Questions
import Reproducible

/// Script and rating as a design holds them. What a trial does not use leaves no member, so that its
/// hash is what it was before there was such a thing.
extension Design {
  static func json(_ script: Script) -> JSON {
    var members: [String: JSON] = ["stop": .array(script.stop.map(JSON.string))]
    if let system = script.system { members["system"] = .string(system) }
    switch script.form {
    case .prompt: break
    case .document(let document, let examples):
      members["document"] = .string(document)
      if let examples {
        members["examples"] = .object([
          "texts": .array(examples.texts.map(json)), "count": .integer(examples.count),
          "order": .string(examples.order.rawValue),
        ])
      }
    case .turns(let turns):
      members["turns"] = .array(
        turns.map { turn in
          switch turn {
          case .user(let text): .object(["user": .string(text)])
          case .model: "model"
          }
        })
    case .instances(let instances):
      members["instances"] = .object(["one": json(instances.one), "two": json(instances.two)])
      members["opens"] = .string(instances.opens.rawValue)
      members["opening"] = .string(instances.opening)
      members["after"] = .integer(instances.after)
      if let same = instances.sameAnswer { members["same_answer"] = .integer(same) }
    }
    return .object(members)
  }

  private static func json(_ instance: Instances.Instance) -> JSON {
    var members: [String: JSON] = ["model": .string(instance.model?.name ?? "same")]
    if let system = instance.system { members["system"] = .string(system) }
    return .object(members)
  }

  static func json(_ rating: RatingPlan) -> JSON {
    var members: [String: JSON] = [
      "raters_per_output": .integer(rating.ratersPerOutput), "repeats": .number(rating.repeats),
      "guess_outputs": .integer(rating.guessOutputs), "mask_echo": .bool(rating.masksEcho),
      "questions": .array(
        rating.questions.map { question in
          .object([
            "question": question.json, "primary": .bool(question.isPrimary),
            "distractor": .bool(question.isDistractor),
          ])
        }),
    ]
    if rating.shows != .lastAnswer { members["shows"] = .string(rating.shows.phrase) }
    if !rating.shownAs.isEmpty {
      members["shown_as"] = .object(
        Dictionary(
          uniqueKeysWithValues: rating.shownAs.map { factor in
            (
              factor.name,
              .object(
                Dictionary(
                  uniqueKeysWithValues: factor.levels.map { ($0.name, .string($0.text)) }))
            )
          }))
    }
    return .object(members)
  }
}
