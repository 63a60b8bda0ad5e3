import Faults
import RatingTables
import Testing

/// Ratings that are written with something beside them, or in several ways.
@Suite struct NumberFormTests {
  private func table(_ cells: [String], _ change: (inout ReadingOptions) -> Void = { _ in }) throws
    -> RatingTable
  {
    let rows = stride(from: 0, to: cells.count - 1, by: 2)
      .map { "T\($0),\"\(cells[$0])\",\"\(cells[$0 + 1])\"\n" }
    return try read("Text,Anna,Ben\n" + rows.joined(), change)
  }

  @Test(
    arguments: [
      (["80 %", "75 %", "10 %", "15 %", "55%", "50%"], ["80", "75"], .interval),
      (["4/5", "3/5", "1/5", "1/5", "2/5", "2/5"], ["4", "3"], .ordinal),
      (["5 stars", "4 stars", "1 star", "2 stars"], ["5", "4"], .ordinal),
      (["5 Sterne", "4 Sterne", "1 Stern", "2 Sterne"], ["5", "4"], .ordinal),
      (["★★★", "★★", "★", "★★★★"], ["3", "2"], .ordinal),
      (["★★☆", "★☆☆", "★★★", "★★★"], ["2", "1"], .ordinal),
      (["$5.50", "$6.00", "$1.00", "$2.00"], ["5.5", "6"], .interval),
      (["3,5 %", "2,5 %", "1 %", "2 %"], ["3.5", "2.5"], .interval),
    ] as [([String], [String], RatingScale)])
  func `numbers with something beside them are numbers, and that is said`(
    cells: [String], first: [String], scale: RatingScale
  ) throws {
    let table = try table(cells)
    #expect(table.grid[0] == first)
    #expect(table.scale == scale)
    #expect(table.account.numberExample != nil)
    #expect(table.account.notes.contains { $0.contains("were read as numbers") })
    let names = try self.table(cells) { $0.scale = .nominal }
    #expect(names.grid[0][0] == cells[0])
  }

  @Test func `numbers with their meaning are ordered and keep it`() throws {
    let table = try table(["1 - not at all", "2 - a little", "5 - very", "5 - very"])
    #expect(table.scale == .ordinal)
    #expect(table.categories.map(\.label) == ["1 - not at all", "2 - a little", "5 - very"])
    #expect(table.categories.map(\.value) == [1, 2, 5])
  }

  @Test(arguments: [
    ["4/5", "3/10", "1/5", "2/5"], ["5 stars", "4 points", "3 stars", "2 stars"],
    ["1 - a", "1 - b", "2 - c", "3 - d"], ["80 %", "70 €", "20 %", "10 %"],
    ["1.234,5", "2.345,5", "3.500,0", "1.000,5"],
  ])
  func `what is not written in one way stays words, with a warning`(cells: [String]) throws {
    let table = try table(cells)
    #expect(table.scale == .nominal)
    #expect(table.account.doubts.first?.contains("look like numbers") == true)
  }

  @Test func `columns of percentages that share none are raters all the same`() throws {
    let table = try read(
      "Text,A,B,C\n1,10%,11%,1%\n2,20%,21%,2%\n3,30%,31%,3%\n4,40%,41%,4%\n5,50%,51%,5%\n")
    #expect(table.raters == ["A", "B", "C"])
    #expect(table.account.doubts.isEmpty)
  }

  @Test(arguments: [
    "Unit;A;B\n1;1.000;1.100\n2;2.500;2.400\n3;3;3\n",
    "Text,Anna,Ben\nT1,\"1,234\",\"1,200\"\nT2,\"2,500\",\"2,400\"\n",
  ])
  func `numbers that may have their thousands set apart are asked about`(text: String) throws {
    let faults = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(faults.problem.contains("three decimals or a sign between its thousands"))
    #expect(faults.remedy.contains("write thousands without a sign"))
  }

  @Test func `three decimals are three decimals where something tells`() throws {
    let doubted = try read("Text,A,B\nx,1.234,1.5\ny,2.345,2.25\n")
    #expect(doubted.account.doubts.isEmpty)
    #expect(try read("Text;A;B\nx;0,234;1,512\ny;2,345;2,254\n").grid[0] == ["0.234", "1.512"])
    let said = try read("Text,A,B\nx,1.234,1.512\ny,2.345,2.252\n")
    #expect(said.account.doubts.first?.contains("to have three decimals") == true)
  }

