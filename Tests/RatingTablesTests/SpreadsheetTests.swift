import Faults
import RatingTables
import Testing

/// What spreadsheets put around a table.
@Suite struct SpreadsheetTests {
  @Test(arguments: [
    "Hotel,Ann,Bob,Cy\n1,5,4,5\n2,2,2,3\n3,4,4,3\n4,1,1,1\n,,,\n,,,",
    "Hotel,Ann,Bob,Cy\n1,5,4,5\n , ,,\n2,2,2,3\n3,4,4,3\n4,1,1,1\n",
  ])
  func `blank lines are passed over wherever they are`(text: String) throws {
    let table = try read(text)
    #expect(table.raters == ["Ann", "Bob", "Cy"])
    #expect(table.units == ["1", "2", "3", "4"])
    #expect(table.account.blankLines > 0)
    #expect(table.account.doubts.first?.contains("'Hotel' counts the lines") == true)
  }

  @Test func `places are right behind blank lines`() throws {
    let faults = try #require(
      #expect(throws: Faults.self) { try read("id,x,y\n,,\na,1,2\n,,\nb,q,2\nc,1,1\n") })
    #expect(faults.place == "t.csv:5:3")
  }

  @Test func `a first column that counts is told by its name, or by its order`() throws {
    let named = try read("sep=;\nFall;Anna;Ben\n1;3;3\n2;1;2\n3;2;2\n4;3;3\n")
    #expect(named.raters == ["Anna", "Ben"])
    #expect(named.account.doubts.isEmpty)
    let three = try #require(
      #expect(throws: Faults.self) { try read("X,Anna,Ben\n1,3,3\n2,1,2\n3,2,2\n") })
    #expect(three.remedy.contains("--unit none"))
  }

  @Test(arguments: ["Total", "mean:", "Mittelwert", "Moyenne", "Übereinstimmung"])
  func `lines at the end that sum up the others are left out`(word: String) throws {
    let table = try read("Student,A,B\nS1,3,4\nS2,5,5\nS3,1,2\n\(word),9,11\n")
    #expect(table.units == ["S1", "S2", "S3"])
    #expect(table.account.summaryLines == [word])
    #expect(table.account.doubts.first?.contains("sums up the others") == true)
  }

  @Test func `a unit that is called so elsewhere stays`() throws {
    #expect(try read("word,A,B\ntotal,1,1\nmean,2,2\nfish,1,2\n").units.count == 3)
    #expect(try read("x,y\nmean,kind\nkind,kind\nmean,mean\n").units.count == 3)
  }

  @Test func `what was known beforehand is no rating`() throws {
    let table = try read("Patient,Age,Dr A,Dr B\n1,45,2,2\n2,50,3,3\n3,61,1,2\n4,38,2,2\n5,7,3,3\n")
    #expect(table.raters == ["Dr A", "Dr B"])
    #expect(table.account.ignoredColumns == ["Age"])
    let german = try read("Fall,Gruppe,Anna,Ben\n7,1,4,4\n8,1,2,3\n9,2,5,5\n")
    #expect(german.raters == ["Anna", "Ben"])
  }

  @Test func `a column apart from the others is doubted`() throws {
    let table = try read("Patient,Visits,Dr A,Dr B\n1,45,2,2\n2,50,3,3\n3,61,1,2\n4,38,2,2\n")
    #expect(table.raters.count == 3)
    #expect(table.account.doubts.count == 1)
    #expect(table.account.doubts.first?.contains("'Visits'") == true)
    #expect(try read("Patient,Eva,Dr A,Dr B\n1,1,2,2\n2,3,3,3\n3,4,1,2\n").account.doubts.isEmpty)
  }

  @Test(arguments: [
    "Inter-rater study 2024,,,\n,,,\nText,Anna,Ben,Cleo\nT1,4,4,5\nT2,2,2,1\nT3,5,4,5\n",
    "Text,Rater 1,Rater 2,Rater 3\n,(expert),(expert),(novice)\nT1,1,1,2\nT2,3,3,3\nT3,2,2,2\n",
    "A study\nText;Anna;Ben;Cleo\nT1;4;4;5\nT2;2;2;1\nT3;5;4;5\n",
    ",Anna,,Ben,\nText,Warm,Clear,Warm,Clear\nT1,4,5,4,4\nT2,2,3,2,3\nT3,5,1,4,2\n",
  ])
  func `titles and second lines of names are to be taken out`(text: String) throws {
    let faults = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(faults.all.count == 1)
    #expect(faults.remedy.contains("delete the lines above"))
  }

  @Test func `a merged cell of a long table is to be filled down`() throws {
    let faults = try #require(
      #expect(throws: Faults.self) {
        try read("Text,Rater,Rating\nT1,Anna,4\n,Ben,4\nT2,Anna,2\n,Ben,2\n")
      })
    #expect(faults.place == "t.csv:3:1")
    #expect(faults.remedy.contains("fill that one down"))
  }

  @Test(arguments: [
    "ID,Who,What,How\n1,ann,t1,1\n2,ann,t2,2\n3,ben,t1,1\n4,ben,t2,3\n",
    "ID,Who,What,How\n1,ann,t1,ok\n2,ann,t2,bad\n3,ben,t1,ok\n4,ben,t2,ok\n",
    "When,Who,What,How\n2024-01-01,ann,t1,1\n2024-01-01,ann,t2,2\n2024-01-02,ben,t1,1\n"
      + "2024-01-02,ben,t2,3\n",
  ])
  func `columns of words that share none are not taken for raters`(text: String) throws {
    let faults = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(faults.remedy.contains("--unit, --rater and --value"))
  }

  @Test func `two raters without a value in common are doubted`() throws {
    let table = try read("Essay,Likes,Anna\na,301,1\nb,212,2\nc,455,3\nd,120,4\n")
    #expect(table.account.doubts.first?.contains("hardly a value in common") == true)
    let yes = try read("Essay,Cyd,Anna\na,Yes,yes\nb,No,no\nc,Yes,no\n")
    #expect(yes.account.doubts.isEmpty)
  }

  @Test func `raters whose names are spelt in two ways are doubted`() throws {
    let table = try read("unit,rater,value\na,Anna,1\na,Ben,1\nb,anna,2\nb,Ben,2\n")
    #expect(table.account.doubts.first?.contains("'Anna' and 'anna'") == true)
  }
}
