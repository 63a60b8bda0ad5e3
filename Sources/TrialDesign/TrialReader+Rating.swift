import Questions
import Reproducible
import Yams

/// Rating and analysis: what raters are asked, and by which rules their answers are read.
extension TrialReader {
  private static let laterRating = ["consent", "exclude", "catch"]

  func rating(_ node: Node) -> RatingPlan? {
    guard
      let members = nodes.members(
        of: node, what: "'rating'", required: ["questions"],
        optional: [
          "raters_per_output", "repeats", "ask_for_condition", "mask_echo", "shows", "shown_as",
        ],
        later: Self.laterRating)
    else { return nil }
    let raters =
      members["raters_per_output"].map {
        nodes.integer($0, what: "'raters_per_output'", in: 1...1000)
      } ?? 3
    let repeats = members["repeats"].map { nodes.number($0, what: "'repeats'", in: 0...0.5) } ?? 0.1
    let guesses = members["ask_for_condition"].map(guessOutputs) ?? 6
    let questions = members["questions"].flatMap(questions)
    let masksEcho = members["mask_echo"].map(masksEcho) ?? true
    for key in ["shows", "shown_as"] { note("rating.\(key)", members[key]) }
    let shows = members["shows"].map(shows) ?? .lastAnswer
    let shownAs = members["shown_as"].map(shownAs) ?? []
    guard let raters, let repeats, let guesses, let questions, let masksEcho, let shows,
      let shownAs
    else { return nil }
    return RatingPlan(
      ratersPerOutput: raters, repeats: repeats, guessOutputs: guesses, masksEcho: masksEcho,
      questions: questions, shows: shows, shownAs: shownAs)
  }

  private func guessOutputs(_ node: Node) -> Int? {
    if let members = node.mapping, members["outputs"] != nil {
      return nodes.members(of: node, what: "'ask_for_condition'", required: ["outputs"])?["outputs"]
        .flatMap { nodes.integer($0, what: "'outputs'", in: 1...100) }
    }
    return nodes.flag(node, what: "'ask_for_condition'").map { $0 ? 6 : 0 }
  }

  private func masksEcho(_ node: Node) -> Bool? {
    switch node.scalar?.string {
    case "half of raters": return true
    case "never": return false
    default:
      nodes.fail(
        node, "'mask_echo' is \(nodes.quoted(node))",
        remedy: "write 'half of raters' or 'never'")
      return nil
    }
  }

  private func questions(_ node: Node) -> [Question]? {
    guard let elements = nodes.elements(of: node, what: "'questions'") else { return nil }
    let before = nodes.faults.count
    let questions = elements.compactMap(question)
    guard nodes.faults.count == before else { return nil }
    var seen: Set<QuestionID> = []
    for (question, element) in zip(questions, elements) where !seen.insert(question.id).inserted {
      nodes.fail(
        element, "two questions have the id '\(question.id)'", remedy: "give each its own")
    }
    let primary = questions.filter(\.isPrimary)
    if primary.count != 1 {
      nodes.fail(
        node, "\(Numerals.count(primary.count, "question")) of \(questions.count) are primary",
        remedy: "write 'primary: true' on the one that the verdict rests on")
    }
    return questions
  }

  private static let forms = ["scale", "choices", "slider", "note"]

  private func question(_ node: Node) -> Question? {
    guard
      let members = nodes.members(
        of: node, what: "a question", required: ["id", "ask"],
        optional: Self.forms + ["primary", "distractor"],
        later: ["only_if", "between", "tie", "spans"])
    else { return nil }
    let id = members["id"].flatMap { nodes.name($0, what: "a question's id") }
    let ask = members["ask"].flatMap { nodes.text($0, what: "'ask'", isProse: true) }
    let isPrimary = members["primary"].flatMap { nodes.flag($0, what: "'primary'") } ?? false
    let isDistractor =
      members["distractor"].flatMap { nodes.flag($0, what: "'distractor'") } ?? false
    if id == QuestionID.conditionGuess.name, let place = members["id"] {
      nodes.fail(
        place, "'condition_guess' is the name of the guess itself", remedy: "use another id")
    }
    let given = Self.forms.filter { members[$0] != nil }
    guard given.count == 1, let formNode = members[given[0]] else {
      nodes.fail(
        node,
        given.isEmpty ? "the question has no answers" : "the question has two kinds of answer",
        remedy: "give it exactly one of: \(Self.forms.joined(separator: ", "))")
      return nil
    }
    guard let form = form(given[0], formNode), let id, let ask else { return nil }
    if isPrimary, form.range == nil {
      nodes.fail(
        formNode, "the primary question has no lowest and highest answer",
        remedy: "give it a scale, two choices or a slider: the claim has a direction")
    }
    if isPrimary && isDistractor {
      nodes.fail(node, "the question is primary and a distractor", remedy: "keep one of the two")
    }
    return Question(
      id: QuestionID(id), ask: ask, form: form, isPrimary: isPrimary, isDistractor: isDistractor)
  }