  @Test func `spellings of a category are one, and that is said`() throws {
    let table = try table([
      "yes", "Yes", "no", "No", "Y", "yes", "no", "no", "YES", "no", "n", "no", "yes ", "yes",
    ])
    #expect(table.categories.map(\.label) == ["no", "yes"])
    #expect(table.grid[0] == ["yes", "yes"])
    #expect(table.account.spellings == [["No", "n", "no"], ["Y", "YES", "Yes", "yes"]])
    #expect(table.account.notes.count == 2)
  }

  @Test func `spellings that were named stay apart, and letters are no answers elsewhere`() throws {
    let cells = ["A", "a", "b", "A", "a", "b"]
    #expect(try table(cells).categories.count == 2)
    #expect(try table(cells) { $0.categories = ["a", "A", "b"] }.categories.count == 3)
    #expect(try table(["y", "n", "maybe", "yes"]).categories.count == 4)
  }

  @Test func `lines that say the same in another spelling count once`() throws {
    let table = try read("unit,rater,value\na,x,Yes\na,x,yes\na,y,no\nb,x,no\nb,y,no\n")
    #expect(table.account.equalDuplicates == 1)
  }

  @Test(arguments: [
    (["niedrig", "mittel", "hoch", "hoch"], ["niedrig", "mittel", "hoch"]),
    (
      ["trifft zu", "trifft eher zu", "trifft nicht zu", "Trifft zu"],
      ["trifft nicht zu", "trifft eher zu", "trifft zu"]
    ),
    (["Élevé", "moyen", "faible", "moyen"], ["faible", "moyen", "Élevé"]),
    (["jamais", "souvent", "parfois", "parfois"], ["jamais", "parfois", "souvent"]),
    (["häufig", "nie", "selten", "nie"], ["nie", "selten", "häufig"]),
    (["Strongly agree", "agree", "Disagree", "Agree"], ["Disagree", "Agree", "Strongly agree"]),
  ])
  func `ordered words are known in other languages and in any case`(
    cells: [String], order: [String]
  ) throws {
    let table = try table(cells)
    #expect(table.scale == .ordinal)
    #expect(table.categories.map { $0.label.lowercased() } == order.map { $0.lowercased() })
  }

  @Test func `the word that breaks a known order is named`() throws {
    let odd = try table(["agree", "disagree", "Strongly agree", "dunno"])
    #expect(odd.account.scaleReason.contains("'dunno' has no place"))
    #expect(odd.account.notes.contains { $0.contains("--categories") })
    let same = try table(["agree", "disagree", "Neutral", "Neither agree nor disagree"])
    #expect(same.account.scaleReason.contains("have the same place"))
  }

  @Test(arguments: ["k.A.", "?", "ne sait pas", "weiß nicht", "Don't know", "keine Angabe", "N/R"])
  func `words for not knowing are missing, unless they were named`(word: String) throws {
    let cells = ["yes", "no", word, "no", "yes", "yes"]
    let table = try table(cells)
    #expect(table.missingCount == 1)
    #expect(table.account.missingWords.map(\.text) == [word])
    #expect(try self.table(cells) { $0.categories = ["no", word, "yes"] }.missingCount == 0)
  }

  @Test func `words may be listed with commas between them`() throws {
    let text = "Subject,Visits,Anna,Ben\na,10,1,9\nb,20,2,2\nc,30,3,x\n"
    let table = try read(text) {
      $0.raters = ["Anna,Ben"]
      $0.missing = ["9, x"]
      $0.categories = ["1,2,3,4"]
    }
    #expect(table.raters == ["Anna", "Ben"])
    #expect(table.missingCount == 2)
    #expect(table.categories.count == 4)
    let whole = try read("id,\"a,b\",c,d\nx,1,2,5\ny,2,2,5\n") { $0.raters = ["a,b", "c"] }
    #expect(whole.raters == ["a,b", "c"])
    #expect(try read("1,2,9\n2,2,8\n") { $0.raters = ["1,2"] }.account.hasHeader == false)
  }

  @Test func `any decimal numeral is a number`() throws {
    let table = try table(["99999999999999999999999999", "1", "1e20", "2", "1e-20", "3"])
    #expect(table.grid[0] == ["1e+26", "1"])
    for text in ["1e308", "1e-320"] {
      let faults = try #require(
        #expect(throws: Faults.self) { try self.table([text, "1", "2", "3"]) })
      #expect(faults.problem == "'\(text)' is too far from 1 to compute with")
    }
  }
}
