/// A place in a text file, both from 1; columns count characters as Unicode scalars.
package struct CSVPlace: Hashable, Sendable {
  package var line = 1
  package var column = 1

  package init(line: Int = 1, column: Int = 1) {
    self.line = line
    self.column = column
  }
}

/// One line of a table as it stands in the file: its cells become texts only when asked for.
package struct CSVLine: Sendable {
  /// Where the content of a cell stands, and where the cell began.
  struct Cell {
    var content: Range<Int>
    /// Whether the content stands in ``unescaped``, its doubled quotes taken off.
    var isUnescaped = false
    /// The byte with which the cell begins, its line, and the byte with which that line begins.
    var start: Int
    var line: Int
    var lineStart: Int
  }

  /// The line of the file on which it begins, from 1.
  package internal(set) var line = 1
  let bytes: [UInt8]
  var cells: [Cell] = []
  var unescaped: [UInt8] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// How many cells it has.
  package var count: Int { cells.count }

  /// What stands in a cell, without its quotes.
  package subscript(column: Int) -> String {
    withBytes(of: column) { String(decoding: $0, as: UTF8.self) }
  }

  /// Reads a cell's bytes where they are.
  package func withBytes<Result>(
    of column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let cell = cells[column]
    return (cell.isUnescaped ? unescaped : bytes).withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[cell.content]))
    }
  }

  /// Where a cell begins.
  ///
  /// - Complexity: O(*n*) in the bytes before it.
  package func place(of column: Int) -> CSVPlace {
    let cell = cells[column]
    return CSVPlace(
      line: cell.line, column: 1 + Self.characters(in: bytes[cell.lineStart..<cell.start]))
  }

  /// Where each cell begins.
  ///
  /// - Complexity: O(*n*) in the bytes of the line.
  package var places: [CSVPlace] {
    var places: [CSVPlace] = []
    places.reserveCapacity(cells.count)
    var counted = 0..<0
    var column = 1
    for cell in cells {
      if counted.lowerBound != cell.lineStart || places.isEmpty {
        counted = cell.lineStart..<cell.lineStart
        column = 1
      }
      column += Self.characters(in: bytes[counted.upperBound..<cell.start])
      counted = cell.lineStart..<cell.start
      places.append(CSVPlace(line: cell.line, column: column))
    }
    return places
  }

  /// How many characters begin among some bytes.
  static func characters(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }
}
