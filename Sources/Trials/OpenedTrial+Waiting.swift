package import Faults
package import TrialDesign

extension OpenedTrial {
  /// Stops where the trial holds what this release can plan and not do.
  ///
  /// - Throws: ``Fault`` of kind `badInput`, with the place in the trial file and both ways on.
  package func require(_ step: Waiting.Step) throws(Fault) {
    guard let waiting = trial.waiting.first(where: { $0.step == step }) else { return }
    throw read.fault(of: waiting)
  }

  /// Whether a step of the trial waits for a later release.
  func waits(for step: Waiting.Step) -> Bool { trial.waiting.contains { $0.step == step } }

  /// What waits, as it follows an account of the trial; empty where nothing does.
  var waitingNote: String {
    trial.waiting.map { "; waits for \($0.step.rawValue): it \($0.what)" }.joined()
  }
}
