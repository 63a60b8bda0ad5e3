import Faults

/// Whether numbers have a comma or a point before their decimals.
struct DecimalSign {
  let isComma: Bool
  /// What might be mistaken.
  let doubt: String?

  /// Looks through columns.
  ///
  /// - Throws: ``Faults`` where some numbers have a comma and some a point, or where the sign may
  ///   as well set thousands apart.
  init(of valueColumns: [Int], in columns: Columns) throws(Faults) {
    var comma: Columns.Cell?
    var point: Columns.Cell?
    var mayBeThousands = true
    for column in valueColumns {
      for (number, text) in columns.texts[column].all.enumerated() {
        let (hasComma, hasPoint) = (
          CellReader.hasDecimalComma(text), CellReader.hasDecimalPoint(text)
        )
        guard hasComma || hasPoint else { continue }
        if comma == nil, hasComma { comma = Self.cell(of: number, column, in: columns) }
        if point == nil, hasPoint { point = Self.cell(of: number, column, in: columns) }
        mayBeThousands = mayBeThousands && CellReader.maySetThousandsApart(text)
      }
    }
    isComma = comma != nil
    func text(_ cell: Columns.Cell) -> String { columns.text(cell.row, cell.column) }
    if let comma, let point {
      throw Faults([
        Fault(
          .badInput, at: columns.places(of: [comma])[0],
          "'\(text(comma))' has a decimal comma, and '\(text(point))' in line "
            + "\(columns.lines[point.row]) a decimal point", remedy: "write all numbers in one way")
      ])
    }
    guard let cell = comma ?? point, mayBeThousands else {
      doubt = nil
      return
    }
    // A point is a decimal point where commas part the cells.
    guard isComma || columns.separator == ";" else {
      doubt =
        "numbers such as '\(text(cell))' were taken to have three decimals: where the point sets "
        + "thousands apart, take it out"
      return
    }
    throw Faults([
      Fault(
        .badInput, at: columns.places(of: [cell])[0],
        "'\(text(cell))' may have three decimals or a sign between its thousands, as all numbers "
          + "with a sign in this table",
        remedy: "write thousands without a sign, or decimals with a "
          + (isComma ? "point" : "comma") + " in all numbers")
    ])
  }

  private static func cell(of text: Int, _ column: Int, in columns: Columns) -> Columns.Cell? {
    columns.cells[column].firstIndex(of: Int32(text)).map { Columns.Cell(row: $0, column: column) }
  }
}
