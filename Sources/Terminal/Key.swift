/// One press of a key.
package enum Key: Hashable, Sendable {
  case character(Character)
  case enter, backspace, tab, escape
  case up, down, left, right
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D, or nothing more to read.
  case endOfInput
  /// Anything else; where whole lines are read, a line of several characters.
  case other(String)
}

/// Takes keys out of the bytes that a terminal sends.
struct KeyDecoder {
  private var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func feed(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// The next key.
  ///
  /// - Parameter isWhole: Whether nothing follows soon, so that half a sequence is all there is.
  /// - Returns: `nil` where more bytes are needed.
  mutating func next(isWhole: Bool) -> Key? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x1B: return escapeSequence(isWhole: isWhole)
    case 0x03: return take(1, as: .interrupt)
    case 0x04: return take(1, as: .endOfInput)
    case 0x08, 0x7F: return take(1, as: .backspace)
    case 0x09: return take(1, as: .tab)
    case 0x0A: return take(1, as: .enter)
    case 0x0D: return take(bytes.count > 1 && bytes[1] == 0x0A ? 2 : 1, as: .enter)
    case 0x00..<0x20: return take(1, as: .other("control \(first)"))
    case 0x20..<0x7F: return take(1, as: .character(Character(Unicode.Scalar(first))))
    default: return scalar(isWhole: isWhole)
    }
  }

  private mutating func scalar(isWhole: Bool) -> Key? {
    let length = bytes[0] >= 0xF0 ? 4 : bytes[0] >= 0xE0 ? 3 : bytes[0] >= 0xC0 ? 2 : 1
    if bytes.count < length, !isWhole { return nil }
    let text = String(validating: bytes.prefix(length), as: UTF8.self)
    guard let text, let character = text.first, bytes.count >= length else {
      return take(1, as: .other("a byte that is no text"))
    }
    return take(length, as: .character(character))
  }

  /// Arrows come as `ESC [ A` or `ESC O A`; other sequences are taken whole and mean nothing.
  private mutating func escapeSequence(isWhole: Bool) -> Key? {
    guard bytes.count > 1 else { return isWhole ? take(1, as: .escape) : nil }
    guard bytes[1] == 0x5B || bytes[1] == 0x4F else { return take(1, as: .escape) }
    guard let end = bytes.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return isWhole ? take(bytes.count, as: .other("half a sequence")) : nil
    }
    let arrows: [UInt8: Key] = [0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left]
    return take(end + 1, as: arrows[bytes[end]] ?? .other("a sequence"))
  }

  private mutating func take(_ count: Int, as key: Key) -> Key {
    bytes.removeFirst(count)
    return key
  }
}
