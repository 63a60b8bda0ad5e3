import Agreement
import Foundation
import RatingTables
import Testing

@testable import Reporting

@Suite struct AgreementReportTests {
  static let tables = [
    "ordinal":
      "unit,A,B,C,D\n1,1,1,,1\n2,2,2,3,2\n3,3,3,3,3\n4,3,3,3,3\n5,2,2,2,2\n6,1,2,3,4\n7,4,4,4,4\n"
      + "8,1,1,2,1\n9,2,2,2,2\n10,,5,5,5\n11,,,1,1\n12,,,3,\n",
    "numbers": "subject,J1,J2,J3,J4\n1,9.5,2,5,8\n2,6,1,3,2\n3,8,4,6,8\n4,7,1,2,6\n5,10,5,6,9\n",
    "two raters": "id,x,y\na,yes,yes\nb,no,yes\nc,no,no\nd,yes,yes\n",
    "one category": "id,x,y\na,yes,yes\nb,yes,yes\n", "no ratings": "id,x,y\na,,\nb,NA,\n",
    "one rater": "unit,rater,value\na,x,1\nb,x,2\n",
    "hostile":
      "unit,rater,value\n\"<script>alert(1)</script>\",\"\"\"><img src=x onerror=y>\",\"a & b\"\n"
      + "\"<script>alert(1)</script>\",\"\u{202E}x\u{1B}[31m\",\"</td>\"\n"
      + "two,\"\"\"><img src=x onerror=y>\",\"{{{x}}}\"\ntwo,\"\u{202E}x\u{1B}[31m\",\"a & b\"\n",
  ]

  private func report(_ name: String, file: String = "t.csv") throws -> AgreementReport {
    let text = try #require(Self.tables[name])
    let table = try RatingTable(reading: Array(text.utf8), named: file)
    return AgreementReport(
      AgreementSummary(
        of: table, options: AgreementOptions(replicates: 100, modelReplicates: 3)))
  }

  @Test(arguments: tables.keys.sorted())
  func `each page is well-formed and keeps to itself`(name: String) throws {
    let page = try report(name, file: "<b>&\"t\".csv").html
    let read = WellFormed(page)
    #expect(read.fault == nil)
    #expect(!read.elements.contains { ["script", "img", "b", "link", "iframe"].contains($0) })
    for attribute in read.attributes {
      #expect(!attribute.name.hasPrefix("on"))
      if ["src", "href", "srcset", "action", "data"].contains(attribute.name) {
        #expect(attribute.value.hasPrefix("#"))
      }
    }
    #expect(!page.contains("url("))
    #expect(!page.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(read.text.firstMatch(of: /\b(nan|inf|nil)\b/) == nil)
  }

  @Test(arguments: tables.keys.sorted())
  func `nothing is drawn outside its figure, and each has a description`(name: String) throws {
    let read = WellFormed(try report(name).html)
    #expect(read.elements.count { $0 == "desc" } == read.elements.count { $0 == "svg" })
    for attribute in read.attributes where ["x", "x1", "x2", "cx"].contains(attribute.name) {
      let x = try #require(Double(attribute.value))
      #expect(x >= 0 && x <= Figure.Width.wide.units)
    }
  }

  @Test func `the page begins with alpha and what it comes to`() throws {
    let page = try report("ordinal").html
    let alpha = try #require(page.range(of: "class=\"word\">0.82<"))
    let sentence = try #require(page.range(of: "11 units are too few"))
    let coefficients = try #require(page.range(of: "Brennan-Prediger, quadratic"))
    #expect(alpha.lowerBound < sentence.lowerBound)
    #expect(sentence.lowerBound < coefficients.lowerBound)
  }

  @Test func `what has no value says why`() throws {
    let page = WellFormed(try report("one category").html).text
    #expect(page.contains("No value"))
    #expect(page.contains("no value: nothing varies"))
  }

  @Test func `the page is as it was`() throws {
    try Snapshot.expect(try report("ordinal").html, matches: "agreement-report.html")
  }
}
