import Calls
import Foundation
package import Models
package import Record
import Reproducible
import TrialDesign

extension OpenedTrial {
  /// Takes the lock that one `run` at a time holds.
  package func lock() throws -> RecordLock { try RecordLock(at: folder.lockFile.path) }

  /// The outputs as a recording that replays this trial without its models.
  ///
  /// - Parameter server: What served the models, with its version.
  /// - Returns: One line a run, in the order of their cells.
  /// - Throws: ``Fault`` where nothing was run.
  package func recording(server: String?) throws -> Recording {
    let record = try requireRecord()
    return Recording(
      try record.outputs.sorted { $0.cell < $1.cell }.map { output in
        let spec = trial.model(output.cell.model)
        return RecordingLine(
          of: try record.call(of: output.run),
          key: CallKey(model: output.cell.model, replicate: output.cell.replicate),
          completion: Completion(
            text: output.text, finish: output.status == .cut ? .length : .stop,
            reportedModel: output.reportedModel, promptTokens: output.promptTokens,
            completionTokens: output.completionTokens),
          quantisation: spec?.quantisation, server: server, date: UTC.day(output.sentAt),
          run: output.run.name)
      })
  }
}
