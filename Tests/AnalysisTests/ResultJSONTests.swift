import Questions
import Reproducible
import Testing
import TrialDesign

@testable import Analysis

@Suite struct ResultJSONTests {
  private func json() throws -> JSON {
    try WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0).analysed().json
  }

  @Test func `the result has the published shape`() throws {
    let json = try json()
    #expect(json["unled"] == 1)
    #expect(json["trial"] == "written")
    #expect(json["verdict"] == "led")
    #expect(json["reason"] == .null)
    #expect(json["interval"] == "t")
    #expect(json["warnings"] == [])
    let agreement = try #require(json["gates"]?["agreement"])
    #expect(agreement["coefficient"] == "krippendorff_alpha")
    #expect(agreement["metric"] == "ordinal")
    #expect(agreement["value"] == 1.0)
    #expect(agreement["floor"] == 0.667)
    #expect(agreement["controls_apart"] == .null)
    #expect(agreement["passed"] == true)
    let blinding = try #require(json["gates"]?["blinding"])
    #expect(blinding["bang"]?["mean"] == .null)
    #expect(blinding["push"] == .null)
    #expect(blinding["passed"] == true)
    #expect(json["counts"]?["scenarios"] == 8)
    #expect(json["counts"]?["outputs"] == 72)
    #expect(json["counts"]?["ratings"] == 216)
    #expect(json["counts"]?["raters"] == 3)
  }

  @Test func `an effect says where it stands and a withheld value why`() throws {
    let question = try #require(json()["questions"]?[0])
    #expect(question["primary"] == true)
    #expect(question["lead"]?["value"] == 2.125)
    #expect(question["lead"]?["there"] == true)
    #expect(question["lead"]?["reversed"] == false)
    #expect(question["presence"]?["there"] == false)
    #expect(question["means"]?["neutral"]?["value"] == 0.5)
    #expect(question["scenarios"]?.elements?.count == 8)
    #expect(question["scenarios"]?[0]?["means"]?["leading"] == 3.0)
    #expect(question["scenarios"]?[0]?["lead"] == 3.0)
    var trial = WrittenTrial.levels(neutral: 0, leading: 2, baseline: 0)
    trial.conditions = [.neutral, .leading]
    let bare = try #require(try trial.analysed().json["questions"]?[0])
    #expect(bare["presence"]?["value"] == .null)
    #expect(bare["presence"]?["there"] == .null)
    #expect(bare["presence"]?["reason"] == "no_base_rate")
    #expect(bare["steerability"]?["reason"] == "no_away")
    #expect(bare["led_share"]?["value"] == .null)
    #expect(bare["led_share"]?["reason"] == "no_base_rate")
  }

  @Test func `the same input gives the same bytes`() throws {
    #expect(try json().canonical == json().canonical)
  }

  @Test func `the text can be read back`() throws {
    let json = try json()
    #expect(try JSON(parsing: json.canonical).canonical == json.canonical)
  }
}
