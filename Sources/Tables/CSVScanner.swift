import Faults

/// A place in a text file, both from 1; columns count characters as Unicode scalars.
struct CSVPlace: Hashable, Sendable {
  var line = 1
  var column = 1
}

/// Takes CSV bytes apart into lines of cells.
struct CSVScanner {
  struct Line: Hashable {
    var cells: [String] = []
    var places: [CSVPlace] = []
    var line = 1
  }

  private let bytes: [UInt8]
  private let name: String
  private let limits: CSVLimits
  private(set) var separator: Character = ","
  private var index = 0
  private var place = CSVPlace()
  private var faults: [Fault] = []

  init(bytes: [UInt8], name: String, limits: CSVLimits) {
    self.bytes = bytes
    self.name = name
    self.limits = limits
  }

  mutating func scan() throws(Faults) -> [Line] {
    try refuseWhatIsNoText()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    let separator = detectSeparator()
    self.separator = Character(Unicode.Scalar(separator))
    var lines: [Line] = []
    var cells = 0
    while index < bytes.count {
      guard faults.count < limits.faults else { break }
      if let line = scanLine(separator: separator) {
        lines.append(line)
        cells += line.cells.count
      }
      guard cells <= limits.cells else {
        throw Faults(
          faults + [fault("the table has more than \(limits.cells) cells", "split the file")])
      }
      guard lines.count <= limits.rows + 1 else {
        throw Faults(
          faults + [fault("the table has more than \(limits.rows) rows", "split the file")])
      }
    }
    guard faults.isEmpty else { throw Faults(faults) }
    return lines
  }

  /// One line of the table; `nil` for a blank one.
  private mutating func scanLine(separator: UInt8) -> Line? {
    var line = Line(line: place.line)
    if isLineEnd(at: index) {
      skipLineEnd()
      return nil
    }
    while true {
      line.places.append(place)
      line.cells.append(scanCell(separator: separator))
      if line.cells.count == limits.columns + 1 {
        note("the line has more than \(limits.columns) cells", "split the table")
        skipLine()
        break
      }
      guard index < bytes.count, bytes[index] == separator else { break }
      step()
    }
    skipLineEnd()
    return line
  }

  private mutating func scanCell(separator: UInt8) -> String {
    let start = index
    guard index < bytes.count, bytes[index] == Self.quote else {
      while index < bytes.count, bytes[index] != separator, !isLineEnd(at: index) {
        if bytes[index] == Self.quote {
          note(
            "a quote stands inside a cell without quotes around it",
            "put the cell in quotes and double each quote inside")
          skipToCellEnd(separator: separator)
          break
        }
        step()
      }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    return scanQuoted(separator: separator)
  }

  private mutating func scanQuoted(separator: UInt8) -> String {
    let opening = place
    var content: [UInt8] = []
    step()
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == Self.quote else {
        content.append(byte)
        step()
        continue
      }
      step()
      guard index < bytes.count, bytes[index] == Self.quote else {
        if index < bytes.count, bytes[index] != separator, !isLineEnd(at: index) {
          note(
            "text follows the closing quote of a cell",
            "double each quote inside a quoted cell")
          skipToCellEnd(separator: separator)
        }
        return String(decoding: content, as: UTF8.self)
      }
      content.append(Self.quote)
      step()
    }
    faults.append(
      fault("a quote is opened and never closed", "close it, or double it", at: opening))
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func skipLine() {
    while index < bytes.count, !isLineEnd(at: index) { step() }
  }

  private mutating func skipToCellEnd(separator: UInt8) {
    while index < bytes.count, bytes[index] != separator, !isLineEnd(at: index) { step() }
  }

  // MARK: Bytes

  private static let quote: UInt8 = 0x22

  private func isLineEnd(at index: Int) -> Bool {
    index < bytes.count && (bytes[index] == 0x0A || bytes[index] == 0x0D)
  }

  private mutating func skipLineEnd() {
    guard isLineEnd(at: index) else { return }
    if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { step() }
    step()
  }

  private mutating func step() {
    let byte = bytes[index]
    index += 1
    let endsLine =
      byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A))
    if endsLine {
      place = CSVPlace(line: place.line + 1, column: 1)
    } else if byte & 0xC0 != 0x80 {
      place.column += 1
    }
  }

  /// Whichever of comma, semicolon and tab the header line has most of.
  private func detectSeparator() -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes[index...] {
      if byte == Self.quote { isQuoted.toggle() }
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
