import Analysis
import Faults
import Questions
import Testing
import TrialDesign

@testable import AnalysisTables

@Suite struct FaultTests {
  private func expect(
    _ faults: [Fault], _ place: String, _ problem: String, remedy: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = faults.first { $0.place == place && $0.problem.contains(problem) }
    #expect(found != nil, "\(faults)", sourceLocation: sourceLocation)
    if let remedy {
      #expect(found?.remedy.contains(remedy) == true, "\(faults)", sourceLocation: sourceLocation)
    }
  }

  @Test func `an unknown condition names the nearest, once for all its lines`() {
    var table = WrittenTable.sound()
    table.lines = table.lines.map { $0.replacing(",leading,", with: ",leadin,") }
    let faults = table.faults()
    #expect(faults.count == 1)
    expect(
      faults, "r.csv:4:4", "column 'condition': no condition is 'leadin' (and so in 11 more lines)",
      remedy: "'leading'")
  }

  @Test func `a text is one thing in all of its lines`() {
    let sound = WrittenTable.sound()
    expect(
      sound.replacing(1, ",m1,", ",m2,").faults(), "r.csv:3:12",
      "column 'model': output 'neutral-1' has 'm2' here and 'm1' in line 2")
    expect(
      sound.replacing(1, ",neutral,", ",away,").faults(), "r.csv:3:4",
      "column 'condition': output 'neutral-1' has 'away' here and 'neutral' in line 2")
    expect(sound.replacing(1, "s1,", "s2,").faults(), "r.csv:3:1", "column 'scenario'")
    expect(
      sound.adding("echo", "no", at: [1: "yes"]).faults(), "r.csv:3:39", "column 'echo'")
  }

  @Test func `a value off the scale says what is on it`() {
    let faults = WrittenTable.sound().replacing(3, "theme,4", "theme,7").faults()
    expect(
      faults, "r.csv:5:37", "column 'value': '7' is not on the scale of 'theme' (0 to 4)")
    expect(
      WrittenTable.sound().replacing(3, "theme,4", "theme,2.5").faults(), "r.csv:5:37",
      "'2.5' lies between two levels")
    expect(
      WrittenTable.sound().replacing(3, "theme,4", "theme,refused").faults(), "r.csv:5:37",
      "'refused' is not on the scale", remedy: "leave the rater empty")
  }

  @Test func `a rater rates a text once an occasion`() {
    var table = WrittenTable.sound()
    table.lines.append(table.lines[0])
    expect(
      table.faults(), "r.csv:38:27", "column 'rater': 'ann' rated 'neutral-1' here and in line 2",
      remedy: "occasion")
    let again = table.adding("occasion", "1", at: [36: "2"])
    #expect(again.faults().isEmpty)
    let third = table.adding("occasion", "1", at: [36: "3"]).faults()
    expect(third, "r.csv:38:39", "'3' is neither the first nor the second")
    #expect(third.count == 1)
  }

  @Test func `a control says which way it points`() {
    let faults = WrittenTable.sound().adding("control", "", at: [0: "yes"]).faults()
    expect(
      faults, "r.csv:2:39", "column 'control': 'yes' does not say which way", remedy: "show not")
  }

  @Test func `something has to be led and something not`() {
    let neutral = WrittenTable.sound([("neutral", 0), ("baseline", 0)]).faults()
    expect(neutral, "r.csv", "column 'condition': no line is 'leading'")
    let leading = WrittenTable.sound([("leading", 0), ("baseline", 0)]).faults()
    expect(leading, "r.csv", "column 'condition': no line is 'neutral'")
  }

  @Test func `columns that are missing or misspelt are named`() {
    var table = WrittenTable.sound()
    table.header = "scenrio,condition,model,replicate,output,judge,question,value"
    let faults = table.faults()
    #expect(faults.count == 2)
    expect(
      faults, "r.csv:1:1", "no column is read under the name 'scenrio'", remedy: "'scenario'")
    expect(faults, "r.csv:1:1", "no column is 'rater'")
    table.header = "scenario,condition,model,model,output,rater,question,value"
    expect(table.faults(), "r.csv:1:26", "two columns are called 'model'")
  }

  @Test func `questions and baselines are named by their nearest`() {
    var table = WrittenTable.sound()
    table.lines.append("s1,neutral,m1,1,neutral-1,ann,mood,1")
    expect(table.faults(), "r.csv", "there are 2 questions and none is named primary")
    expect(
      table.faults { $0.primary = "them" }, "r.csv", "no question is 'them'", remedy: "'theme'")
    let people = WrittenTable.sound().adding("baseline", "", at: [4: "people", 5: "people"])
    expect(
      people.faults { $0.baseline = "peple" }, "r.csv", "no baseline is 'peple'",
      remedy: "'people'")
    expect(
      WrittenTable.sound().faults { $0.reference = 1 }, "r.csv",
      "presence is measured against baselines or a reference")
    expect(
      WrittenTable.sound().adding("baseline", "people").faults(), "r.csv:2:39",
      "'people' stands at a text that is no baseline")
  }

