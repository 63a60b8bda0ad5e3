import Agreement
import RatingTables
import Reproducible
import Statistics

/// Reads a text as a table.
func read(
  _ text: String, _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> RatingTable {
  var options = ReadingOptions()
  change(&options)
  return try RatingTable(reading: Array(text.utf8), named: "t.csv", options: options)
}

/// Summarises a text with few resamples.
func summarize(
  _ text: String, replicates: Int = 200, _ change: (inout ReadingOptions) -> Void = { _ in }
) throws -> AgreementSummary {
  AgreementSummary(
    of: try read(text, change),
    options: AgreementOptions(replicates: replicates, modelReplicates: 5))
}

/// Tables that were published with what is to be found in them.
enum Published {
  /// Krippendorff (2011), "Computing Krippendorff's alpha-reliability", example C.
  static let krippendorff = """
    unit,A,B,C,D
    1,1,1,,1
    2,2,2,3,2
    3,3,3,3,3
    4,3,3,3,3
    5,2,2,2,2
    6,1,2,3,4
    7,4,4,4,4
    8,1,1,2,1
    9,2,2,2,2
    10,,5,5,5
    11,,,1,1
    12,,,3,

    """

  /// Shrout and Fleiss (1979), table 2.
  static let shroutFleiss = """
    subject,J1,J2,J3,J4
    1,9,2,5,8
    2,6,1,3,2
    3,8,4,6,8
    4,7,1,2,6
    5,10,5,6,9
    6,6,2,4,7

    """

  /// Fleiss (1971), table 1: of 30 patients, how many of six psychiatrists chose each diagnosis.
  static let fleissCounts = [
    [0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0],
    [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6],
    [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1],
    [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3],
    [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0], [1, 0, 0, 4, 1],
    [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6],
  ]

  static var fleiss: String {
    let names = ["depression", "personality", "schizophrenia", "neurosis", "other"]
    let rows = fleissCounts.enumerated().map { index, counts in
      let said = zip(names, counts).flatMap { Array(repeating: $0.0, count: $0.1) }
      return "p\(index + 1)," + said.joined(separator: ",")
    }
    return "patient,r1,r2,r3,r4,r5,r6\n" + rows.joined(separator: "\n") + "\n"
  }
}
