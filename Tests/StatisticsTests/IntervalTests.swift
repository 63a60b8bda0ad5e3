import Testing

@testable import Statistics

@Suite struct IntervalTests {
  @Test func `holds its limits and what lies between them`() {
    let interval = Interval(low: -1, high: 2, level: 0.9)
    #expect([-1, 0, 2].allSatisfy(interval.contains))
    #expect(![-1.000001, 2.000001].contains(where: interval.contains))
  }

  @Test func `its complement is that of one minus the quantity`() {
    let interval = Interval(low: -1, high: 0.25, level: 0.9).complement
    #expect(interval == Interval(low: 0.75, high: 2, level: 0.9))
  }
}

@Suite struct NoValueTests {
  @Test func `every reason has a code in snake case of its own`() {
    let codes = NoValue.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { $0.allSatisfy { $0 == "_" || ("a"..."z").contains($0) } })
    #expect(NoValue(rawValue: "no_pairable_units") == .noPairableUnits)
    #expect(NoValue(rawValue: "too_many_undefined") == .tooManyUndefined)
  }
}
