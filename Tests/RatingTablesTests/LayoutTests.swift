import Faults
import RatingTables
import Reproducible
import Testing

@Suite struct LayoutTests {
  static let grid = [["1", "2"], ["3", "3"], ["", "5"], ["2", "2"]]

  @Test(
    arguments: [
      "unit,rater,value\na,x,1\na,y,2\nb,x,3\nb,y,3\nc,y,5\nd,x,2\nd,y,2\n",
      "Rater;Value;Unit\nx;1;a\ny;2;a\nx;3;b\ny;3;b\ny;5;c\nx;2;d\ny;2;d\n",
      "item_id\tcoderID\tscore\na\tx\t1\na\ty\t2\nb\tx\t3\nb\ty\t3\nc\tx\tNA\nc\ty\t5\nd\tx\t2\nd\ty\t2",
      "a|x|1\na|y|2\nb|x|3\nb|y|3\nc|y|5\nd|x|2\nd|y|2\n",
      "\u{FEFF}\"essay\",\"teacher\",\"points\"\r\n\"a\",\"x\",1\r\na,y,2\r\nb,x,3\r\nb,y,3\r\nc,y,5\r\nd,x,2\r\nd,y,2\r\n",
      "text,judge,comment,rating,date\na,x,,1,-\na,y,so,2,-\nb,x,,3,-\nb,y,,3,-\nc,y,,5,-\nd,x,,2,-\nd,y,,2,-\n",
    ])
  func `a long table is read whatever its columns are called`(text: String) throws {
    let table = try read(text)
    #expect(table.account.layout == .long)
    #expect(table.units == ["a", "b", "c", "d"])
    #expect(table.raters == ["x", "y"])
    #expect(table.grid == Self.grid)
    #expect(table.missingCount == 1)
  }

  @Test(
    arguments: [
      "unit,x,y\na,1,2\nb,3,3\nc,,5\nd,2,2\n", ",x,y\na,1,2\nb,3,3\nc,NA,5\nd,2,2\n",
      "name;x;y\na;1;2\nb;3;3\nc;.;5\nd;2;2\n", "x|y|item\n1|2|a\n3|3|b\nnull|5|c\n2|2|d",
      "title\tx\ty\tcomment\na\t1\t2\tfine\nb\t3\t3\t\nc\tMissing\t5\t\nd\t2\t2\t\n",
      "genre,x,y,id\np,1,2,a\np,3,3,b\nq,-,5,c\nq,2,2,d\n",
    ])
  func `a wide table is read, with its units' names wherever they are`(text: String) throws {
    let table = try read(text)
    #expect(table.account.layout == .wide)
    #expect(table.units == ["a", "b", "c", "d"])
    #expect(table.raters == ["x", "y"])
    #expect(table.grid == Self.grid)
  }

  @Test func `a wide table needs neither header nor names`() throws {
    let plain = try read("1,2\n3,3\n,5\n2,2\n")
    #expect(plain.grid == Self.grid)
    #expect(plain.raters == ["rater 1", "rater 2"])
    #expect(plain.units == ["unit 1", "unit 2", "unit 3", "unit 4"])
    #expect(!plain.account.hasHeader)
    let named = try read("a,1,2\nb,3,3\nc,,5\nd,2,2\n")
    #expect(named.units == ["a", "b", "c", "d"])
    #expect(named.grid == Self.grid)
    let words = try read("yes,no\nyes,yes\nno,no\nyes,\n")
    #expect(words.units.count == 4)
    #expect(words.grid[3] == ["yes", ""])
  }

  @Test func `words under words are told from names`() throws {
    let table = try read("ann,bob\nred,blue\nred,red\nblue,blue\n")
    #expect(table.account.hasHeader)
    #expect(table.raters == ["ann", "bob"])
    let forced = try read("ann,bob\nred,blue\nred,red\nblue,blue\n") { $0.hasHeader = false }
    #expect(forced.units.count == 4)
  }

  @Test func `only the columns of raters are taken where they are called so`() throws {
    let table = try read(
      "id,age,rater1,rater2,topic\n1,30,1,2,x\n2,40,2,2,y\n3,50,3,1,x\n4,35,3,3,y\n5,28,1,1,x\n")
    #expect(table.raters == ["rater1", "rater2"])
    #expect(table.account.ignoredColumns == ["age", "topic"])
  }

  @Test func `a line a rater is turned round`() throws {
    let table = try read("respondent,q1,q2,q3\nann,1,2,3\nbob,1,3,3\n")
    #expect(table.account.layout == .transposed)
    #expect(table.units == ["q1", "q2", "q3"])
    #expect(table.raters == ["ann", "bob"])
    #expect(table.grid == [["1", "1"], ["2", "3"], ["3", "3"]])
    let forced = try read("p,q1,q2\nann,1,2\nbob,1,3\n") { $0.layout = .transposed }
    #expect(forced.units == ["q1", "q2"])
  }

  @Test(arguments: ["Your name", "Name"])
  func `answers of a form come a line a rater`(title: String) throws {
    let table = try read(
      "Timestamp,\(title),How clear is text 1?,How clear is text 2?\n"
        + "2024-01-01,Ann,4,3\n2024-01-02,Bob,4,2\n2024-01-03,Cyd,5,3\n")
    #expect(table.account.layout == .transposed)
    #expect(table.raters == ["Ann", "Bob", "Cyd"])
    #expect(table.units == ["How clear is text 1?", "How clear is text 2?"])
    #expect(table.account.ignoredColumns == ["Timestamp"])
  }

