import Packets
import Questions
import Record
import TrialDesign

/// How far the rating has come, as looks count it: the views of those raters whose ratings enter the primary
/// analysis, and of sequences that nobody has yet.
struct CountedViews: Sendable {
  /// One place of a sequence, of whoever has it.
  private struct Place: Hashable {
    /// The rater, or the sequence's number where it is free.
    let owner: String
    let position: Int
  }

  private let planned: [Place: OutputCode]
  private let rated: Set<Place>

  /// How many views are planned, and how many of them are rated.
  var plannedCount: Int { planned.count }
  var ratedCount: Int { rated.count }

  /// Counts the views of a packet and of its copies.
  ///
  /// - Parameters:
  ///   - packet: What it holds, and who rates it.
  ///   - copies: Copies that were rated elsewhere; sequences that one of them added count where they are
  ///     dealt.
  ///   - question: The question that counts a view as rated.
  init(
    of packet: (contents: PacketContents, raters: [Rater], ratings: [Rating]),
    copies: [PacketCopy], question: QuestionID?
  ) {
    var planned: [Place: OutputCode] = [:]
    func add(_ sequence: PacketSequence, owner: String) {
      for (position, code) in sequence.codes.enumerated() {
        planned[Place(owner: owner, position: position)] = code
      }
    }
    let raters = packet.raters + copies.flatMap(\.raters)
    let owners = Dictionary(grouping: raters.filter { $0.sequence != nil }) { $0.sequence ?? 0 }
    for sequence in packet.contents.sequences {
      guard let owners = owners[sequence.number] else {
        add(sequence, owner: "sequence \(sequence.number)")
        continue
      }
      for owner in owners where owner.kind.counts { add(sequence, owner: owner.id.name) }
    }
    let known = Set(packet.contents.sequences.map(\.number))
    for copy in copies {
      for sequence in copy.contents.sequences where !known.contains(sequence.number) {
        for owner in copy.raters where owner.sequence == sequence.number && owner.kind.counts {
          add(sequence, owner: owner.id.name)
        }
      }
    }
    let ratings = packet.ratings + copies.flatMap(\.ratings)
    let places = ratings.filter { $0.question == question }
      .map { Place(owner: $0.rater.name, position: $0.position) }
    rated = Set(places).intersection(planned.keys)
    self.planned = planned
  }

  /// Whether all views of each group of texts are rated; a text without a group is passed over.
  func areComplete<Group: Hashable>(by group: (OutputCode) -> Group?) -> [Group: Bool] {
    var complete: [Group: Bool] = [:]
    for (place, code) in planned {
      guard let group = group(code) else { continue }
      complete[group] = (complete[group] ?? true) && rated.contains(place)
    }
    return complete
  }
}

extension OpenedTrial {
  /// The views of the packet at hand and of copies that came back.
  func countedViews(_ packet: PacketFile, copies: [PacketCopy] = []) throws -> CountedViews {
    CountedViews(
      of: (try packet.contents, try packet.raters, try packet.ratings), copies: copies,
      question: trial.primaryQuestion?.id)
  }
}
