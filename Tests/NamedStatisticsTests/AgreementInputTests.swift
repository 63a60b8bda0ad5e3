import Faults
import Reproducible
import Testing

@testable import NamedStatistics

/// What the statistics of agreement say to input that is wrong or degenerate.
@Suite struct AgreementInputTests {
  static func result(_ name: String, _ input: String) throws -> JSON {
    try NamedStatistic.named(name).result(of: try JSON(parsing: input))
  }

  @Test(arguments: [
    ("gwet_ac", #"{"ratings": [[1, 2], [1]]}"#, "input.ratings[1]"),
    ("gwet_ac", #"{"ratings": [[1, 2], [1, 9]], "categories": [1, 2]}"#, "input.ratings[1][1]"),
    ("gwet_ac", #"{"ratings": [[1, 2]], "categories": []}"#, "input.categories"),
    ("gwet_ac", #"{"ratings": [[1, 2]], "weights": "quadratc"}"#, "input.weights"),
    ("fleiss_kappa", #"{"ratings": [[1, 2]], "level": 1}"#, "input.level"),
    ("fleiss_kappa", #"{"ratings": [[1, "inf"]]}"#, "input.ratings[0][1]"),
    ("krippendorff_alpha", #"{"ratings": [[1, 2]], "metric": "nominl"}"#, "input.metric"),
    ("cohen_kappa", #"{"ratings": [[1, 2, 3]]}"#, "input.ratings[0]"),
    ("cohen_kappa", #"{"ratings": [[1, 2]], "table": [[1]]}"#, "input"),
    ("cohen_kappa", "{}", "input"),
    ("cohen_kappa", #"{"table": [[1, 2]]}"#, "input.table"),
    ("cohen_kappa", #"{"table": [[1, -2], [3, 4]]}"#, "input.table[0][1]"),
    ("cohen_kappa", #"{"table": [[1, 0.5], [3, 4]]}"#, "input.table[0][1]"),
    ("scott_pi", #"{"table": [[1, 2], [3, 4]], "categories": [1, 2]}"#, "input.categories"),
    ("benchmark", #"{"coefficient": 1.5}"#, "input.coefficient"),
    ("benchmark", #"{"coefficient": 0.5, "se": -1}"#, "input.se"),
    ("dawid_skene", #"{"ratings": [[1, 2]]}"#, "input.ratings[0]"),
    ("dawid_skene", #"{"ratings": [[1, 2.5, 1]]}"#, "input.ratings[0][1]"),
    ("dawid_skene", #"{"ratings": [[1, 2, 3]], "categories": [1]}"#, "input.ratings[0][2]"),
    ("dawid_skene", #"{"ratings": [[1, 2, 3]], "iterations": 0}"#, "input.iterations"),
    ("icc", #"{"ratings": [[1, 2], 3]}"#, "input.ratings[1]"),
  ])
  func `bad input is told with its place`(name: String, input: String, place: String) throws {
    let fault = try #require(throws: Fault.self) { try Self.result(name, input) }
    #expect(fault.place == place)
    #expect(fault.kind == .badInput)
  }

  @Test(arguments: [
    ("percent_agreement", #"{"ratings": []}"#, "no_data"),
    ("gwet_ac", #"{"ratings": [[], []]}"#, "no_data"),
    ("conger_kappa", #"{"ratings": [[null, null]]}"#, "no_data"),
    ("fleiss_kappa", #"{"ratings": [[1], [2]]}"#, "no_pairable_units"),
    ("gwet_ac", #"{"ratings": [[-1, 1]], "weights": "ratio"}"#, "undefined_chance_term"),
    (
      "gwet_ac", #"{"ratings": [[-1.7e308, 1.7e308]], "weights": "linear"}"#,
      "undefined_chance_term"
    ),
    ("krippendorff_alpha_gwet_se", #"{"ratings": [[1, 1], [2, null]]}"#, "no_variation"),
    ("cohen_kappa", #"{"table": []}"#, "no_data"),
    ("cohen_kappa", #"{"ratings": []}"#, "no_data"),
    ("scott_pi", #"{"table": [[0, 0], [0, 0]]}"#, "no_data"),
    ("scott_pi", #"{"ratings": [[1, null]]}"#, "no_pairable_units"),
    ("category_agreement", #"{"ratings": [[1, null], [null, 1]]}"#, "no_pairable_units"),
    ("icc", #"{"ratings": []}"#, "no_data"),
    ("icc", #"{"ratings": [[1, 2]]}"#, "fewer_than_two_units"),
    ("kendall_w", #"{"ratings": [[1], [2]]}"#, "one_rater"),
    ("dawid_skene", #"{"ratings": []}"#, "no_data"),
    ("dawid_skene", #"{"ratings": [], "categories": []}"#, "no_data"),
  ])
  func `what has no value says why`(name: String, input: String, reason: String) throws {
    let result = try Self.result(name, input)
    #expect(result["value"] == .null)
    #expect(result["reason"]?.text == reason)
  }

  @Test func `a benchmark without an error has the plain level only`() throws {
    let result = try Self.result("benchmark", #"{"coefficient": 0.5, "se": null}"#)
    #expect(result["landis_koch_deterministic"]?.text == "Moderate")
    #expect(result["landis_koch"] == .null && result["altman"] == .null)
  }

  @Test func `the level is that asked for`() throws {
    let ratings = "[[1,1,2],[2,2,2],[1,2,1],[3,3,3],[3,1,3]]"
    for name in ["gwet_ac", "conger_kappa"] {
      let wide = try Self.result(name, #"{"level": 0.99, "ratings": \#(ratings)}"#)
      let narrow = try Self.result(name, #"{"level": 0.5, "ratings": \#(ratings)}"#)
      #expect(try #require(wide["ci_low"]?.double) < (try #require(narrow["ci_low"]?.double)))
    }
  }

  @Test func `all identical needs two raters`() throws {
    let one = try Self.result("percent_agreement", #"{"ratings": [[1], [2]]}"#)
    #expect(one["all_raters_identical"] == .null)
    #expect(one["complete_units"]?.int == 2)
  }
}
