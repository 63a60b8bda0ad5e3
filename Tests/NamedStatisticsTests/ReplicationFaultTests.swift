import Faults
import Reproducible
import Testing

@testable import NamedStatistics

/// Bad input to the statistics of replication, power and text leak: a fault or a reason, no crash.
@Suite struct ReplicationFaultTests {
  @Test(arguments: [
    (
      "replication_basic", #"{"original":1,"original_se":-1,"replication":1,"replication_se":1}"#,
      "input.original_se"
    ),
    (
      "sceptical_p", #"{"original":"inf","original_se":1,"replication":1,"replication_se":1}"#,
      "input.original"
    ),
    (
      "small_telescopes", #"{"n_original":1,"n_replication":9,"d_replication":0}"#,
      "input.n_original"
    ),
    (
      "small_telescopes", #"{"n_original":9,"n_replication":9,"d_replication":0,"design":"x"}"#,
      "input.design"
    ),
    ("replication_bayes_factor", #"{}"#, "input.original"),
    (
      "replication_bayes_factor", #"{"t_original":1,"t_replication":1,"n_original":[9]}"#,
      "input.n_replication"
    ),
    (
      "replication_bayes_factor",
      #"{"t_original":1,"t_replication":1,"n_original":[9,8],"n_replication":[9]}"#,
      "input.n_original"
    ),
    (
      "replication_bayes_factor",
      #"{"t_original":1,"t_replication":1,"n_original":[9],"n_replication":[9],"original":1}"#,
      "input.original"
    ),
    ("meta_analysis", #"{"yi":[1,2],"vi":[1]}"#, "input.yi"),
    ("meta_analysis", #"{"yi":[1,2],"vi":[1,-1]}"#, "input.vi[1]"),
    ("meta_analysis", #"{"yi":[1,2],"vi":[1,1],"level":1}"#, "input.level"),
    ("meta_analysis", #"{"yi":[1e80,2],"vi":[1,1]}"#, "input.yi[0]"),
    ("egger", #"{"yi":[1,null,2],"vi":[1,1,2]}"#, "input.yi[1]"),
    ("power_paired_t", #"{"d_z":0.5,"n":1}"#, "input.n"),
    ("power_paired_t", #"{"d_z":0.5}"#, "input.n"),
    ("power_paired_t", #"{"d_z":0.5,"n":9,"power":0.8}"#, "input.power"),
    ("power_paired_t", #"{"d_z":0.5,"n":9,"alpha":1}"#, "input.alpha"),
    ("power_paired_t", #"{"d_z":0.5,"n":9,"alpha":1e-200}"#, "input.alpha"),
    ("power_paired_t", #"{"d_z":0.5,"power":0}"#, "input.power"),
    ("power_agreement", #"{"kind":"icc"}"#, "input.kind"),
    (
      "power_agreement", #"{"kind":"icc_test","icc1":0.5,"icc0":0.5,"raters":2,"power":0.8}"#,
      "input.icc1"
    ),
    (
      "power_agreement", #"{"kind":"icc_test","icc1":1,"icc0":0.5,"raters":2,"power":0.8}"#,
      "input.icc1"
    ),
    (
      "power_agreement", #"{"kind":"icc_test","icc1":0.7,"icc0":0.5,"raters":1,"power":0.8}"#,
      "input.raters"
    ),
    ("power_agreement", #"{"kind":"icc_test","icc1":0.7,"icc0":0.5,"raters":2}"#, "input.power"),
    (
      "power_agreement", #"{"kind":"icc_precision","icc":0.5,"raters":2,"width":0}"#,
      "input.width"
    ),
    (
      "power_agreement", #"{"kind":"icc_precision","icc":0.5,"raters":2,"width":1e-200}"#,
      "input.width"
    ),
    (
      "power_agreement",
      #"{"kind":"cohen_kappa_test","rate1":0.9,"rate2":0.2,"kappa1":0.9,"kappa0":0.1,"power":0.8}"#,
      "input.kappa1"
    ),
    (
      "power_agreement",
      #"{"kind":"kappa_power","kappa1":0.5,"kappa0":1,"prevalence":0.5,"raters":2,"power":0.8}"#,
      "input.kappa0"
    ),
    (
      "power_agreement",
      #"{"kind":"kappa_power","kappa1":0.5,"kappa0":0,"prevalence":0.5,"raters":2,"power":0.01}"#,
      "input.power"
    ),
    (
      "power_agreement",
      #"{"kind":"kappa_precision","kappa":0.5,"kappa_low":0.6,"prevalence":0.5,"raters":2}"#,
      "input.kappa_low"
    ),
    (
      "power_agreement",
      #"{"kind":"icc_precision","icc":0.5,"raters":2,"width":0.1,"kappa":1}"#, "input.kappa"
    ),
    ("power_simulation", #"{"test":"sign_exact","n":9,"p":1.5,"runs":10}"#, "input.p"),
    ("power_simulation", #"{"test":"sign_exact","n":9,"p":0.5,"runs":0}"#, "input.runs"),
    (
      "power_simulation", #"{"test":"mcnemar_exact","n":9,"p10":0.7,"p01":0.7,"runs":9}"#,
      "input.p01"
    ),
    ("power_simulation", #"{"test":"paired_t","n":9,"p":0.7,"runs":9}"#, "input.d_z"),
    ("text_leak", #"{"leading":["a"],"neutral":["a","b"],"folds":[1]}"#, "input.neutral"),
    ("text_leak", #"{"leading":["a","b"],"neutral":["a","b"],"folds":[1,1]}"#, "input.folds"),
    ("text_leak", #"{"leading":["a",1],"neutral":["a","b"],"folds":[1,2]}"#, "input.leading[1]"),
    (
      "text_leak",
      #"{"leading":["a","b"],"neutral":["a","b"],"folds":[1,2],"flips":[[0,1],[2,0]]}"#,
      "input.flips[1][0]"
    ),
    (
      "text_leak", #"{"leading":["a","b"],"neutral":["a","b"],"folds":[1,2],"flips":[[0]]}"#,
      "input.flips[0]"
    ),
    (
      "text_leak",
      #"{"leading":["a","b"],"neutral":["a","b"],"folds":[1,2],"flips":[],"seed":3}"#,
      "input.seed"
    ),
  ])
  func `names the place`(name: String, input: String, place: String) throws {
    let statistic = try NamedStatistic.named(name)
    let fault = #expect(throws: Fault.self) { try statistic.result(of: try JSON(parsing: input)) }
    #expect(fault?.place == place)
    #expect(fault?.remedy.isEmpty == false)
  }

  @Test(arguments: [
    (
      "replication_basic", #"{"original":1,"original_se":0,"replication":1,"replication_se":1}"#,
      "no_variation"
    ),
    ("meta_analysis", #"{"yi":[],"vi":[]}"#, "no_data"),
    ("meta_analysis", #"{"yi":[1,2],"vi":[1,0]}"#, "no_variation"),
    ("egger", #"{"yi":[1],"vi":[1]}"#, "fewer_than_two_units"),
    ("egger", #"{"yi":[1,2],"vi":[1,2]}"#, "no_variation"),
    ("power_paired_t", #"{"d_z":0,"power":0.8}"#, "all_differences_zero"),
    ("text_leak", #"{"leading":[],"neutral":[],"folds":[]}"#, "no_data"),
    ("text_leak", #"{"leading":["a"],"neutral":["b"],"folds":[1]}"#, "fewer_than_two_pairs"),
  ])
  func `says why there is no value`(name: String, input: String, reason: String) throws {
    let result = try NamedStatistic.named(name).result(of: try JSON(parsing: input))
    #expect(result["reason"]?.text == reason && result["value"] == .null)
  }

  @Test(arguments: [
    (
      "sceptical_p",
      #"{"original":1e100,"original_se":1e-100,"replication":-1e100,"replication_se":1e-100}"#
    ),
    ("sceptical_p", #"{"original":0,"original_se":1e-300,"replication":0,"replication_se":1e99}"#),
    (
      "replication_basic",
      #"{"original":1e100,"original_se":1e-300,"replication":0,"replication_se":1e-300}"#
    ),
    (
      "replication_bayes_factor",
      #"{"original":1e100,"original_se":1e-100,"replication":1,"replication_se":1e-100}"#
    ),
    (
      "replication_bayes_factor",
      #"{"t_original":10000,"t_replication":-10000,"n_original":[2],"n_replication":[1000000000]}"#
    ),
    ("small_telescopes", #"{"n_original":2,"n_replication":1000000000,"d_replication":1000}"#),
    ("meta_analysis", #"{"yi":[1e50,-1e50,3],"vi":[1e-50,1e50,1]}"#),
    ("meta_analysis", #"{"yi":[1,2,3],"vi":[1e-50,1e50,1],"level":0.999999999999}"#),
    ("egger", #"{"yi":[1e50,-1e50,3],"vi":[1e-50,1e50,1]}"#),
    ("egger", #"{"yi":[1,2,3],"vi":[1,1.000000000000001,1]}"#),
    ("power_paired_t", #"{"d_z":1000,"n":1000000000,"alpha":1e-100}"#),
    ("power_paired_t", #"{"d_z":0.001,"power":0.999999999999,"alpha":1e-100}"#),
    ("power_simulation", #"{"test":"sign_exact","n":1000000000,"p":0.50001,"runs":1}"#),
    (
      "power_agreement",
      #"{"kind":"kappa_power","kappa1":1,"kappa0":0,"prevalence":1e-9,"raters":1000,"power":0.9}"#
    ),
  ])
  func `extremes do no harm`(name: String, input: String) throws {
    let result = try NamedStatistic.named(name).result(of: try JSON(parsing: input))
    #expect(result["reason"] == nil)
  }
}
