import Analysis
import Questions
package import Reproducible
import TrialDesign

extension ReportFacts {
  /// The facts as they stand in `report.json`.
  package var json: JSON {
    var members: [String: JSON] = identity
    members["models"] = .array(models.map(\.json))
    let settings = sampling.map { ($0.name, JSON.string($0.value)) }
    members["sampling"] = .object(Dictionary(settings, uniquingKeysWith: { first, _ in first }))
    members["seed"] = JSON(known: seed.map { String($0) })
    members["resamples"] = resamples.map(JSON.integer) ?? .null
    members["conditions"] = .array(conditions.map(\.json))
    members["flow"] = flow?.json ?? .null
    members["distinct_outputs"] = .array(distinctOutputs.map(\.json))
    members["blinding"] = blinding?.json ?? .null
    members["ratings_per_output"] = balance?.json ?? .null
    members["amendments"] = .array(amendments.map(\.json))
    members["raters"] = .array(raters.map(\.json))
    members["examples"] = .array(examples.map(\.json))
    members["own_ratings"] = ownRatings.map { .array($0.map(\.json)) } ?? .null
    members["prompt_check"] = JSON(known: promptCheck)
    members["origin"] = origin.json
    return .object(members)
  }

  private var identity: [String: JSON] {
    [
      "title": .string(title), "source": JSON(known: source), "date": .string(UTC.day(date)),
      "folder": .string(folder), "design_sha256": JSON(known: designHash?.hex),
      "plan_sha256": JSON(known: planHash?.hex), "audit_head": JSON(known: auditHead?.hex),
      "first_run": JSON(known: firstRun.map(UTC.timestamp)),
      "last_run": JSON(known: lastRun.map(UTC.timestamp)), "software": JSON(known: software),
    ]
  }
}

extension ReportFacts.Balance {
  fileprivate var json: JSON {
    .object(["fewest": .integer(fewestRatings), "most": .integer(mostRatings)])
  }
}

extension ReportFacts.Amendment {
  fileprivate var json: JSON {
    .object([
      "date": .string(UTC.day(date)), "change": .string(change), "because": .string(because),
    ])
  }
}

extension ReportFacts.Rater {
  fileprivate var json: JSON {
    .object([
      "rater": .string(pseudonym), "kind": .string(kind.rawValue), "ratings": .integer(ratings),
    ])
  }
}

extension JSON {
  /// A text, or null where there is none.
  fileprivate init(known text: String?) { self = text.map(JSON.string) ?? .null }

  fileprivate static func object(byCondition values: [Condition: JSON]) -> JSON {
    .object(
      Dictionary(
        values.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }
}

extension ReportFacts.Model {
  fileprivate var json: JSON {
    .object([
      "model": .string(name), "provider": .string(provider), "recorded": .string(recorded),
      "reported": .array(reported.map(JSON.string)),
      "takes_seed": takesSeed.map(JSON.bool) ?? .null,
    ])
  }
}

extension ReportFacts.Prompt {
  fileprivate var json: JSON {
    .object([
      "condition": .string(condition.rawValue), "baseline": JSON(known: baseline?.name),
      "cue": JSON(known: cue), "scenario": .string(exampleScenario),
      "prompt": .string(examplePrompt),
      "wordings": .array(wordings.map(JSON.string)),
    ])
  }
}

extension ReportFacts.Flow {
  fileprivate var json: JSON {
    .object([
      "planned": .integer(planned), "sent": .integer(sent), "answered": .integer(answered),
      "refused": .integer(refused), "filtered": .integer(filtered), "cut": .integer(cut),
      "empty": .integer(empty), "failed": .integer(failed), "outputs": .integer(outputs),
      "in_packet": .integer(inPacket), "rated": .integer(rated), "analysed": .integer(analysed),
      "excluded": .array(
        excluded.map { .object(["reason": .string($0.reason), "count": .integer($0.count)]) }),
    ])
  }
}

extension ReportFacts.Distinct {
  fileprivate var json: JSON {
    .object([
      "condition": .string(condition.rawValue), "model": .string(model), "draws": .integer(draws),
      "distinct": .integer(distinct),
    ])
  }
}

extension ReportFacts.Blinding {
  fileprivate var json: JSON {
    .object([
      "self_naming_masked": .integer(selfNamingMasked),
      "echoing_outputs": .object(byCondition: echoingOutputs.mapValues(JSON.integer)),
      "masked_views": .integer(maskedViews), "sham_views": .integer(shamViews),
      "mean_words": .object(byCondition: meanWords.mapValues(JSON.number)),
    ])
  }
}

extension ReportFacts.Example {
  fileprivate var json: JSON {
    .object([
      "code": .string(code), "condition": .string(condition.rawValue), "model": JSON(known: model),
      "scenario": .string(scenario), "text": .string(text),
      "mean_rating": meanRating.map(JSON.number) ?? .null, "ratings": .integer(ratings),
    ])
  }
}

extension ReportFacts.OwnRating {
  fileprivate var json: JSON {
    .object([
      "code": .string(code), "text": .string(text), "condition": .string(condition.rawValue),
      "answer": .string(answer),
    ])
  }
}

extension ReportFacts.Origin {
  fileprivate var json: JSON {
    switch self {
    case .live: .object(["kind": "live"])
    case .pasted: .object(["kind": "pasted"])
    case .imported(let source): .object(["kind": "imported", "from": .string(source)])
    case .table(let table):
      .object([
        "kind": "table", "file": .string(table.name), "sha256": .string(table.digest.hex),
        "command": .string(table.command), "reading": .array(table.reading.map(JSON.string)),
        "echoing_outputs": table.echoingOutputs.map {
          .object(byCondition: $0.mapValues(JSON.integer))
        } ?? .null, "mean_lengths": .object(byCondition: table.meanLengths.mapValues(JSON.number)),
      ])
    case .recording(let recording):
      .object([
        "kind": "recording", "model": .string(recording.model),
        "quantisation": JSON(known: recording.quantisation),
        "server": JSON(known: recording.server),
        "date": .string(recording.date),
      ])
    }
  }
}
