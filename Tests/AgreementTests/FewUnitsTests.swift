import Agreement
import RatingTables
import Testing

@Suite struct FewUnitsTests {
  @Test(arguments: [
    "id,x,y\na,1,1\nb,2,2\nc,3,3\nd,3,3\n", "id,x,y\na,1,2\nb,2,2\nc,3,1\nd,1,1\n",
    "id,x,y\na,p,p\nb,q,q\nc,r,p\nd,r,r\n",
  ])
  func `fewer than five units give estimates and no interval`(text: String) throws {
    let summary = try summarize(text)
    for coefficient in summary.coefficients where coefficient.kind != .kendall {
      #expect(coefficient.estimate != nil)
      #expect(coefficient.interval == nil)
      #expect(coefficient.standardError == nil)
      #expect(coefficient.reason == .tooFewUnits)
    }
    #expect(summary.headline.alpha.interval == nil)
    #expect(summary.text.contains("too few units"))
    #expect(!summary.text.contains("Intervals:"))
  }

  @Test func `an F allows for few units and stays`() throws {
    let summary = try summarize("id,x,y,z\na,1.5,1,1\nb,2,2,2.5\nc,3,3,3\nd,5,5,4\n")
    #expect(summary.headline.alpha.reason == .tooFewUnits)
    #expect(summary.coefficient(.iccAgreement)?.interval != nil)
  }

  @Test func `five units have intervals`() throws {
    let summary = try summarize("id,x,y\na,1,1\nb,2,2\nc,3,3\nd,3,2\ne,1,2\n")
    #expect(summary.headline.alpha.interval != nil)
  }

  @Test func `coefficients of complete units alone are named in full`() throws {
    let summary = try summarize(
      "Text;Müller;Schmidt;Özdemir\nT1;3,5;4,0;3,5\nT2;1,0;1,5;1,0\nT3;4,5;4,5;5,0\n"
        + "T4;2,0;;2,5\nT5;3,0;3,5;3,0\n")
    #expect(
      summary.methodsInWords.contains("ICC(1,1), ICC(2,1), agreement, ICC(3,1), consistency"))
  }

  @Test func `two kinds of weights are explained`() throws {
    let summary = try summarize("id,x,y\na,1,1\nb,2,2\nc,3,3\nd,3,2\ne,1,2\n")
    #expect(summary.methodsInWords.contains("AC2 has Gwet's ordinal weights"))
  }
}
