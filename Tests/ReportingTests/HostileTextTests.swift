import Foundation
import Questions
import Testing
import TrialDesign

@testable import Analysis
@testable import Reporting

@Suite struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "\"><svg onload=x>",
    "]]>&lt;b>& {{title}} {{{style}}}", "a | b\n| --- | --- |\n| c |",
    "[here](http://example.org) ![x](http://example.org/x.png) <http://example.org>",
    "```\n</code>\n``` `tick` ````", "# heading\n\n- list\n1. one\n\n---\n> quote",
    "www.example.org http://example.org someone@example.org *b* _i_ ~~s~~ $x$ ==m==",
    "\u{1B}[31mred\u{7} \u{202E}txet\u{202C} \u{0}null \u{85}", "&#x3C;script&#x3E;",
  ]

  static func sample(_ text: String) -> (SampleTrial, Report) {
    var sample = SampleTrial(
      name: text, observation: text, form: .ordinal([text, "some", text + "!", "all"]),
      models: [text, "other"], sentence: "It was led: \(text)")
    sample.warnings = [Warning(code: "x", text: text)]
    sample.decisive = [text: .absent]
    var facts = sample.facts
    facts.title = text
    facts.source = text
    facts.folder = text
    facts.conditions[0].examplePrompt = text
    facts.conditions[0].wordings = [text, text]
    facts.conditions[0].exampleScenario = text
    facts.conditions[1].cue = text
    facts.raters[0].pseudonym = text
    facts.examples[0].text = text
    facts.examples[0].scenario = text
    facts.examples[0].code = text
    facts.amendments[0].because = text
    facts.promptCheck = text
    facts.flow?.excluded = [.init(text, 1)]
    facts.sampling = [.init(text, text)]
    facts.origin = .recording(
      .init(model: text, quantisation: text, server: text, date: text))
    facts.ownRatings = [.init(code: text, text: text, condition: .leading, answer: text)]
    return (sample, Report(result: sample.result, facts: facts))
  }

  @Test(arguments: texts)
  func `in a page it stays text`(text: String) {
    let plain = WellFormed(Self.sample("plain words").1.html)
    let hostile = WellFormed(Self.sample(text).1.html)
    #expect(hostile.fault == nil)
    let structure = ["script", "img", "b", "a", "style", "form", "iframe", "title", "object"]
    for element in structure {
      #expect(
        hostile.elements.count { $0 == element } == plain.elements.count { $0 == element },
        "\(element)")
    }
    #expect(Set(hostile.elements) == Set(plain.elements))
    #expect(Set(hostile.attributes.map(\.name)) == Set(plain.attributes.map(\.name)))
    let block = ForeignText.block(text)
    #expect(hostile.text.contains(block))
  }

  @Test(arguments: texts)
  func `in Markdown it stays text`(text: String) throws {
    let markdown = Self.sample(text).1.markdown
    var fence: Substring?
    var columns: Int?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let ticks = line.prefix { $0 == "`" }
      if let open = fence {
        if ticks.count >= open.count, line.count == ticks.count { fence = nil }
        continue
      }
      if ticks.count >= 3, line.dropFirst(ticks.count) == "text" {
        fence = ticks
        continue
      }
      let bare = Self.withoutCode(line)
      for forbidden in ["<", ">", "](", "![", "http://", "www.", "e@e"] {
        #expect(!bare.contains(forbidden), "\(forbidden) in \(line)")
      }
      let isTable = line.hasPrefix("| ")
      if isTable {
        let count = Self.cells(line)
        #expect(columns == nil || columns == count, "\(line)")
        columns = count
      } else {
        columns = nil
      }
      if line.hasPrefix("#") {
        #expect(line.hasPrefix("# ") || line.hasPrefix("## ") || line.hasPrefix("### "))
      }
    }
    #expect(fence == nil)
    let headings = markdown.split(separator: "\n").count { $0.hasPrefix("# ") }
    #expect(headings >= 1)
  }

  @Test(arguments: texts)
  func `in a terminal it steers nothing`(text: String) {
    let summary = TextSummary(of: Self.sample(text).0.result)
    for scalar in summary.text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
      #expect(!(0x202A...0x202E).contains(scalar.value))
    }
  }

  @Test func `what a code span holds cannot end it`() {
    #expect(MarkdownText.code("a`b") == "`` a`b ``")
    #expect(MarkdownText.code("a|b") == "`a¦b`")
    #expect(MarkdownText.fenced("x\n````\ny") == "`````text\nx\n````\ny\n`````")
  }

  /// A line less its code spans and its escaped characters.
  private static func withoutCode(_ line: Substring) -> String {
    var result = ""
    var rest = line
    while let first = rest.first {
      if first == "\\" {
        rest = rest.dropFirst(2)
      } else if first == "`" {
        let ticks = rest.prefix { $0 == "`" }
        rest = rest.dropFirst(ticks.count)
        if let end = rest.range(of: ticks) { rest = rest[end.upperBound...] }
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func cells(_ line: Substring) -> Int {
    withoutCode(line).count { $0 == "|" } - 1
  }
}