  private func form(_ kind: String, _ node: Node) -> AnswerForm? {
    switch kind {
    case "scale":
      if let name = node.scalar?.string {
        guard let scale = NamedScale(rawValue: name) else {
          nodes.fail(
            node, "no scale is named '\(name)'",
            remedy: "list its levels in [ ], or use one of: "
              + NamedScale.allCases.map(\.rawValue).joined(separator: ", "))
          return nil
        }
        return .ordinal(scale.anchors)
      }
      return labels(node, what: "'scale'", count: 2...11).map(AnswerForm.ordinal)
    case "choices":
      return labels(node, what: "'choices'", count: 2...20).map {
        $0.count == 2 ? .binary(no: $0[0], yes: $0[1]) : .nominal($0)
      }
    case "slider":
      return labels(node, what: "'slider'", count: 2...2).map { .slider(low: $0[0], high: $0[1]) }
    default:
      return nodes.flag(node, what: "'note'").flatMap { isNote in
        guard isNote else {
          nodes.fail(node, "'note' is false", remedy: "write 'note: true', or another kind")
          return nil
        }
        return .note
      }
    }
  }

  private func labels(_ node: Node, what: String, count: ClosedRange<Int>) -> [String]? {
    guard let labels = nodes.texts(node, what: what) else { return nil }
    guard count.contains(labels.count) else {
      nodes.fail(
        node, "\(what) has \(labels.count) answers",
        remedy: count.lowerBound == count.upperBound
          ? "give \(count.lowerBound)" : "give \(count.lowerBound) to \(count.upperBound)")
      return nil
    }
    guard Set(labels.map { $0.lowercased() }).count == labels.count else {
      nodes.fail(node, "two answers of \(what) are the same", remedy: "make them differ")
      return nil
    }
    return labels
  }

  func analysis(_ node: Node, questions: [Question]) -> AnalysisPlan? {
    guard
      let members = nodes.members(
        of: node, what: "'analysis'", required: ["smallest_effect"],
        optional: [
          "alpha", "agreement_floor", "models", "refusal", "reference", "together", "looks",
        ])
    else { return nil }
    let range = questions.first { $0.isPrimary }?.form.range ?? 0...100
    let effect = members["smallest_effect"].flatMap {
      nodes.number(
        $0, what: "'smallest_effect'", in: 0.0001...(range.upperBound - range.lowerBound))
    }
    let alpha = members["alpha"].map { nodes.number($0, what: "'alpha'", in: 0.0001...0.2) } ?? 0.05
    let floor =
      members["agreement_floor"].map { nodes.number($0, what: "'agreement_floor'", in: 0...1) }
      ?? 0.667
    let models =
      members["models"].map {
        nodes.choice($0, what: "'models'", as: AnalysisPlan.Models.self)
      } ?? .these
    let refusal =
      members["refusal"].map {
        nodes.choice($0, what: "'refusal'", as: AnalysisPlan.Refusal.self)
      } ?? .claimAbsent
    let reference = members["reference"].map { nodes.number($0, what: "'reference'", in: range) }
    let together = members["together"].flatMap { self.together($0, questions: questions) } ?? [:]
    let looks =
      members["looks"].map { self.looks($0, together: together) } ?? AnalysisPlan.Looks.none
    guard let effect, let alpha, let floor, let models, let refusal, let looks else { return nil }
    return AnalysisPlan(
      smallestEffect: effect, alpha: alpha, agreementFloor: floor, models: models,
      refusal: refusal, reference: reference ?? nil, together: together,
      looks: looks)
  }

  /// When ratings may be looked at before their end.
  private func looks(_ node: Node, together: [QuestionID: Double]) -> AnalysisPlan.Looks? {
    if node.scalar?.string == "anytime" {
      guard together.isEmpty else {
        nodes.fail(
          node, "looking at any time goes with one claim alone",
          remedy: "take 'together' out, or plan the looks: looks: [0.5, 0.75]")
        return nil
      }
      return .anytime
    }
    guard let elements = nodes.elements(of: node, what: "'looks'") else { return nil }
    let shares = elements.compactMap { nodes.number($0, what: "a look", in: 0.05...0.95) }
    guard shares.count == elements.count else { return nil }
    let most = AnalysisPlan.Looks.most - 1
    guard (1...most).contains(shares.count), zip(shares, shares.dropFirst()).allSatisfy({ $0 < $1 })
    else {
      nodes.fail(
        node, "'looks' are \(shares.count) shares that have to rise",
        remedy:
          "give one or two rising shares of the planned views, such as [0.5, 0.75]: with the end "
          + "there are \(AnalysisPlan.Looks.most) looks at the most")
      return nil
    }
    return .planned(shares)
  }

  /// Questions that state a claim of their own, with the smallest effect of each.
  private func together(_ node: Node, questions: [Question]) -> [QuestionID: Double]? {
    let others = questions.filter { !$0.isPrimary && !$0.isDistractor && $0.form.range != nil }
    guard
      let members = nodes.members(of: node, what: "'together'", optional: others.map(\.id.name))
    else { return nil }
    var effects: [QuestionID: Double] = [:]
    for question in others {
      guard let member = members[question.id.name], let range = question.form.range else {
        continue
      }
      effects[question.id] = nodes.number(
        member, what: "the smallest effect of '\(question.id)'",
        in: 0.0001...(range.upperBound - range.lowerBound))
    }
    return effects
  }
}
