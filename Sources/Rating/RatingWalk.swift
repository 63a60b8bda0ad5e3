import Packets
import Questions

/// One thing that is asked: a question about a text, or the guess where there is no question.
struct RatingStep: Hashable {
  let position: Int
  let question: Question?

  var id: QuestionID { question?.id ?? .conditionGuess }
}

/// The way through everything that is asked, forwards and back.
struct RatingWalk {
  private let steps: [RatingStep]
  private let complete: Set<Int>
  private let limit: Int?
  private var given: [Int: [QuestionID: GivenAnswer]]
  /// The furthest step that was asked; what lies before it is asked again only on the way back.
  private var furthest: Int
  private var index: Int
  /// Positions of texts that were asked about on this walk.
  private var begun: Set<Int> = []

  init(places: [RatingPlace], questions: [Question], guess: GuessSheet?, limit: Int?) {
    steps = places.flatMap { place -> [RatingStep] in
      switch place.part {
      case .rate: questions.map { RatingStep(position: place.position, question: $0) }
      case .guess where guess == nil: []
      case .guess: [RatingStep(position: place.position, question: nil)]
      }
    }
    complete = Set(
      places.filter { $0.isComplete(questions: questions, guess: guess) }.map(\.position))
    self.limit = limit
    given = Dictionary(
      places.map { ($0.position, $0.given) }, uniquingKeysWith: { first, _ in first })
    index = 0
    furthest = 0
    skipAnswered()
  }

  /// What is asked now; `nil` at the end.
  var current: RatingStep? { steps.indices.contains(index) ? steps[index] : nil }

  func given(at step: RatingStep) -> GivenAnswer? { given[step.position]?[step.id] }

  /// Which of how many texts a step belongs to, within its part.
  func count(of step: RatingStep) -> (number: Int, total: Int) {
    var positions: [Int] = []
    for other in steps where (other.question == nil) == (step.question == nil) {
      if positions.last != other.position { positions.append(other.position) }
    }
    let number = (positions.firstIndex(of: step.position) ?? 0) + 1
    guard let limit, step.question != nil, let first = begun.min(),
      let start = positions.firstIndex(of: first), number > start
    else { return (number, positions.count) }
    return (number, min(positions.count, start + limit))
  }

  mutating func answer(_ answer: GivenAnswer) {
    guard let current else { return }
    given[current.position, default: [:]][current.id] = answer
    goOn()
  }

  mutating func goOn() {
    index += 1
    if index > furthest { skipAnswered() }
  }

  /// One step back, over earlier sessions too.
  ///
  /// - Returns: Whether there was one. From the guesses no way leads back to the ratings: by then
  ///   the rater has read what the trial is about.
  mutating func goBack() -> Bool {
    guard let current, index > 0, (steps[index - 1].question == nil) == (current.question == nil)
    else { return false }
    index -= 1
    return true
  }

  private mutating func skipAnswered() {
    while let step = current, isDone(step) { index += 1 }
    furthest = index
    guard let step = current else { return }
    if step.question != nil, let limit, !begun.contains(step.position), begun.count >= limit {
      index = steps.count
    } else if step.question != nil {
      begun.insert(step.position)
    } else if limit != nil, hasOpenTexts {
      index = steps.count
    }
  }

  private func isDone(_ step: RatingStep) -> Bool {
    if complete.contains(step.position) || given(at: step) != nil { return true }
    // A note before answers that were given is taken as left out on purpose.
    guard step.question?.form == .note else { return false }
    let later = steps[(index + 1)...].prefix { $0.position == step.position }
    return later.contains { given(at: $0) != nil }
  }

  private var hasOpenTexts: Bool {
    steps[..<index].contains {
      $0.question.map { $0.form != .note } ?? false && given(at: $0) == nil
    }
  }
}
