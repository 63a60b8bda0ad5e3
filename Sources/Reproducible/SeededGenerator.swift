/// A random generator whose draws are the same on every machine and in every release.
///
/// xoshiro256** by Blackman and Vigna, its state filled by SplitMix64.
///
/// - SeeAlso: D. Blackman, S. Vigna (2021), "Scrambled linear pseudorandom number generators",
///   *ACM Transactions on Mathematical Software* 47(4), doi:10.1145/3460772.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  @usableFromInline var state: (UInt64, UInt64, UInt64, UInt64)

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

  @inlinable public mutating func next() -> UInt64 {
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

  /// A whole number in `0..<bound`, each equally likely: for resampling, where a draw counts.
  ///
  /// Lemire's multiplication in place of a division. It draws other numbers than
  /// ``integer(below:)``, which orders that were drawn before rest on.
  ///
  /// - Precondition: `bound` is above zero.
  /// - SeeAlso: D. Lemire (2019), "Fast random integer generation in an interval", *ACM
  ///   Transactions on Modeling and Computer Simulation* 29(1), doi:10.1145/3230636.
  @inlinable public mutating func index(below bound: Int) -> Int {
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// Moves on by 2¹²⁸ draws: what is drawn before and after does not meet in practice.
  public mutating func jump() {
    let polynomial: [UInt64] = [
      0x180E_C6D3_3CFD_0ABA, 0xD5A6_1266_F0C9_392C, 0xA958_2618_E03F_C9AA, 0x39AB_DC45_29B1_661C,
    ]
    var sum: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for word in polynomial {
      for bit in 0..<64 {
        if word >> UInt64(bit) & 1 == 1 {
          sum.0 ^= state.0
          sum.1 ^= state.1
          sum.2 ^= state.2
          sum.3 ^= state.3
        }
        _ = next()
      }
    }
    state = sum
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
