import Reproducible
import Testing

@Suite struct SeededGeneratorTests {
  /// Outputs of an independent implementation of SplitMix64 and xoshiro256** in Python.
  @Test(
    arguments: [
      (
        UInt64(0),
        [
          0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a, 0x1a5f_849d_4933_e6e0,
          0x6aa5_94f1_262d_2d2c,
          0xbba5_ad4a_1f84_2e59,
        ]
      ),
      (
        1,
        [
          0xb3f2_af6d_0fc7_10c5, 0x853b_5596_4736_4cea, 0x92f8_9756_082a_4514,
          0x642e_1c7b_c266_a3a7,
          0xb27a_48e2_9a23_3673,
        ]
      ),
      (
        .max,
        [
          0x8f55_20d5_2a7e_ad08, 0xc476_a018_caa1_802d, 0x81de_31c0_d260_469e,
          0xbf65_8d7e_065f_3c2f,
          0x9135_93fd_a1bc_a32a,
        ]
      ),
    ] as [(UInt64, [UInt64])])
  func `draws what the reference draws`(seed: UInt64, expected: [UInt64]) {
    var generator = SeededGenerator(seed: seed)
    #expect(expected.map { _ in generator.next() } == expected)
  }

  /// By squaring the matrix of one step 128 times, in Python.
  @Test func `a jump is two to the power 128 steps`() {
    var generator = SeededGenerator(seed: 1)
    generator.jump()
    let expected: [UInt64] = [
      0x3328_02f8_1eaa_e9d0, 0x02d1_8d77_49b8_4f96, 0xc372_9a52_7851_f63d,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func `indices below a bound are evenly drawn and stay below`() {
    var generator = SeededGenerator(seed: 2)
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.index(below: 7)] += 1 }
    // Six standard deviations of a count of 10,000.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 560 })
    #expect((0..<100).allSatisfy { _ in generator.index(below: 1) == 0 })
  }

  @Test func `whole numbers below a bound are the reference's`() {
    var generator = SeededGenerator(seed: 1)
    #expect(
      (0..<12).map { _ in generator.integer(below: 10) } == [7, 2, 0, 3, 1, 2, 6, 9, 1, 8, 1, 0])
  }

  @Test func `numbers in the unit interval are the reference's`() {
    var generator = SeededGenerator(seed: 3)
    #expect(
      (0..<3).map { _ in generator.unit() }
        == [0.690638295117788, 0.6405810067354607, 0.21826237328256315])
  }

  @Test func `a shuffle is the reference's`() {
    var generator = SeededGenerator(seed: 7)
    #expect((0..<10).stablyShuffled(using: &generator) == [8, 3, 9, 0, 7, 2, 1, 6, 5, 4])
  }

  @Test func `a label starts other draws`() {
    var generator = SeededGenerator(seed: 5, label: "raters")
    #expect(generator.next() == 0x3833_8669_10b5_8a3e)
  }

  @Test func `a key and a label start the reference's draws`() throws {
    let key = try #require(SecretKey(bytes: Array(0..<32)))
    var generator = SeededGenerator(key: key, label: "sequences")
    #expect(generator.next() == 0x978a_c955_54c4_45e9)
    #expect(generator.next() == 0xc405_6a39_baef_c8e2)
  }

  @Test(arguments: UInt64(0)..<20)
  func `a shuffle loses nothing`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = generator.integer(below: 50)
    #expect((0..<count).stablyShuffled(using: &generator).sorted() == Array(0..<count))
  }

  @Test func `normal draws have mean zero and variance one`() {
    var generator = SeededGenerator(seed: 11)
    let draws = (0..<20_000).map { _ in generator.normal() }
    let mean = draws.reduce(0, +) / 20_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19_999
    #expect(abs(mean) < 0.03)
    #expect(abs(variance - 1) < 0.04)
  }
}
