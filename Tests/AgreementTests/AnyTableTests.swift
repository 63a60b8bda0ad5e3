import Agreement
import Faults
import RatingTables
import Reproducible
import Testing

@Suite struct AnyTableTests {
  /// Whatever a file holds, it is summarised or refused with a place and a remedy.
  @Test(arguments: UInt64(0)..<300)
  func `no file brings the program down`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed, label: "any")
    let alphabets = [
      "12345,\n", "ab12,;\t|\"\n.-' ", "yesno,\n", "0.5;,\n-", "\"\",\n\r1é|", "1e9,\n-0.",
    ]
    let alphabet = Array(alphabets[generator.integer(below: alphabets.count)])
    let headers = ["", "unit,rater,value\n", "id,x,y\n", "a;b;c\n", "rater,q1,q2,q3\n", "\u{FEFF}"]
    var text = headers[generator.integer(below: headers.count)]
    for _ in 0..<generator.integer(below: 120) {
      text.append(alphabet[generator.integer(below: alphabet.count)])
    }
    do {
      let summary = try summarize(text, replicates: 10) { options in
        if generator.integer(below: 3) == 0 {
          options.scale = RatingScale.allCases[generator.integer(below: 4)]
        }
      }
      #expect(!summary.text.isEmpty)
      #expect(summary.json["coefficients"]?.elements?.isEmpty == false)
      #expect(!summary.csv.isEmpty)
    } catch let error as Faults {
      #expect(!error.all.isEmpty)
      #expect(error.all.allSatisfy { $0.kind == .badInput && !$0.remedy.isEmpty })
    }
  }

  /// A table says the same whatever it looks like.
  @Test(arguments: UInt64(0)..<20)
  func `long, wide and turned round are one table`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed, label: "layouts")
    let units = (1...12).map { "unit \($0)" }
    let raters = ["ann", "bob", "cyd", "dan"]
    let grid = units.map { _ in
      let truth = generator.integer(below: 5)
      return raters.map { _ -> String in
        if generator.unit() < 0.15 { return "" }
        return String(1 + (generator.unit() < 0.7 ? truth : generator.integer(below: 5)))
      }
    }
    let wide =
      "unit,\(raters.joined(separator: ","))\n"
      + zip(units, grid).map { "\($0),\($1.joined(separator: ","))\n" }.joined()
    let long =
      "rater;value;unit\n"
      + zip(units, grid).flatMap { unit, row in
        zip(raters, row).filter { !$0.1.isEmpty }.map { "\($0);\($1);\(unit)\n" }
      }.joined()
    let turned =
      "rater\t\(units.joined(separator: "\t"))\n"
      + raters.indices.map { index in
        raters[index] + "\t" + grid.map { $0[index] }.joined(separator: "\t") + "\n"
      }.joined()
    let summaries = try [wide, long, turned].map { try summarize($0, replicates: 30) }
    #expect(summaries[0].coefficients == summaries[1].coefficients)
    #expect(summaries[0].coefficients == summaries[2].coefficients)
    #expect(summaries[0].headline == summaries[2].headline)
    #expect(Set(summaries.map(\.table.account.layout)).count == 3)
  }
}
