/// A random generator whose draws are the same on every machine and in every release.
///
/// xoshiro256** by Blackman and Vigna, its state filled by SplitMix64.
///
/// - SeeAlso: D. Blackman, S. Vigna (2021), "Scrambled linear pseudorandom number generators",
///   *ACM Transactions on Mathematical Software* 47(4), doi:10.1145/3460772.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Starts from a seed.
  public init(seed: UInt64) {
    var x = seed
    func splitMix() -> UInt64 {
      x &+= 0x9E37_79B9_7F4A_7C15
      var z = x
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (splitMix(), splitMix(), splitMix(), splitMix())
  }

  /// Starts from a seed and a label, so that draws for different purposes do not move each other.
  public init(seed: UInt64, label: String) {
    let digest = Digest(of: "\(seed)/\(label)")
    self.init(seed: UInt64(digest.hex.prefix(16), radix: 16) ?? seed)
  }

  /// Starts from a secret key and a label.
  public init(key: SecretKey, label: String) {
    let code = key.authenticationCode(for: ["generator", label])
    func word(_ index: Int) -> UInt64 {
      code[index * 8..<index * 8 + 8].reduce(0) { ($0 << 8) | UInt64($1) }
    }
    state = (word(0), word(1), word(2), word(3) | 1)
  }

  public mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let t = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= t
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  /// A whole number in `0..<bound`, each equally likely.
  ///
  /// - Precondition: `bound` is above zero.
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "nothing lies below \(bound)")
    let range = UInt64(bound)
    let limit = UInt64.max - (UInt64.max % range + 1) % range
    var draw = next()
    while draw > limit { draw = next() }
    return Int(draw % range)
  }

  /// A number in [0, 1) with 53 random bits.
  public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A standard normal number (Box and Muller's transform).
  public mutating func normal() -> Double {
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * Double.pi * unit())
  }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Sequence {
  /// The elements in an order drawn by Fisher and Yates' method; the same generator state gives
  /// the same order in every release, which the standard library does not promise.
  ///
  /// - Complexity: O(*n*).
  public func stablyShuffled(using generator: inout SeededGenerator) -> [Element] {
    var result = Array(self)
    guard result.count > 1 else { return result }
    for last in stride(from: result.count - 1, to: 0, by: -1) {
      result.swapAt(last, generator.integer(below: last + 1))
    }
    return result
  }
}
