import Analysis
import Faults
import Questions
import Reproducible
import Testing
import TrialDesign

@testable import AnalysisTables

@Suite struct ReadingTests {
  @Test func `a table becomes rows and a verdict`() throws {
    let table = try WrittenTable.sound().read()
    #expect(table.input.rows.count == 36)
    #expect(table.input.models == ["m1"])
    #expect(table.input.baselineIsPaired)
    #expect(table.input.trial == "r")
    let result = try TrialResult(analyzing: table.input)
    #expect(result.verdict == .led)
    #expect(result.primary.lead.value == 3)
    #expect(result.counts.raters == 2)
  }

  @Test func `columns may stand in any order and be written in any case`() throws {
    let sound = WrittenTable.sound()
    let shuffled = WrittenTable(
      header: "Value;RATER ;rater-kind;Output;scenario;Condition;question;model",
      lines: sound.lines.map { line in
        let cells = line.split(separator: ",")
        return "\(cells[7]);\(cells[5]);Person;\(cells[4]);\(cells[0]);\(cells[1].uppercased());"
          + "\(cells[6]);\(cells[2])"
      })
    #expect(try shuffled.read().input == sound.read { $0.trial = "r" }.input)
  }

  @Test func `what a text is need not be told by name`() throws {
    let named = try WrittenTable.sound().read()
    let bare = try WrittenTable(
      header: "scenario,condition,rater,value",
      lines: WrittenTable.sound().lines.map { line in
        let cells = line.split(separator: ",")
        return "\(cells[0]),\(cells[1]),\(cells[5]),\(cells[7])"
      }
    ).read()
    let results = try [named, bare].map { try TrialResult(analyzing: $0.input) }
    #expect(results[0].primary.lead == results[1].primary.lead)
    #expect(results[0].counts.outputs == results[1].counts.outputs)
    #expect(bare.input.questions.map(\.id.name) == ["rating"])
    #expect(bare.notes.contains { $0.contains("no column 'output'") })
  }

  @Test(arguments: ["", "NA", "n/a", "cannot tell", "Can't tell", "?", "."])
  func `a rater who could not tell is kept without a value`(word: String) throws {
    let table = try WrittenTable.sound().replacing(0, ",1", ",\(word)").replacing(
      0, "\(word),neutral-1", "1,neutral-1"
    )
    .read()
    let first = try #require(table.input.rows.first)
    #expect(first.value == nil)
    #expect(table.input.rows.count == 36)
    let result = try TrialResult(analyzing: table.input)
    #expect(result.primary.distributions[.neutral]?.cannotTell == 1)
  }

  @Test(arguments: ["refused", "Failed", "filtered", "empty"])
  func `a run that brought nothing counts as the lowest point`(word: String) throws {
    var sound = WrittenTable.sound()
    sound.lines.append("s1,leading,m1,2,,,,\(word)")
    sound.lines.append("s2,neutral,m1,2,lost,,theme,\(word)")
    let table = try sound.read()
    #expect(table.input.unrated.map(\.reason) == [word.lowercased(), word.lowercased()])
    #expect(table.input.unrated.map(\.replicate) == [2, 2])
    let result = try TrialResult(analyzing: table.input)
    #expect(result.counts.unrated == 2)
    #expect(result.counts.ratings == 36)
  }

  @Test func `a refusal told once a question is one`() throws {
    var sound = WrittenTable.sound()
    sound.lines += ["s1,leading,m1,2,lost,,theme,refused", "s1,leading,m1,2,lost,,mood,refused"]
    #expect(try sound.read { $0.primary = "theme" }.input.unrated.count == 1)
  }

