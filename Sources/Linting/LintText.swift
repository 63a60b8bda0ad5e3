/// Findings for the eye: the line, what is marked in it, why, and how to mend it.
package struct LintText: Sendable {
  private let bold: @Sendable (String) -> String
  private let faint: @Sendable (String) -> String
  private let columns: Int

  /// - Parameters:
  ///   - columns: How wide a line may be.
  ///   - bold: Makes a text stand out, where the terminal can.
  ///   - faint: Makes it stand back.
  package init(
    columns: Int, bold: @escaping @Sendable (String) -> String,
    faint: @escaping @Sendable (String) -> String
  ) {
    self.columns = columns
    self.bold = bold
    self.faint = faint
  }

  /// Everything that was found, file by file.
  package func text(of files: [LintedFile], showsNotes: Bool) -> String {
    var parts: [String] = []
    for file in files {
      let shown = file.findings.filter { showsNotes || $0.level > .note }
      parts += shown.map { text(of: $0, in: file.name) }
      parts.append(summary(of: file, hidden: file.findings.count - shown.count))
    }
    return parts.joined(separator: "\n")
  }

  private func text(of finding: LintFinding, in file: String) -> String {
    let place = [file, finding.line.map(String.init), finding.column.map(String.init)]
      .compactMap(\.self).joined(separator: ":")
    let part = finding.part.isEmpty ? "" : ", in \(finding.part)"
    var lines = [
      bold("\(place): \(finding.level.rawValue): \(finding.name) [\(finding.code)]") + part
    ]
    if !finding.shown.isEmpty { lines += excerpt(finding) }
    lines += wrapped(finding.problem.capitalizedFirst, after: "  ")
    lines += wrapped("to mend it: \(finding.remedy)", after: "  ").map(faint)
    return lines.joined(separator: "\n") + "\n"
  }

  /// The marked words with as much of their line as there is room for.
  private func excerpt(_ finding: LintFinding) -> [String] {
    let scalars = Array(finding.shown.unicodeScalars)
    let room = max(20, columns - 4)
    let start = min(finding.marked.lowerBound, scalars.count)
    let end = min(max(finding.marked.upperBound, start), scalars.count, start + room)
    let first = max(0, min(start - (room - (end - start)) / 2, scalars.count - room))
    let last = min(scalars.count, first + room)
    var line = String.UnicodeScalarView()
    for scalar in scalars[first..<last] {
      line.append(
        scalar.value < 0x20 || scalar.properties.isDefaultIgnorableCodePoint ? " " : scalar)
    }
    return [
      "    " + String(line),
      "    " + String(repeating: " ", count: start - first)
        + bold(String(repeating: "^", count: max(1, end - start))),
    ]
  }

  private func summary(of file: LintedFile, hidden: Int) -> String {
    let notes =
      hidden == 0 ? "" : " (\(hidden) \(hidden == 1 ? "suspicion" : "suspicions") more: --notes)"
    guard let score = file.score else {
      let count = file.findings.count { $0.level > .note }
      return file.name + ": "
        + (count == 0 ? "no known cue and no fault of pairing" : "\(count) found") + notes
    }
    guard file.isEnglish else { return "\(file.name): not read" }
    let said = score >= 0.5 ? "it leads" : "below 0.5, where a text counts as leading"
    return "\(file.name): score \(Self.twoDigits(score)), \(said)\(notes)"
  }

  private static func twoDigits(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return hundredths >= 100 ? "1.00" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }

  private func wrapped(_ text: String, after indent: String) -> [String] {
    var lines: [String] = []
    var line = indent
    for word in text.split(separator: " ") {
      if line.count + word.count + 1 > columns, line.count > indent.count {
        lines.append(line)
        line = indent
      }
      line += (line.count > indent.count ? " " : "") + word
    }
    return lines + [line]
  }

  /// A line for each finding, as the annotations of a forge's checks are written.
  package static func annotations(of files: [LintedFile]) -> String {
    files.flatMap { file in
      file.findings.map { finding in
        let kind = finding.level == .note ? "notice" : finding.level.rawValue
        var properties = ["file=\(escaped(file.name, isProperty: true))"]
        if let line = finding.line { properties.append("line=\(line)") }
        if let column = finding.column { properties.append("col=\(column)") }
        properties.append("title=\(escaped("\(finding.name) [\(finding.code)]", isProperty: true))")
        let message = "\(finding.problem)\nto mend it: \(finding.remedy)"
        return "::\(kind) \(properties.joined(separator: ","))::\(escaped(message))"
      }
    }.joined(separator: "\n")
  }

  private static func escaped(_ text: String, isProperty: Bool = false) -> String {
    let plain = text.replacing("%", with: "%25").replacing("\r", with: "%0D")
      .replacing("\n", with: "%0A")
    return isProperty ? plain.replacing(":", with: "%3A").replacing(",", with: "%2C") : plain
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
