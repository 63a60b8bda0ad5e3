import Testing

@testable import Cues

/// An example with the cue that it belongs to.
struct CatalogueExample: CustomTestStringConvertible, Sendable {
  let cue: Cue
  let example: CueExample
  var testDescription: String { "\(cue.id): \(example.text)" }

  static let positives = CueCatalogue.cues.flatMap { cue in
    cue.positives.map { CatalogueExample(cue: cue, example: $0) }
  }
  static let nearMisses = CueCatalogue.cues.flatMap { cue in
    cue.nearMisses.map { CatalogueExample(cue: cue, example: $0) }
  }
}

@Suite struct CatalogueTests {
  @Test func `there are 36 cues with three examples and three near misses each`() {
    #expect(CueCatalogue.cues.count == 36)
    #expect(Set(CueCatalogue.cues.map(\.id)).count == 36)
    #expect(Set(CueCatalogue.cues.map(\.slug)).count == 36)
    for cue in CueCatalogue.cues {
      #expect(cue.positives.count >= 3 && cue.nearMisses.count >= 3, "\(cue.id)")
    }
  }

  @Test(arguments: CatalogueExample.positives)
  func `an example fires with its cue`(_ one: CatalogueExample) {
    let reading = CueDetector(terms: one.example.terms).read(one.example.text)
    #expect(
      reading.findings.contains { $0.cueID == one.cue.id && $0.confidence > .low },
      "\(reading.findings)")
  }

  @Test(arguments: CatalogueExample.nearMisses)
  func `a near miss stays silent`(_ one: CatalogueExample) {
    let reading = CueDetector(terms: one.example.terms).read(one.example.text)
    #expect(reading.findings.allSatisfy { $0.confidence == .low }, "\(reading.findings)")
    #expect(!reading.isLeading)
  }

  @Test func `every carrier carries its cue at every strength`() {
    for cue in CueCatalogue.cues {
      for carrier in cue.carriers {
        #expect(carrier.strengths.count == 3, "\(cue.id)")
        for strength in carrier.strengths {
          let text = strength.replacing(
            "{claim}", with: "the main character has skills that nobody around them needs")
          let reading = CueDetector().read(text)
          #expect(
            reading.findings.contains { $0.cueID == cue.id && $0.confidence > .low }, "\(text)")
        }
      }
    }
  }
}