  @Test func `guesses, controls, echoes and masks find their places`() throws {
    var sound = WrittenTable.sound().adding("control").adding("echo", "no").adding("masked", "0")
      .adding("rater_kind", "person").adding("occasion", "1").adding("length", "120")
    sound.lines += [
      "s1,leading,m1,1,leading-1,ann,condition_guess,Leading,,no,0,person,1,120",
      "s1,leading,m1,1,leading-1,ben,condition_guess,,,no,0,person,1,120",
      "s2,neutral,m1,1,neutral-2,ben,condition_guess,neither,,no,0,person,1,120",
      ",,,,c1,ann,theme,4,show,no,0,person,1,",
      ",,,,c2,ann,theme,0,show_not,no,0,person,1,",
      "s1,leading,m1,2,echoing,ann,theme,4,,yes,true,person,1,80",
      "s1,leading,m1,1,leading-1,ann,theme,4,,no,0,person,2,120",
      "s1,leading,m1,1,leading-1,bot,theme,4,,no,0,model,1,120",
    ]
    let table = try sound.read()
    let extra = table.input.rows.suffix(8).map(\.self)
    #expect(extra.prefix(3).map(\.guess) == [.toward, .cannotTell, .neither])
    #expect(extra.prefix(3).allSatisfy { $0.question == .conditionGuess && $0.value == nil })
    #expect(extra[3].control == .show && extra[4].control == .showNot)
    #expect(extra[5].echo && extra[5].masked)
    #expect(extra[6].occasion == 2)
    #expect(extra[7].raterKind == .model)
    #expect(table.hasEchoes)
    #expect(table.meanLengths[.leading] == 800.0 / 7)
    #expect(table.input.questions.map(\.id.name) == ["theme"])
    let result = try TrialResult(analyzing: table.input)
    #expect(result.counts.controls == 2)
    #expect(result.counts.repeats == 1)
    #expect(result.counts.modelRaters == ["bot"])
    #expect(result.blindingGate.leadingArm.correct == 1)
    #expect(result.blindingGate.echoingOutputs == 1)
  }

  @Test func `baselines are paired where all of their scenarios are the trial's`() throws {
    let paired = try WrittenTable.sound().adding("baseline").read()
    #expect(paired.input.baselineIsPaired)
    #expect(paired.notes.contains { $0.hasPrefix("the baseline is paired") })
    var apart = WrittenTable.sound([("neutral", 0), ("leading", 3)]).adding("baseline")
    for text in 1...6 {
      for rater in ["ann", "ben"] {
        apart.lines.append(",baseline,,,text-\(text),\(rater),theme,\(text % 2),people")
      }
    }
    let table = try apart.read()
    #expect(!table.input.baselineIsPaired)
    #expect(table.input.pairing == [BaselineID("people"): false])
    #expect(table.notes.contains { $0.hasPrefix("baseline 'people' is not paired: 6 of") })
    let result = try TrialResult(analyzing: table.input)
    #expect(result.primary.baselines.map(\.baseline?.name) == ["people"])
    #expect(result.counts.models == 1)
  }

  @Test func `a baseline that is paired in part shares no scenario's name`() throws {
    var sound = WrittenTable.sound()
    sound.lines += [
      "elsewhere,baseline,m1,1,b7,ann,theme,0", "elsewhere,baseline,m1,1,b7,ben,theme,0",
    ]
    let table = try sound.read()
    #expect(!table.input.baselineIsPaired)
    let own = Set(table.input.rows.filter { $0.condition != .baseline }.map(\.scenario))
    let others = Set(table.input.rows.filter { $0.condition == .baseline }.map(\.scenario))
    #expect(own.isDisjoint(with: others))
    #expect(others.count == 7)
  }

  @Test func `wordings are counted, by number or by name`() throws {
    var table = WrittenTable.sound()
    let sound = table
    table = sound.adding("wording", "1", at: [2: "2", 3: "2"])
    #expect(try table.read().input.wordingCount == 2)
    let named = try sound.adding("wording", "plain", at: [2: "fancy", 3: "fancy"]).read()
    #expect(named.input.wordingCount == 2)
    #expect(named.input.rows[0].wording == 2 && named.input.rows[2].wording == 1)
    #expect(named.notes.contains { $0.contains("1 is 'fancy', 2 is 'plain'") })
    #expect(try sound.read().input.wordingCount == 1)
  }

  @Test func `the same bytes give the same table`() throws {
    let table = WrittenTable.sound().adding("wording", "1").adding("length", "9")
    #expect(try table.read() == table.read())
  }
}

@Suite struct ScaleTests {
  private func form(_ values: [String], scale: String?) throws -> (AnswerForm, [Double?]) {
    var table = WrittenTable.sound([("neutral", 0), ("leading", 0)], scenarios: 3)
    for (index, value) in values.enumerated() {
      var cells = table.lines[index].split(separator: ",").map(String.init)
      cells[7] = value
      table.lines[index] = cells.joined(separator: ",")
    }
    table.lines.removeSubrange(values.count...)
    let read = try table.read { $0.scales = scale.map { [$0] } ?? [] }
    return (read.input.questions[0].form, read.input.rows.map(\.value))
  }

  @Test func `numbers count from the lowest point`() throws {
    let (form, values) = try form(["1", "5", "3", "2"], scale: "1..5")
    #expect(form == .ordinal(["1", "2", "3", "4", "5"]))
    #expect(values == [0, 4, 2, 1])
  }

