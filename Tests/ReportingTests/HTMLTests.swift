import Foundation
import Questions
import Testing
import TrialDesign

@testable import Analysis
@testable import Reporting

@Suite struct HTMLTests {
  static let samples: [String: SampleTrial] = {
    var noBaseline = SampleTrial(verdict: .notLed, reason: .noBaseRate)
    noBaseline.levels[.baseline] = nil
    var oneRater = SampleTrial(raters: 1, outcome: .unknown)
    oneRater.alpha = CoefficientEstimate(value: nil, interval: nil, reason: .oneRater)
    var five = SampleTrial(models: (1...5).map { "model-\($0)-with-a-rather-long-name" })
    five.form = NamedScale.depth.form
    var small = SampleTrial(scenarios: 3, verdict: .inconclusive, reason: .bothOpen)
    small.levels = [.neutral: 0.4, .leading: 1.1]
    var reference = SampleTrial()
    reference.levels[.baseline] = nil
    reference.plan = AnalysisPlan(smallestEffect: 0.5, reference: 0.25)
    return [
      "against a reference": reference, "plain": SampleTrial(), "without a baseline": noBaseline,
      "with one rater": oneRater,
      "of five models": five, "with three scenarios": small,
      "on a slider": SampleTrial(form: .slider(low: "never", high: "throughout")),
      "of yes and no": SampleTrial(form: .binary(no: "no", yes: "yes")),
      "without order": SampleTrial(form: .nominal(["one", "two", "three"])),
      "of simulated raters": SampleTrial(isSimulated: true),
    ]
  }()

  @Test(arguments: samples.keys.sorted())
  func `each page is well-formed and keeps to itself`(name: String) throws {
    let page = try #require(Self.samples[name]).report.html
    let read = WellFormed(page)
    #expect(read.fault == nil)
    #expect(!read.elements.contains("script"))
    #expect(!page.lowercased().contains("<script"))
    for attribute in read.attributes {
      #expect(!attribute.name.hasPrefix("on"))
      if ["src", "href", "srcset", "action", "data"].contains(attribute.name) {
        #expect(attribute.value.hasPrefix("#"))
      }
    }
    #expect(!page.contains("url("))
    #expect(!page.contains("@import"))
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
  }

  @Test(arguments: samples.keys.sorted())
  func `each figure has a title, a description and a table`(name: String) throws {
    let read = WellFormed(try #require(Self.samples[name]).report.html)
    let figures = read.elements.count { $0 == "figure" }
    #expect(figures >= 2)
    let plots = read.attributes.count { $0.element == "svg" && $0.name == "role" }
    #expect(plots == 2 * figures)
    #expect(read.elements.count { $0 == "desc" } == plots)
    let ids = read.attributes.filter { $0.name == "id" }.map(\.value)
    #expect(Set(ids).count == ids.count)
    for link in read.attributes where link.name == "aria-labelledby" {
      for id in link.value.split(separator: " ") { #expect(ids.contains(String(id))) }
    }
    for link in read.attributes where link.name == "href" {
      #expect(ids.contains(String(link.value.dropFirst())))
    }
  }

  @Test(arguments: samples.keys.sorted())
  func `nothing is drawn outside its figure`(name: String) throws {
    let sample = try #require(Self.samples[name])
    let figures = Figures(result: sample.result, facts: sample.facts)
    let all = [
      figures.conditionMeans, figures.slopes, figures.distributions, figures.agreement,
      figures.effects, figures.flow,
    ].compactMap { $0 }
    for figure in all {
      for width in Figure.Width.allCases {
        let read = WellFormed(figure.svg(width).source)
        #expect(read.fault == nil)
        for attribute in read.attributes where ["x", "x1", "x2", "cx"].contains(attribute.name) {
          let x = try #require(Double(attribute.value))
          #expect(x >= 0 && x <= width.units, "\(figure.id): \(attribute.element) at \(x)")
        }
      }
    }
  }

  @Test func `the page begins with the verdict`() throws {
    let page = SampleTrial().report.html
    let verdict = try #require(page.range(of: "class=\"word\">Led<"))
    let numbers = try #require(page.range(of: "What the numbers are</h2>"))
    let sentence = try #require(page.range(of: "For these wordings, the observation was led"))
    #expect(verdict.lowerBound < sentence.lowerBound)
    #expect(sentence.lowerBound < numbers.lowerBound)
  }

  @Test func `made-up raters are named first of all`() throws {
    let page = SampleTrial(isSimulated: true).report.html
    let banner = try #require(page.range(of: "class=\"banner\""))
    let verdict = try #require(page.range(of: "class=\"word\""))
    #expect(banner.lowerBound < verdict.lowerBound)
    #expect(!SampleTrial().report.html.contains("class=\"banner\""))
  }

  @Test func `withheld numbers say why`() {
    var sample = SampleTrial(scenarios: 3)
    sample.levels = [.neutral: 0.4, .leading: 1.1]
    let page = WellFormed(sample.report.html).text
    #expect(page.contains("withheld: no base rate"))
    #expect(page.contains("withheld: nothing was rated under the away condition"))
    #expect(page.contains("withheld: fewer than five scenarios"))
    #expect(page.contains("(no interval: fewer than five scenarios)"))
    #expect(page.firstMatch(of: /\b(nan|inf|nil)\b/) == nil)
  }

  @Test func `each model has its row`() throws {
    let sample = try #require(Self.samples["of five models"])
    let page = WellFormed(sample.report.html).text
    for model in sample.models { #expect(page.contains(model)) }
  }

  @Test func `colours of text are told from their ground in both schemes`() throws {
    let schemes = PageStyle.css.components(separatedBy: "prefers-color-scheme: dark")
    #expect(schemes.count == 2)
    for scheme in schemes {
      for panel in ["paper", "panel"] {
        for ink in ["ink", "soft", "link"] {
          #expect(try contrast(ink, panel, in: scheme) >= 4.5, "\(ink) on \(panel)")
        }
      }
      #expect(try contrast("warn", "warn-panel", in: scheme) >= 4.5)
      for condition in Condition.allCases {
        let mark = try luminance(condition.rawValue, in: schemes[0])
        let paper = try luminance("paper", in: scheme)
        #expect(ratio(mark, paper) >= 2.9, "\(condition.rawValue)")
      }
    }
  }

  private func contrast(_ first: String, _ second: String, in css: String) throws -> Double {
    ratio(try luminance(first, in: css), try luminance(second, in: css))
  }

  private func ratio(_ first: Double, _ second: Double) -> Double {
    (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// Relative luminance of a colour by its name in the style.
  private func luminance(_ name: String, in css: String) throws -> Double {
    let start = try #require(css.range(of: "--\(name): #"))
    let value = try #require(Int(css[start.upperBound...].prefix(6), radix: 16))
    let channels = [16, 8, 0].map { shift -> Double in
      let share = Double((value >> shift) & 255) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}

extension NamedScale {
  /// The scale as an answer form.
  var form: AnswerForm { .ordinal(anchors) }
}
