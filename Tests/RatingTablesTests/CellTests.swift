import Faults
import RatingTables
import Testing

@Suite struct CellTests {
  @Test func `decimal commas are read where semicolons part the cells`() throws {
    let table = try read("id;x;y\na;1,5;2,25\nb;3;3,0\nc;-0,5;4\n")
    #expect(table.grid == [["1.5", "2.25"], ["3", "3"], ["-0.5", "4"]])
    #expect(table.account.usesDecimalComma)
    #expect(table.scale == .interval)
    let bare = try read("1,5;2,25\n3,5;3,5\n0,5;4,5\n")
    #expect(bare.grid[0] == ["1.5", "2.25"])
    let quoted = try read("id,x,y\na,\"1,5\",2\nb,\"2,5\",3\n")
    #expect(quoted.grid[0] == ["1.5", "2"])
  }

  @Test func `decimal commas and points together are a fault`() throws {
    let faults = try #require(
      #expect(throws: Faults.self) { try read("id;x;y\na;1,5;2\nb;3.5;3\n") })
    #expect(faults.place == "t.csv:2:3")
    #expect(faults.problem.contains("'3.5' in line 3"))
  }

  @Test(arguments: [
    "NA", "n/a", "NaN", "NULL", ".", "-", "missing", "", " ", "#N/A", "—", "\"\"", "Missing",
  ])
  func `cells that mean nothing are missing`(word: String) throws {
    let table = try read("id,x,y\na,1,\(word)\nb,2,2\nc,3,1\n")
    #expect(table.missingCount == 1)
    #expect(table.grid[0] == ["1", ""])
    #expect(table.account.missingWords.map(\.count) == [1])
  }

  @Test func `further words for missing ratings can be named`() throws {
    let text = "id,x,y\na,1,99\nb,2,2\nc,3,skip\n"
    #expect(throws: Faults.self) { try read(text) }
    let table = try read(text) { $0.missing = ["99", "Skip"] }
    #expect(table.missingCount == 2)
  }

  @Test func `a minus beside a plus is a rating`() throws {
    let table = try read("id,x,y\na,+,-\nb,+,+\nc,-,-\n")
    #expect(table.missingCount == 0)
    #expect(table.categories.map(\.label) == ["+", "-"])
  }

  @Test(arguments: ["0x10", "inf", "1e400", "1,5,2", "5%", "1 2", "٣", "--1", "1e"])
  func `what is no plain number is a word`(text: String) throws {
    let faults = try #require(
      #expect(throws: Faults.self) { try read("id,x,y\na,1,\"\(text)\"\nb,2,2\nc,3,3\n") })
    #expect(faults.place == "t.csv:2:5")
    #expect(faults.problem == "'\(text)' is no number, as most ratings are")
  }

  @Test(arguments: ["+3", "3.0", "3.", " 3 ", "3e0", "0.3e1", "'+3"])
  func `numbers may be written in several ways`(text: String) throws {
    #expect(try read("id,x,y\na,1,\(text)\nb,2,2\nc,3,3\n").grid[0][1] == "3")
    #expect(try read("id,x,y\na,1,−2\nb,2,2\nc,3,3\n").grid[0][1] == "-2")
  }

  @Test func `hostile cells stay text`() throws {
    let text =
      "unit,rater,value\n\"=cmd|' /C calc'!A0\",\"<script>\",\"a\"\"b,\n c\"\n"
      + "\"=cmd|' /C calc'!A0\",\"x\u{1B}[31m\",yes\n"
    let table = try read(text)
    #expect(table.units == ["=cmd|' /C calc'!A0"])
    #expect(table.raters == ["<script>", "x\u{1B}[31m"])
    #expect(table.categories.map(\.label) == ["a\"b,\n c", "yes"])
  }

  @Test func `lines of another length are told all at once`() throws {
    let faults = try #require(
      #expect(throws: Faults.self) { try read("id,x,y\na,1,2\nb,1\nc,1,2,3\n\n") })
    #expect(faults.all.map(\.place) == ["t.csv:3:1", "t.csv:4:1"])
  }

  @Test func `a spreadsheet's own line on separators is no line of the table`() throws {
    let table = try read("\u{FEFF}sep=;\r\nid;x;y\r\na;1,5;2\r\nb;2;3\r\n")
    #expect(table.grid == [["1.5", "2"], ["2", "3"]])
    let faults = try #require(
      #expect(throws: Faults.self) { try read("sep=|\nid|x|y\na|1|2\nb|1\n") })
    #expect(faults.place == "t.csv:4:1")
  }

  @Test func `a line without unit or rater is a fault`() throws {
    let faults = try #require(
      #expect(throws: Faults.self) { try read("unit,rater,value\na,x,1\n,x,2\nb,,1\n") })
    #expect(faults.place == "t.csv:3:1")
    #expect(faults.problem == "the line has no unit")
  }

  @Test func `equal duplicates count once, others are a fault with their lines`() throws {
    let table = try read("unit,rater,value\na,x,1\na,y,1\na,x,1\nb,x,2\na,x,1.0\n")
    #expect(table.account.equalDuplicates == 2)
    #expect(table.ratingCount == 3)
    let faults = try #require(
      #expect(throws: Faults.self) {
        try read("unit,rater,value\na,x,1\na,y,1\na,x,2\nb,x,2\nb,x,3\n")
      })
    #expect(faults.all.map(\.place) == ["t.csv:4:1", "t.csv:6:1"])
    #expect(faults.problem == "'x' rated 'a' as '2' here and as '1' in line 2")
  }

  @Test func `a column that tells duplicates apart is named`() throws {
    let faults = try #require(
      #expect(throws: Faults.self) {
        try read("unit,rater,day,value\na,x,mon,1\na,x,tue,2\nb,x,mon,3\nb,y,mon,3\n")
      })
    #expect(faults.remedy == "take one at a time: --where 'day=mon'")
  }

  @Test func `units that stand twice in a wide table are a fault`() throws {
    let faults = try #require(
      #expect(throws: Faults.self) { try read("item,x,y\na,1,2\nb,2,2\na,1,1\n") })
    #expect(faults.place == "t.csv:4:1")
    #expect(faults.problem == "the unit 'a' has a line already: line 2")
  }

  @Test(arguments: ["", "\n\n", "x\n", "unit,rater,value\n", "id,x,y\n", "Text,Low,medium\n"])
  func `a table without a line of ratings is a fault`(text: String) throws {
    let faults = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(faults.kind == .badInput)
  }

  @Test func `a table with nothing but missing cells is read`() throws {
    let table = try read("id,x,y\na,NA,\nb,,.\n")
    #expect(table.ratingCount == 0)
    #expect(table.units.count == 2)
    #expect(table.missingCount == 4)
  }
}
