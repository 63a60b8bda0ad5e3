import Cues
import Questions
import TrialDesign

/// What leads raters, and what leads by the plan.
extension TrialLint {
  mutating func checkQuestions() {
    let questions = trial.rating.questions
    for question in questions {
      addCues(in: question.ask, part: "the question '\(question.id)'", key: "questions") { found in
        // That it names one side is answered by a scale or by choices that name the other.
        ["A3", "C2", "C1"].contains(found.cueID) && found.confidence < .high
          || found.confidence == .low
          ? nil : found.cueID == "A3" ? .note : .warning
      }
      if !question.isPrimary, question.form != .note { checkNames(question) }
      checkScale(question)
    }
    let hiding = questions.count { $0.isDistractor }
    if hiding == 0 {
      add(
        .warning, "no distractor", part: "the questions", key: "questions",
        "every question is about the claim, so that raters see what counts",
        remedy: "add two questions about something else, with 'distractor: true'")
    }
    if let claim = trial.claim, let primary = trial.primaryQuestion,
      primary.ask.lowercased().contains(claim.holds.lowercased()),
      !primary.ask.lowercased().contains(" or ")
    {
      add(
        .note, "claim as question", part: "the question '\(primary.id)'", near: primary.ask,
        key: "questions", "the question repeats the claim word for word",
        remedy: "ask what the text is like, and let the scale's points name both sides")
    }
  }

  /// A distractor that holds the claim's words distracts from nothing.
  private mutating func checkNames(_ question: Question) {
    guard question.isDistractor else { return }
    addCues(
      in: question.ask, part: "the distractor '\(question.id)'", key: "questions", terms: terms
    ) { $0.cueID == "C2" && $0.confidence == .high ? .warning : nil }
  }

  private static let zeros: Set<String> = [
    "no", "not", "none", "never", "absent", "nothing", "nobody", "without", "0", "neither", "flat",
    "declines", "zero", "lacks", "missing", "cannot", "does", "low", "least", "impersonal",
    "unrelated", "wrong", "human", "fails",
  ]

  private mutating func checkScale(_ question: Question) {
    guard case .ordinal(let labels) = question.form, let first = labels.first else { return }
    let words = TextMeasures.words(of: first)
    guard words.allSatisfy({ !Self.zeros.contains($0) }) else { return }
    add(
      .note, "scale without zero", part: "the question '\(question.id)'", near: first,
      key: "questions", "the scale begins with '\(first)': is that none of it?",
      remedy: "begin with a point that says that it is not there, such as 'not at all'")
  }

  mutating func checkPlan() {
    if trial.sampling.temperature == 0, trial.sampling.replicates > 1 {
      add(
        .warning, "copies as replicates", part: "the sampling", key: "sampling",
        "at temperature 0 the \(trial.sampling.replicates) replicates are copies",
        remedy: "ask once, or raise the temperature")
    }
    for phrase in trial.script.stop {
      addCues(in: phrase, part: "the stop phrase", key: "stop", terms: terms) {
        // A text that ends where the claim shows is chosen by the claim.
        $0.cueID == "C2" && $0.confidence == .high ? .error : nil
      }
    }
    if trial.baselines.isEmpty, trial.analysis.reference == nil {
      add(
        .note, "no baseline", part: "the plan", key: "conditions",
        "nothing says what anybody else would write: the verdict speaks of the lead alone",
        remedy: "add 'baselines:' with other prompts or with texts by people")
    }
    if trial.controls.isEmpty {
      add(
        .note, "no controls", part: "the plan", key: "rating",
        "nothing shows that raters know the claim when they see it",
        remedy: "add 'controls:' with texts known to show it, and known not to")
    }
  }
}
