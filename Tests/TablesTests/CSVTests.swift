import Faults
import Reproducible
import Tables
import Testing

@Suite struct CSVTests {
  private func table(
    _ text: String, isOurs: Bool = false, limits: CSVLimits = CSVLimits()
  ) throws(Faults) -> CSVTable {
    try CSVTable(parsing: Array(text.utf8), named: "t.csv", isOurs: isOurs, limits: limits)
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", ","), ("a;b\r\n1;2\r\n", ";"), ("a\tb\r1\t2", "\t"),
      ("\u{FEFF}a,b\n1,2", ","), ("\n\na,b\n\n1,2\n\n", ","), ("\"a\",\"b\"\n\"1\",\"2\"", ","),
      ("\"a\";b\n1;\"2\"", ";"),
    ] as [(String, Character)])
  func `reads every usual layout`(text: String, separator: Character) throws {
    let table = try table(text)
    #expect(table.header == ["a", "b"])
    #expect(table.rows.map(\.cells) == [["1", "2"]])
    #expect(table.separator == separator)
  }

  @Test func `keeps quotes, separators and line breaks inside cells`() throws {
    let table = try table("a,b\n\"say \"\"hi\"\"\",\"one\r\ntwo\nthree, four\"\nx, y \n")
    #expect(
      table.rows.map(\.cells) == [["say \"hi\"", "one\r\ntwo\nthree, four"], ["x", " y "]])
    #expect(table.rows.map(\.line) == [2, 5])
    #expect(table.place(of: 1, in: table.rows[1]) == "t.csv:5:3")
  }

  @Test func `a separator inside a quoted name does not count`() throws {
    #expect(try table("\"a;b;c\",d\n1,2").header == ["a;b;c", "d"])
  }

  @Test func `tells all faults at once with line and column`() throws {
    let faults = try #require(
      #expect(throws: Faults.self) { try table("a,b\nx\"y,1\n\"p\"q,2\n\"open,3\n") })
    #expect(faults.all.map(\.place) == ["t.csv:2:2", "t.csv:3:4", "t.csv:4:1"])
    #expect(faults.kind == .badInput)
  }

  @Test func `refuses rows of another length and columns that cannot be told apart`() throws {
    let short = try #require(#expect(throws: Faults.self) { try table("a,b\n1\n1,2\n1,2,3\n") })
    #expect(short.all.map(\.place) == ["t.csv:2:1", "t.csv:4:1"])
    let double = try #require(#expect(throws: Faults.self) { try table("a,a\n1,2\n") })
    #expect(double.all.map(\.place) == ["t.csv:1:3"])
    let nameless = try #require(#expect(throws: Faults.self) { try table("a,\n1,2\n") })
    #expect(nameless.problem == "a column has no name")
    #expect(try table("a,\n1,\n").header == ["a", ""])
  }

  @Test func `refuses what is no UTF-8 and says from where`() throws {
    let latin = Array("a,b\nx,caf".utf8) + [0xE9, 0x0A]
    let faults = try #require(
      #expect(throws: Faults.self) { try CSVTable(parsing: latin, named: "t.csv") })
    #expect(faults.place == "t.csv:2:6")
    let utf16: [UInt8] = [0xFF, 0xFE, 0x61, 0x00]
    let wide = try #require(
      #expect(throws: Faults.self) { try CSVTable(parsing: utf16, named: "t.csv") })
    #expect(wide.problem == "the file is UTF-16")
    #expect(throws: Faults.self) { try table("a,b\n1,\0\n") }
  }

  @Test(arguments: [
    ("", CSVLimits()), ("\n\r\n", CSVLimits()), ("a\n1\n2\n3\n", CSVLimits(rows: 2)),
    ("a,b,c\n", CSVLimits(columns: 2)), ("a,b\n1,2\n", CSVLimits(bytes: 7)),
    ("a,b\n1,2\n3,4\n", CSVLimits(cells: 5)),
    (String(repeating: ",", count: 1_000_000), CSVLimits()),
  ])
  func `refuses nothing at all and too much`(text: String, limits: CSVLimits) {
    #expect(throws: Faults.self) { try table(text, limits: limits) }
  }

  @Test func `says no more faults than anybody reads`() throws {
    let faults = try #require(
      #expect(throws: Faults.self) {
        try table(
          "a,b\n" + String(repeating: "1\n", count: 500), limits: CSVLimits(faults: 20))
      })
    #expect(faults.all.count == 20)
  }

  @Test func `finds columns in any case and names the nearest`() throws {
    let table = try table("Rater,questoin,value\nann,theme,1\n")
    #expect(try table.columns(["rater", "value"]) == [0, 2])
    let fault = try #require(#expect(throws: Fault.self) { try table.column("question") })
    #expect(fault.remedy == "rename the column 'questoin' to 'question'")
    let missing = try #require(
      #expect(throws: Faults.self) { try table.columns(["scenario", "value", "condition"]) })
    #expect(
      missing.all.map(\.problem) == ["no column is 'scenario'", "no column is 'condition'"])
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "''=1", "＝1",
    "=HYPERLINK(\"http://x\";\"y\")", "-", "'-",
  ])
  func `no text is left that a spreadsheet would run, and each comes back`(text: String) throws {
    let written = CSVWriter.text(header: ["=h", "b"], rows: [[.text(text), .text("x")]])
    #expect(FormulaGuard.disarmed(text).hasPrefix("'"))
    #expect(written.hasPrefix("'=h,b\r\n"))
    let ours = try table(written, isOurs: true)
    #expect(ours.header == ["=h", "b"])
    #expect(ours.rows.map(\.cells) == [[text, "x"]])
    #expect(try table(written).rows[0][0] == "'" + text)
  }

  @Test(arguments: ["'tis", "plain", "", "1-2", "a=b", "'", "’=1"])
  func `a text that nobody would run stays as it is`(text: String) {
    #expect(FormulaGuard.disarmed(text) == text)
    #expect(FormulaGuard.rearmed(text) == text)
  }

  @Test func `numbers stay numbers`() {
    let row: [CSVCell] = [
      .integer(-3), .number(-0.5), .number(2), .fixed(-1.005, decimals: 1), .number(.nan),
      .optional(nil as Double?), .flag(true), .empty,
    ]
    let written = CSVWriter.text(header: "abcdefgh".map(String.init), rows: [row])
    #expect(written == "a,b,c,d,e,f,g,h\r\n-3,-0.5,2,-1.0,,,true,\r\n")
  }

  @Test func `an only cell that is empty is still a row`() throws {
    let written = CSVWriter.text(header: ["a"], rows: [[.empty], [.text("x")]], marksUTF8: true)
    #expect(written == "\u{FEFF}a\r\n\"\"\r\nx\r\n")
    #expect(try table(written).rows.map(\.cells) == [[""], ["x"]])
  }

  @Test(arguments: UInt64(0)..<60)
  func `any table comes back as it was`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed, label: "csv")
    let alphabet = Array("ab,;\t\"'=+-@ \n\r\u{FEFF}é字\u{1B}")
    func cell() -> String {
      String(
        (0..<generator.integer(below: 7)).map { _ in
          alphabet[generator.integer(below: alphabet.count)]
        })
    }
    let width = 1 + generator.integer(below: 4)
    let rows = (0..<8).map { _ in (0..<width).map { _ in cell() } }
    let header = (0..<width).map { "c\($0)" }
    let written = CSVWriter.text(header: header, rows: rows.map { $0.map(CSVCell.text) })
    let read = try table(written, isOurs: true)
    #expect(read.header == header)
    #expect(read.rows.map(\.cells) == rows)
  }
}
