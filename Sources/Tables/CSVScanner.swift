package import Faults

/// Takes CSV bytes apart, one line after the other.
package struct CSVScanner {
  private let bytes: [UInt8]
  private let name: String
  private let limits: CSVLimits
  /// What stands between cells.
  package let separator: Character
  private let separatorByte: UInt8
  private var index = 0
  private var line = 1
  /// The byte with which the line begins.
  private var lineStart = 0
  private var faults: [Fault] = []

  /// Makes ready to read a table.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8, with or without a byte-order mark.
  ///   - name: What faults call the table.
  ///   - separator: An ASCII character; `nil` takes whichever of comma, semicolon and tab the
  ///     first line has most of.
  ///   - limits: What is refused as too much.
  /// - Throws: ``Faults`` where the bytes are no text.
  package init(
    bytes: [UInt8], named name: String, separator: Character? = nil, limits: CSVLimits = CSVLimits()
  ) throws(Faults) {
    self.bytes = bytes
    self.name = name
    self.limits = limits
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    lineStart = index
    separatorByte = separator?.asciiValue ?? Self.mostInFirstLine(of: bytes[index...])
    self.separator = Character(Unicode.Scalar(separatorByte))
    try refuseWhatIsNoText()
  }

  /// Hands each line that is not blank to `visit`, which needs not keep it.
  ///
  /// - Throws: ``Faults``, all at once, each with line and column; `visit` may have seen the lines
  ///   before.
  /// - Complexity: O(*n*) in the number of bytes; the memory of one line.
  package mutating func forEachLine(_ visit: (CSVLine) -> Void) throws(Faults) {
    var current = CSVLine(bytes: bytes)
    var lines = 0
    var cells = 0
    while index < bytes.count {
      guard faults.count < limits.faults else { break }
      if scanLine(into: &current) {
        lines += 1
        cells += current.count
        visit(current)
      }
      guard cells <= limits.cells else {
        throw Faults(
          faults + [fault("the table has more than \(limits.cells) cells", "split the file")])
      }
      guard lines <= limits.rows + 1 else {
        throw Faults(
          faults + [fault("the table has more than \(limits.rows) rows", "split the file")])
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
  }

  /// Scans one line of the table.
  ///
  /// - Returns: Whether there is anything on it.
  private mutating func scanLine(into current: inout CSVLine) -> Bool {
    current.cells.removeAll(keepingCapacity: true)
    current.unescaped.removeAll(keepingCapacity: true)
    current.line = line
    if isLineEnd(at: index) {
      skipLineEnd()
      return false
    }
    while true {
      scanCell(into: &current)
      if current.cells.count == limits.columns + 1 {
        note("the line has more than \(limits.columns) cells", "split the table")
        while index < bytes.count, !isLineEnd(at: index) { index += 1 }
        break
      }
      guard index < bytes.count, bytes[index] == separatorByte else { break }
      index += 1
    }
    skipLineEnd()
    return true
  }

  private mutating func scanCell(into current: inout CSVLine) {
    let start = index
    guard index < bytes.count, bytes[index] == Self.quote else {
      while index < bytes.count {
        let byte = bytes[index]
        if byte == separatorByte || byte == 0x0A || byte == 0x0D { break }
        if byte == Self.quote {
          note(
            "a quote stands inside a cell without quotes around it",
            "put the cell in quotes and double each quote inside")
          skipToCellEnd()
          break
        }
        index += 1
      }
      current.cells.append(
        CSVLine.Cell(content: start..<index, start: start, line: line, lineStart: lineStart))
      return
    }
    scanQuoted(into: &current)
  }

  private mutating func scanQuoted(into current: inout CSVLine) {
    var cell = CSVLine.Cell(
      content: index + 1..<index + 1, start: index, line: line, lineStart: lineStart)
    let opening = place
    // What was copied so far, where a doubled quote makes a copy needful.
    let copyStart = current.unescaped.count
    var rest = index + 1
    index += 1
    func close(at end: Int) {
      guard cell.isUnescaped else {
        cell.content = rest..<end
        return
      }
      current.unescaped += bytes[rest..<end]
      cell.content = copyStart..<current.unescaped.count
    }
    while index < bytes.count {
      guard bytes[index] == Self.quote else {
        isLineEnd(at: index) ? skipLineEnd() : (index += 1)
        continue
      }
      let end = index
      index += 1
      guard index < bytes.count, bytes[index] == Self.quote else {
        close(at: end)
        if index < bytes.count, bytes[index] != separatorByte, !isLineEnd(at: index) {
          note(
            "text follows the closing quote of a cell", "double each quote inside a quoted cell")
          skipToCellEnd()
        }
        current.cells.append(cell)
        return
      }
      cell.isUnescaped = true
      current.unescaped += bytes[rest..<index]
      index += 1
      rest = index
    }
    close(at: index)
    faults.append(
      fault("a quote is opened and never closed", "close it, or double it", at: opening))
    current.cells.append(cell)
  }

  private mutating func skipToCellEnd() {
    while index < bytes.count, bytes[index] != separatorByte, !isLineEnd(at: index) { index += 1 }
  }

  // MARK: Bytes

  private static let quote: UInt8 = 0x22

  private func isLineEnd(at index: Int) -> Bool {
    index < bytes.count && (bytes[index] == 0x0A || bytes[index] == 0x0D)
  }

  private mutating func skipLineEnd() {
    guard isLineEnd(at: index) else { return }
    index += bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    line += 1
    lineStart = index
  }

  private var place: CSVPlace {
    CSVPlace(
      line: line,
      column: 1 + CSVLine.characters(in: bytes[lineStart..<min(index, bytes.count)]))
  }

  /// Whichever of comma, semicolon and tab the first line has most of.
  private static func mostInFirstLine(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D {
        guard counts.isEmpty else { break }
        continue
      }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    let most = candidates.map { counts[$0, default: 0] }.max() ?? 0
    return candidates.first { counts[$0, default: 0] == most } ?? 0x2C
  }

  private func refuseWhatIsNoText() throws(Faults) {
    guard bytes.count <= limits.bytes else {
      throw Faults([
        fault(
          "the file has \(bytes.count) bytes, more than \(limits.bytes)", "split it",
          at: CSVPlace())
      ])
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Faults([
        fault("the file is UTF-16", "save it as 'CSV UTF-8'", at: CSVPlace())
      ])
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      throw Faults([
        fault("the file is not UTF-8 from here on", "save it as 'CSV UTF-8'", at: firstInvalid())
      ])
    }
    if bytes.contains(0) {
      throw Faults([
        fault("the file holds a NUL character", "save it as 'CSV UTF-8'", at: CSVPlace())
      ])
    }
  }

  private func firstInvalid() -> CSVPlace {
    var place = CSVPlace()
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" {
        place = CSVPlace(line: place.line + 1, column: 1)
      } else {
        place.column += 1
      }
    }
    return place
  }

  private mutating func note(_ problem: String, _ remedy: String) {
    faults.append(fault(problem, remedy))
  }

  private func fault(_ problem: String, _ remedy: String, at other: CSVPlace? = nil) -> Fault {
    let spot = other ?? place
    return Fault(.badInput, at: "\(name):\(spot.line):\(spot.column)", problem, remedy: remedy)
  }
}
