import Agreement
import Foundation
import RatingTables
import Reproducible
import Statistics
import Testing

@Suite struct DegenerateTests {
  static let tables = [
    "no ratings": "id,x,y\na,NA,\nb,,\n",
    "one rater": "unit,rater,value\na,x,1\nb,x,2\nc,x,3\n",
    "one unit": "id,x,y,z\na,1,2,2\n",
    "one category": "id,x,y\na,yes,yes\nb,yes,yes\nc,yes,yes\n",
    "no overlap": "unit,rater,value\na,x,1\nb,y,2\nc,x,3\nd,y,1\n",
    "one pair": "unit,rater,value\na,x,1\na,y,2\nb,y,2\nc,x,3\n",
    "one number": "id,x,y\na,2.5,2.5\nb,2.5,2.5\n",
    "perfect": "id,x,y\na,1,1\nb,2,2\nc,3,3\nd,3,3\n",
    "opposite": "id,x,y\na,1,3\nb,3,1\nc,1,3\nd,3,1\ne,2,2\n",
    "a silent rater": "id,x,y,z\na,1,1,\nb,2,2,\nc,3,2,\n",
    "numbers without spread": "id,x,y\na,1.5,1.5\nb,2.5,2.5\nc,3.5,3.5\n",
  ]

  static let sentences = [
    "no ratings": "There are no ratings in this table.",
    "one rater": "One rater alone gave ratings: whether raters agree takes at least two.",
    "no overlap":
      "No unit was rated by two raters, so that their ratings cannot be compared.",
  ]

  @Test(arguments: tables.keys.sorted())
  func `every table has a summary in which nothing is invented`(name: String) throws {
    let summary = try summarize(try #require(Self.tables[name]))
    for coefficient in summary.coefficients {
      #expect(coefficient.estimate != nil || coefficient.reason != nil)
      #expect(coefficient.interval != nil || coefficient.reason != nil)
      #expect(coefficient.estimate?.isFinite != false)
      #expect(coefficient.interval?.low.isFinite != false)
    }
    #expect(!summary.headline.sentence.isEmpty)
    if let sentence = Self.sentences[name] { #expect(summary.headline.sentence == sentence) }
    for text in [summary.text, summary.csv, summary.json.canonical] {
      #expect(text.firstMatch(of: /\b(nan|inf|nil)\b/.ignoresCase()) == nil)
    }
    for line in summary.text.split(separator: "\n") { #expect(line.count <= 80) }
  }

  @Test func `where nothing varies alpha has no value and the sentence says why`() throws {
    let summary = try summarize(try #require(Self.tables["one category"]))
    #expect(summary.headline.alpha.reason == .noValue(.noVariation))
    #expect(summary.headline.sentence.contains("nothing varies"))
    #expect(summary.headline.sentence.contains("Brennan-Prediger"))
    let declared = try summarize(try #require(Self.tables["one category"])) {
      $0.categories = ["yes", "no"]
    }
    #expect(declared.coefficient(.brennanPrediger)?.estimate == 1)
    #expect(declared.warnings.contains("nobody used 'no'"))
  }

  @Test func `where one category prevails the sentence points elsewhere`() throws {
    let rows = (0..<40).map { $0 == 3 ? "u3,no,yes" : $0 == 7 ? "u7,yes,no" : "u\($0),no,no" }
    let summary = try summarize("unit,x,y\n" + rows.joined(separator: "\n"))
    let alpha = try #require(summary.headline.alpha.estimate)
    #expect(alpha < 0.1)
    #expect(summary.headline.sentence.contains("alpha is low however well raters agree"))
    #expect(summary.headline.sentence.contains("Brennan-Prediger (0.90)"))
  }

  @Test func `raters who disagree more than by chance are told so`() throws {
    let rows = (0..<30).map { "u\($0),\($0 % 2),\(1 - $0 % 2)" }
    let summary = try summarize("unit,x,y\n" + rows.joined(separator: "\n"))
    #expect(summary.headline.sentence.contains("less than chance"))
  }

  @Test func `from a few units nothing is claimed`() throws {
    let summary = try summarize("id,x,y\na,1,3\nb,3,1\nc,2,1\nd,1,2\n")
    #expect(summary.headline.sentence.contains("on 4 units, too few to say"))
    #expect(summary.headline.benchmark == nil)
  }

  @Test func `one unit has an estimate and no interval`() throws {
    let alpha = try summarize(try #require(Self.tables["one unit"])).headline.alpha
    #expect(alpha.estimate == 0)
    #expect(alpha.interval == nil)
    #expect(alpha.reason == .noValue(.fewerThanTwoUnits))
  }
}
