import Agreement
import Foundation
import RatingTables
import Reproducible
import Statistics
import Testing

@Suite struct SummaryTests {
  private static func lines(seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed, label: "lines")
    return (0..<25).flatMap { unit -> [String] in
      let truth = generator.integer(below: 4)
      return ["ann", "bob", "cyd", "dan"].compactMap { rater in
        let value = generator.unit() < 0.6 ? truth : generator.integer(below: 4)
        return generator.unit() < 0.2 ? nil : "unit\(unit),\(rater),\(value)"
      }
    }
  }

  @Test(arguments: RatingScale.allCases, UInt64(0)..<3)
  func `the order of lines changes no digit`(scale: RatingScale, seed: UInt64) throws {
    let lines = Self.lines(seed: seed)
    var generator = SeededGenerator(seed: seed, label: "order")
    func summary(_ lines: [String]) throws -> AgreementSummary {
      try summarize("unit,rater,value\n" + lines.joined(separator: "\n"), replicates: 50) {
        $0.scale = scale
      }
    }
    let first = try summary(lines)
    let second = try summary(lines.stablyShuffled(using: &generator))
    #expect(first.coefficients == second.coefficients)
    #expect(first.headline == second.headline)
    #expect(first.categories == second.categories)
    #expect(first.confusions == second.confusions)
    #expect(first.warnings == second.warnings)
    #expect(
      first.raters.sorted { $0.name < $1.name } == second.raters.sorted { $0.name < $1.name })
    #expect(first.splits.map(\.share) == second.splits.map(\.share))
  }

  @Test(arguments: UInt64(0)..<5)
  func `specific agreement of a complete table is Fleiss's`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let rows = (0..<20).map { unit in
      "u\(unit)," + (0..<3).map { _ in String(generator.integer(below: 4)) }.joined(separator: ",")
    }
    let summary = try summarize("unit,x,y,z\n" + rows.joined(separator: "\n"), replicates: 10)
    let rated = summary.table.ratings.completeRows.map { $0.map(Optional.some) }
    let reference = try CategoryAgreement(of: rated)
    for (profile, expected) in zip(summary.categories, reference.categories) {
      #expect(abs((profile.specificAgreement ?? 9) - (expected.specificAgreement ?? 9)) < 1e-12)
      #expect(abs((profile.kappa ?? 9) - (expected.kappa ?? 9)) < 1e-12)
    }
  }

  @Test func `raters are set beside the others`() throws {
    let summary = try summarize("id,x,y,z\na,1,1,3\nb,2,2,4\nc,3,3,5\nd,1,2,4\n")
    let (x, z) = (summary.raters[0], summary.raters[2])
    #expect(x.ratingCount == 4)
    #expect(x.pairCount == 8)
    #expect(x.agreement == 3.0 / 8)
    #expect(z.agreement == 0)
    #expect(z.leniency == (2 + 2 + 2 + 2.5) / 4)
    #expect(z.mean == 4)
    #expect(x.categoryCounts == [2, 1, 1, 0, 0])
    let without = try KrippendorffAlpha(
      of: [[1, 1], [2, 2], [3, 3], [1, 2]] as [[Double?]], metric: .ordinal)
    #expect(abs((z.alphaWithout ?? 9) - without.estimate) < 1e-12)
    #expect(summary.warnings.contains { $0.hasPrefix("without 'z' alpha would be") })
  }

  @Test func `units that split raters come with their ratings, equal ones in the file's order`()
    throws
  {
    let summary = try summarize("id,x,y\nq,yes,yes\nb,no,yes\na,yes,no\nz,no,no\n") { _ in }
    #expect(summary.table.scale == .nominal)
    #expect(summary.splits.map(\.name) == ["b", "a"])
    #expect(summary.splits.map(\.share) == [0.5, 0.5])
    #expect(summary.splits[0].ratings.map(\.label) == ["no", "yes"])
    #expect(summary.splits[0].ratings.map(\.rater) == ["x", "y"])
    let confusion = try #require(summary.confusions.first)
    #expect(confusion.share == 1)
    #expect(confusion.first.label == "no")
  }

  @Test func `what a reader should know is said`() throws {
    let text = """
      unit,rater,value
      a,x,1
      a,y,1
      b,x,2
      b,y,1
      c,x,3
      c,y,1
      d,x,2
      d,y,1
      e,x,1
      e,y,1
      f,z,2
      g,v,1
      g,w,1
      h,s,NA
      """
    let warnings = try summarize(text).warnings.joined(separator: "\n")
    #expect(warnings.contains("only 6 units have two ratings or more"))
    #expect(warnings.contains("'s' rated nothing"))
    #expect(warnings.contains("'z' shares no unit with anybody"))
    #expect(warnings.contains("'y' (1) said the same every time"))
    #expect(warnings.contains("raters fall into 2 groups that share no unit"))
    #expect(warnings.contains("'3' was used once"))
    #expect(warnings.contains("2 units have fewer than two ratings"))
  }

  @Test func `a hundred thousand units and a thousand raters are no table of both`() throws {
    let (units, raters, each) = (100_000, 1_000, 2)
    var unitOf: [Int] = []
    var raterOf: [Int] = []
    var values: [Double] = []
    for unit in 0..<units {
      for place in 0..<each {
        unitOf.append(unit)
        raterOf.append((unit * 7 + place * 311) % raters)
        values.append(Double((unit % 5 + (unit + place) % 3 / 2) % 5))
      }
    }
    let table = RatingTable(
      name: "large", units: (0..<units).map { "u\($0)" }, raters: (0..<raters).map { "r\($0)" },
      ratings: Ratings(
        units: unitOf, raters: raterOf, values: values, unitCount: units, raterCount: raters),
      scale: .ordinal,
      categories: (0..<5).map { .init(value: Double($0), label: "\($0)") },
      account: ReadingAccount(layout: .long, hasHeader: true, separator: ","))
    let summary = AgreementSummary(of: table, options: AgreementOptions(replicates: 3))
    #expect(summary.counts.missing == units * (raters - each))
    #expect(summary.raters.count == raters)
    #expect(summary.coefficient(.conger)?.estimate != nil)
    #expect(summary.text.contains("(the 12 who agree least of 1,000"))
  }

  @Test func `the text is as it was`() throws {
    let parts = [
      try summarize(Published.krippendorff, replicates: 1000),
      try summarize(Published.fleiss, replicates: 1000),
      try summarize(Published.shroutFleiss, replicates: 1000) { $0.scale = .interval },
      try summarize("id,x,y\na,yes,yes\nb,yes,yes\nc,yes,yes\n"),
    ]
    try Snapshot.expect(
      parts.map(\.text).joined(separator: "\n" + String(repeating: "=", count: 80) + "\n\n"),
      matches: "summaries.txt")
  }

  @Test func `the tables for programs are as they were`() throws {
    let summary = try summarize(Published.krippendorff, replicates: 1000)
    try Snapshot.expect(summary.csv.replacing("\r\n", with: "\n"), matches: "krippendorff.csv")
    try Snapshot.expect(summary.json.pretty, matches: "krippendorff.json")
  }

  @Test func `names from a file do nothing to a terminal`() throws {
    let summary = try summarize(
      "unit,rater,value\n\"a\u{1B}[31m\nb\",x,1\n\"a\u{1B}[31m\nb\",\u{202E}y,2\nc,x,1\nc,\u{202E}y,1\n"
    )
    #expect(!summary.text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    for line in summary.text.split(separator: "\n") { #expect(line.count <= 80) }
  }
}