  @Test func `what was computed from ratings is no rater`() throws {
    let table = try read("Essay,Teacher A,Teacher B,Average\nE1,B,B,B\nE2,A,C,B\nE3,C,C,C\n")
    #expect(table.raters == ["Teacher A", "Teacher B"])
    #expect(table.account.ignoredColumns == ["Average"])
    #expect(
      try read("a,b,mean\n1,2,1.5\n2,2,2\n") { $0.raters = ["a", "mean"] }.raters == ["a", "mean"])
  }

  @Test func `what cannot be told is asked, and the answer is taken`() throws {
    let text = "who,what,x\nann,t1,1\nann,t2,2\nann,t3,2\nbob,t1,1\nbob,t2,2\nbob,t3,1\n"
    let fault = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(fault.problem.contains("which column holds the units"))
    #expect(fault.remedy.contains("--unit"))
    let table = try read(text) {
      $0.unit = "what"
      $0.rater = "who"
      $0.value = "x"
    }
    #expect(table.units == ["t1", "t2", "t3"])
    let byNumber = try read(text) {
      $0.unit = "2"
      $0.rater = "1"
      $0.value = "3"
    }
    #expect(byNumber.grid == table.grid)
  }

  @Test func `a column that may number the units or rate them is asked about`() throws {
    let text = "1,6,5\n2,5,6\n3,4,4\n4,3,3\n5,2,1\n6,1,2\n"
    let fault = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(fault.remedy == "say --unit 1 where it numbers them, --unit none where it is a rater")
    #expect(try read(text) { $0.unit = "none" }.raters.count == 3)
    #expect(try read(text) { $0.unit = "1" }.raters.count == 2)
  }

  @Test func `two columns that may hold ratings are asked about`() throws {
    let text = "item,rater,rating,score\na,x,1,70\na,y,2,70\nb,x,1,50\n"
    let fault = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(fault.problem == "several columns may hold the ratings: 'rating', 'score'")
    #expect(try read(text) { $0.value = "score" }.grid == [["70", "70"], ["50", ""]])
  }

  @Test func `a rater called after what they are makes no long table`() throws {
    let table = try read("item,expert,student\na,1,2\nb,2,2\nc,3,1\n")
    #expect(table.account.layout == .wide)
    #expect(table.raters == ["expert", "student"])
  }

  @Test func `a name that does not exist is answered with the nearest`() throws {
    let fault = try #require(
      #expect(throws: Faults.self) {
        try read("unit,rater,value\na,x,1\n") { $0.value = "valu" }
      })
    #expect(fault.problem == "no column is 'valu'")
    #expect(fault.remedy == "take 'value', if that was meant")
  }

  @Test func `only lines that meet a condition are read`() throws {
    let text =
      "unit,rater,question,value\na,x,fun,1\na,x,depth,5\na,y,fun,2\na,y,depth,5\nb,x,fun,2\nb,y,fun,2\n"
    let fault = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(fault.problem.contains("told apart by 'question': 'depth', 'fun'"))
    #expect(fault.remedy == "take one at a time: --where 'question=depth'")
    let table = try read(text) { $0.filters = [.init(column: "question", value: "fun")] }
    #expect(table.grid == [["1", "2"], ["2", "2"]])
    let none = try #require(
      #expect(throws: Faults.self) {
        try read(text) { $0.filters = [.init(column: "question", value: "wit")] }
      })
    #expect(none.remedy == "take one of 'depth', 'fun'")
  }

  @Test func `a table is the same in any order of its lines`() throws {
    var generator = SeededGenerator(seed: 3)
    let lines = "abcde".flatMap { unit in
      "xyz".map { "\(unit),\($0),\(generator.integer(below: 5))" }
    }
    let first = try read("unit,rater,value\n" + lines.joined(separator: "\n"))
    let second = try read(
      "unit,rater,value\n" + lines.stablyShuffled(using: &generator).joined(separator: "\n"))
    #expect(first.scale == second.scale)
    #expect(first.categories == second.categories)
    #expect(first.ratingCount == second.ratingCount)
  }

  @Test func `an export of Unled is read, the latest revision of the first showing`() throws {
    let header =
      "rater,kind,position,code,question,value,label,note,cannot_tell,revision,seconds,rated_at\n"
    let lines = [
      "ann,person,0,aaa,theme,0,never,,false,0,1.0,t",
      "ann,person,0,aaa,theme,2,often,,false,1,1.0,t",
      "ann,person,1,bbb,theme,1,seldom,,false,0,1.0,t",
      "ann,person,2,aaa,theme,1,seldom,,false,0,1.0,t",
      "bob,person,0,bbb,theme,2,often,,false,0,1.0,t", "bob,person,1,aaa,theme,,,,true,0,1.0,t",
      "bob,person,1,aaa,wit,1,some,,false,0,1.0,t",
    ]
    let text = header + lines.joined(separator: "\n")
    let fault = try #require(#expect(throws: Faults.self) { try read(text) })
    #expect(fault.problem.contains("'theme', 'wit'"))
    let table = try read(text) { $0.filters = [.init(column: "question", value: "theme")] }
    #expect(table.units == ["aaa", "bbb"])
    #expect(table.grid == [["often", ""], ["seldom", "often"]])
    #expect(table.account.supersededLines == 2)
  }
}