  @Test func `words without a known order are no primary scale`() {
    var table = WrittenTable.sound()
    table.lines = table.lines.map {
      $0.hasSuffix("0") ? $0.dropLast() + "blue" : $0.dropLast() + "green"
    }
    expect(
      table.faults { $0.scales = [] }, "r.csv",
      "in which order the answers to 'theme' stand is not known: 'blue', 'green'")
  }

  @Test func `one rater is of one kind`() {
    let table = WrittenTable.sound().adding("rater_kind", "person", at: [2: "model", 5: "robot"])
    let faults = table.faults()
    expect(
      faults, "r.csv:4:39", "rater 'ann' is 'model' here and 'person' in line 2")
    expect(faults, "r.csv:7:41", "no kind of rater is 'robot'")
  }

  @Test func `what is refused is not rated`() {
    var table = WrittenTable.sound()
    table.lines += ["s1,leading,m1,1,leading-1,,theme,refused", "s1,leading,m1,1,x,,theme,3"]
    let faults = table.faults()
    expect(faults, "r.csv:38:34", "output 'leading-1' is 'refused' here and rated in other lines")
    expect(faults, "r.csv:39:19", "the rating has no rater")
  }

  @Test func `all is told at once, in the order of the file, and no more than can be read`() {
    var table = WrittenTable.sound()
      .replacing(0, ",neutral,", ",neutrl,").replacing(3, "theme,4", "theme,9")
      .replacing(7, ",1,neutral", ",one,neutral")
    let faults = table.faults()
    #expect(faults.map { $0.place } == ["r.csv:2:4", "r.csv:5:37", "r.csv:9:15"])
    for line in 0..<200 { table.lines.append("s1,x\(line),m1,1,o\(line),ann,theme,1") }
    let many = table.faults()
    #expect(many.count == FaultList.mostOfAKind + 3)
    #expect(many.last?.problem == "there are 193 more faults like these")
  }

  @Test(arguments: ["", "\n", "scenario,condition,rater,value\n", "a,b\n1,2\n", "\u{FEFF}"])
  func `what is no table of ratings is refused`(text: String) {
    #expect(throws: Faults.self) {
      try AnalysisTable(
        reading: [UInt8](text.utf8), named: "r.csv", options: AnalysisTableOptions())
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `a mutilated table never traps`(seed: UInt64) {
    var generator = SplitMix(state: seed)
    var bytes = [UInt8](
      WrittenTable.sound().adding("control").adding("wording", "1").adding("occasion", "1").text
        .utf8)
    for _ in 0..<(1 + generator.next() % 12) {
      let place = Int(generator.next() % UInt64(bytes.count))
      switch generator.next() % 3 {
      case 0: bytes[place] = UInt8(generator.next() % 128)
      case 1: bytes.remove(at: place)
      default: bytes.insert([0x2C, 0x0A, 0x2D, 0x39, 0x22][Int(generator.next() % 5)], at: place)
      }
    }
    var options = AnalysisTableOptions()
    options.smallestEffect = seed % 2 == 0 ? 0.5 : nil
    options.scales = seed % 3 == 0 ? ["0..4"] : []
    options.resamples = 20
    // Whether it can be read does not matter here.
    _ = try? AnalysisTable(reading: bytes, named: "r.csv", options: options)
  }

  @Test func `how a text was shown is one level, or factors with theirs`() throws {
    let table = try WrittenTable.sound().adding(
      "shown_as", "bland", at: [0: "frame=striking; byline=Mira", 1: ""]
    ).read()
    #expect(table.input.rows[0].shownAs == ["frame": "striking", "byline": "Mira"])
    #expect(table.input.rows[1].shownAs == [:])
    #expect(table.input.rows[2].shownAs == ["shown_as": "bland"])
    let faults = WrittenTable.sound().adding("shown_as", "bland", at: [3: "=x", 4: "a=1;a=2"])
      .faults()
    #expect(faults.count == 2)
    #expect(faults.allSatisfy { $0.problem.contains("does not say how the text was shown") })
  }

  @Test(arguments: ["mood", "mood=0", "mood=x", "nothing=1", "mood=200"])
  func `a claim that is tested together is a further question with a smallest effect`(
    text: String
  ) throws {
    let table = WrittenTable.sound()
    let both = WrittenTable(
      lines: table.lines + table.lines.map { $0.replacing(",theme,", with: ",mood,") })
    func change(_ options: inout AnalysisTableOptions, _ together: String) {
      options.primary = "theme"
      options.scales = ["0..4", "mood=0..4"]
      options.together = [together]
    }
    let faults = both.faults { change(&$0, text) }
    #expect(faults.count == 1 && faults[0].place == "--together '\(text)'")
    let read = try both.read { change(&$0, "mood=1.5") }
    #expect(read.input.plan.together == [QuestionID("mood"): 1.5])
  }
}

/// Numbers that are the same each time.
struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
