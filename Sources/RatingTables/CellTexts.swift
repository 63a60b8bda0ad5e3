/// The different texts of a column, numbered in the order in which they first appear.
///
/// A column of a million cells with five different texts holds a million small numbers and five
/// texts.
package struct CellTexts: Sendable {
  private var pool: [UInt8] = []
  /// Where the text of each number ends in the pool.
  private var ends: [Int] = []
  /// Numbers by hash, −1 where there is none; more than half of the places are free.
  private var slots = [Int32](repeating: -1, count: 16)

  /// How many different texts there are.
  package var count: Int { ends.count }

  package subscript(number: Int32) -> String {
    String(decoding: pool[range(of: number)], as: UTF8.self)
  }

  /// All texts, by number.
  package var all: [String] { (0..<Int32(count)).map { self[$0] } }

  /// The number of a text, a new one where it was not met before.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - last: The number of the text before, which is often the same.
  /// - Returns: The number.
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>, after last: Int32?) -> Int32 {
    if let last, isText(last, bytes) { return last }
    var slot = Self.hash(bytes) & (slots.count - 1)
    while slots[slot] >= 0 {
      if isText(slots[slot], bytes) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(ends.count)
    pool.append(contentsOf: bytes)
    ends.append(pool.count)
    slots[slot] = number
    if 2 * ends.count > slots.count { grow() }
    return number
  }

  private func range(of number: Int32) -> Range<Int> {
    (number == 0 ? 0 : ends[Int(number) - 1])..<ends[Int(number)]
  }

  private func isText(_ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == bytes.count else { return false }
    return pool.withUnsafeBufferPointer { pool in
      for index in 0..<bytes.count where pool[range.lowerBound + index] != bytes[index] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for number in 0..<Int32(ends.count) {
      let range = range(of: number)
      var slot =
        pool.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[range])) }
        & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = number
    }
  }

  /// The standard library's hash, seeded anew in each process: no file can make all texts collide.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return hasher.finalize()
  }
}