  @Test func `labels stand in their order, numbers among them count from 0`() throws {
    let (form, values) = try form(
      ["Clearly", "absent", "1", "a hint"], scale: "absent; a hint; clearly")
    #expect(form == .ordinal(["absent", "a hint", "clearly"]))
    #expect(values == [2, 0, 1, 1])
    let both = try self.form(["clearly", "1", "2", "3"], scale: "1..3 absent, a hint, clearly")
    #expect(both.0 == form)
    #expect(both.1 == [2, 0, 1, 2])
  }

  @Test(arguments: [
    (["0", "1", "1", "0"], AnswerForm.binary(no: "0", yes: "1")),
    (["0", "3", "1", "0"], .ordinal(["0", "1", "2", "3"])),
    (["2", "4", "4", "3"], .ordinal(["1", "2", "3", "4"])),
    (["0", "0", "0", "0"], .binary(no: "0", yes: "1")),
    (["-1", "1", "0", "0"], .ordinal(["-1", "0", "1"])),
    (["3", "77", "50", "12"], .slider(low: "0", high: "100")),
    (["yes", "no", "Yes", "no"], .binary(no: "no", yes: "yes")),
    (
      ["often", "never", "always", "sometimes"],
      .ordinal(["never", "sometimes", "often", "always"])
    ),
  ])
  func `without one a scale is guessed, and said`(values: [String], expected: AnswerForm) throws {
    let (form, read) = try form(values, scale: nil)
    #expect(form == expected)
    #expect(!read.contains(nil))
  }

  @Test func `a guessed scale stands among the deviations`() throws {
    let guessed = try WrittenTable.sound().read { $0.scales = [] }
    #expect(guessed.input.deviations.contains { $0.contains("scale") })
    #expect(guessed.notes.contains { $0.contains("guessed from the ratings") })
    let declared = try WrittenTable.sound().read()
    #expect(!declared.input.deviations.contains { $0.contains("scale") })
  }

  @Test func `an eighth of a declared scale is the smallest effect that nobody named`() throws {
    let table = try WrittenTable.sound().read { $0.smallestEffect = nil }
    #expect(table.input.plan.smallestEffect == 0.5)
    #expect(table.input.deviations.contains { $0.contains("0.5 points, an eighth") })
    let faults = WrittenTable.sound().faults {
      $0.smallestEffect = nil
      $0.scales = []
    }
    #expect(faults.map(\.problem) == ["no smallest effect is named, and no scale is declared"])
  }

  @Test func `a reference is a number of the table`() throws {
    var table = WrittenTable.sound([("neutral", 1), ("leading", 3)])
    table.lines = table.lines.filter { !$0.contains("baseline") }
    let read = try table.read {
      $0.scales = ["1..5"]
      $0.reference = 2
    }
    #expect(read.input.plan.reference == 1)
    #expect(try TrialResult(analyzing: read.input).hasBaseRate)
  }

  @Test func `each question has a scale of its own`() throws {
    var table = WrittenTable.sound()
    for (mood, feeling) in [("1", "sad"), ("70", "glad"), ("100", "angry")] {
      table.lines.append("s\(mood.count),neutral,m1,1,neutral-\(mood.count),ann,mood,\(mood)")
      table.lines.append("s\(mood.count),neutral,m1,1,neutral-\(mood.count),ann,feeling,\(feeling)")
      table.lines.append(
        "s\(mood.count),neutral,m1,1,neutral-\(mood.count),ann,remark,\(feeling) indeed")
    }
    for word in 0..<20 {
      table.lines.append("s1,neutral,m1,1,neutral-1,rater\(word),remark,word \(word)x")
    }
    let read = try table.read {
      $0.primary = "theme"
      $0.scales.append("mood=0..100")
    }
    #expect(
      read.input.questions.map(\.form.name) == ["ordinal", "nominal", "slider", "note"])
    #expect(read.input.questions[1].form.labels == ["angry", "glad", "sad"])
    #expect(!read.input.rows.contains { $0.question.name == "remark" })
    #expect(try TrialResult(analyzing: read.input).questions.count == 3)
  }

  @Test(arguments: ["", "4..0", "0..4 a, b", "a, A", "5", "-50..50", "0..1000", "nominal: x"])
  func `what is no scale is refused`(text: String) {
    #expect(throws: ScaleText.Problem.self) { try ScaleText(text) }
  }
}
