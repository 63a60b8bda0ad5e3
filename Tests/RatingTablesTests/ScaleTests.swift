import Faults
import RatingTables
import Testing

@Suite struct ScaleTests {
  private func column(_ values: [String]) -> String {
    "unit,rater,value\n"
      + values.enumerated().map { "u\($0.offset / 2),r\($0.offset % 2),\($0.element)\n" }.joined()
  }

  @Test(
    arguments: [
      (["a", "b", "c", "a"], .nominal), (["yes", "no", "yes", "yes"], .nominal),
      (["0", "1", "1", "0"], .nominal), (["1", "2", "3", "3"], .ordinal),
      (["1", "7", "3", "5"], .ordinal), (["1.5", "2", "3", "4"], .interval),
      (["10", "55", "80", "99"], .interval), ((1...12).map(String.init), .interval),
      (["low", "High", "medium", "low"], .ordinal), (["4", "4", "4", "4"], .nominal),
      (["always", "never", "sometimes", "often"], .ordinal),
      (["Strongly agree", "agree", "neutral", "strongly_disagree"], .ordinal),
      (["good", "bad", "ugly", "good"], .nominal),
      (["neutral", "undecided", "agree", "agree"], .nominal),
    ] as [([String], RatingScale)])
  func `the scale is guessed`(values: [String], scale: RatingScale) throws {
    let table = try read(column(values))
    #expect(table.scale == scale)
    #expect(!table.account.scaleReason.isEmpty)
    #expect(!table.account.isScaleGiven)
  }

  @Test func `known words stand in their order`() throws {
    let table = try read(column(["often", "Never", "always", "sometimes"]))
    #expect(table.categories.map(\.label) == ["Never", "sometimes", "often", "always"])
    #expect(table.account.scaleReason == "the words have a known order, Never to always")
  }

  @Test func `the user's word goes before the guess`() throws {
    #expect(try read(column(["1", "2", "3", "3"])) { $0.scale = .ratio }.scale == .ratio)
    #expect(try read(column(["1", "2", "3", "3"])) { $0.scale = .nominal }.categories.count == 3)
    let words = try read(column(["b", "a", "c", "a"])) { $0.categories = ["c", "b", "a", "z"] }
    #expect(words.scale == .ordinal)
    #expect(words.categories.map(\.label) == ["c", "b", "a", "z"])
    #expect(words.grid[0] == ["b", "a"])
    let numbers = try read(column(["1", "2", "3", "3"])) {
      $0.categories = ["1", "2", "3", "4", "5"]
    }
    #expect(numbers.categories.count == 5)
    #expect(numbers.declaresCategories)
  }

  @Test func `a scale that ratings do not fit is a fault with their places`() throws {
    let ratio = try #require(
      #expect(throws: Faults.self) { try read(column(["1", "-2", "3"])) { $0.scale = .ratio } })
    #expect(ratio.place == "t.csv:3:7")
    let words = try #require(
      #expect(throws: Faults.self) { try read(column(["a", "b"])) { $0.scale = .interval } })
    #expect(words.all.count == 2)
    let order = try #require(
      #expect(throws: Faults.self) { try read(column(["a", "b"])) { $0.scale = .ordinal } })
    #expect(order.remedy == "name them from least to most: --categories a,b")
    let stranger = try #require(
      #expect(throws: Faults.self) {
        try read(column(["a", "b", "q"])) { $0.categories = ["a", "b"] }
      })
    #expect(stranger.all.map(\.place) == ["t.csv:4:7"])
  }

  @Test func `codes for missing ratings and capital letters are remarked on`() throws {
    let codes = try read(column(["1", "2", "3", "99"]))
    #expect(codes.account.notes.first?.contains("--missing 99") == true)
    let capitals = try read(column(["yes", "Yes", "no", "no"]))
    #expect(
      capitals.account.notes == [
        "'Yes', 'yes' were taken as one category: naming all with --categories keeps them apart"
      ])
  }

  @Test func `words that a number has beside it are its label`() throws {
    let table = try read(
      "unit,rater,value,label\na,x,1,weak\na,y,2,fair\nb,x,3,strong\nb,y,1,weak\n")
    #expect(table.categories.map(\.label) == ["weak", "fair", "strong"])
    #expect(table.scale == .ordinal)
  }
}
