import Faults
import Foundation
import Questions

/// Plain questions: a flag answers one, else somebody at the terminal, else a proposal.
struct Interview {
  let isOpen: Bool
  private var missing: [String] = []
  private var refused: [Fault] = []

  init(isOpen: Bool) { self.isOpen = isOpen }

  mutating func ask(
    _ question: String, given: String?, flag: String, proposal: String? = nil,
    check: (String) -> String? = { _ in nil }
  ) -> String {
    if let given {
      if let problem = check(given) {
        refused.append(
          Fault(.badInput, at: flag, "'\(given)' will not do", remedy: problem))
      }
      return given
    }
    guard isOpen else {
      if proposal == nil { missing.append(flag) }
      return proposal ?? ""
    }
    while true {
      print(Console.wrapped(question))
      if let proposal, !proposal.isEmpty { print(Console.wrapped("[\(proposal)]")) }
      print("> ", terminator: "")
      fflush(nil)
      guard let line = readLine() else {
        missing.append(flag)
        return proposal ?? ""
      }
      let answer = line.trimmingWhitespace()
      if !answer.isEmpty {
        guard let problem = check(answer) else { return answer }
        print(Console.wrapped("Not quite: \(problem)"))
        continue
      }
      if let proposal { return proposal }
      print("Please write something, or stop with Ctrl-C.")
    }
  }

  /// Ends the questions.
  ///
  /// - Throws: ``Fault`` of kind `wrongUse` that lists what was not answered, or the answers that
  ///   will not do.
  func finish() throws {
    guard refused.isEmpty else { throw Faults(refused) }
    guard missing.isEmpty else {
      throw Fault(
        .wrongUse, at: "unled new", "not answered: \(missing.joined(separator: ", "))",
        remedy: "give them as flags, or call this in a terminal")
    }
  }
}
