import Analysis
package import AnalysisTables
package import Foundation
import Questions
package import Reproducible
import TrialDesign

extension ReportFacts {
  /// More raters than this are counted and not listed.
  private static let mostRaters = 60

  /// What a table of ratings made elsewhere says beside its analysis.
  ///
  /// - Parameters:
  ///   - table: The table as it was read.
  ///   - name: The file's name.
  ///   - digest: Of the file's bytes.
  ///   - command: The command that reads it in this way.
  ///   - software: What makes the report, with its version.
  ///   - date: The report's date.
  package init(
    of table: AnalysisTable, named name: String, digest: Digest, command: String, software: String,
    date: Date
  ) {
    let input = table.input
    let primary = input.questions.first { $0.isPrimary }?.id
    var ratings: [String: Set<String>] = [:]
    var raters: [String: Rater] = [:]
    var echoing: [Condition: Set<String>] = [:]
    for row in input.rows {
      if row.echo, row.control == nil { echoing[row.condition, default: []].insert(row.output) }
      guard row.question == primary else { continue }
      ratings[row.output, default: []].insert(row.rater)
      raters[row.rater, default: Rater(pseudonym: row.rater, kind: row.raterKind, ratings: 0)]
        .ratings += 1
    }
    let counts = ratings.values.map(\.count)
    self.init(
      title: input.trial, date: date, folder: name, seed: input.seed, resamples: input.resamples,
      balance: counts.min().flatMap { fewest in
        counts.max().map { Balance(fewestRatings: fewest, mostRatings: $0) }
      },
      raters: raters.count > Self.mostRaters
        ? [] : raters.values.sorted { $0.pseudonym < $1.pseudonym },
      origin: .table(
        RatedTable(
          name: name, digest: digest, command: command, reading: table.notes,
          echoingOutputs: table.hasEchoes ? echoing.mapValues(\.count) : nil,
          meanLengths: table.meanLengths)), software: software)
  }
}
