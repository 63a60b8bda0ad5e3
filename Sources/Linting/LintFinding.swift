package import Cues
package import Reproducible

/// How much a finding weighs.
package enum LintLevel: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Suspicion: a person has to look.
  case note
  case warning
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (first: Self, second: Self) -> Bool { first.rank < second.rank }

  package init(_ confidence: CuePattern.Confidence) {
    switch confidence {
    case .low: self = .note
    case .medium: self = .warning
    case .high: self = .error
    }
  }
}

/// Something that leads, or a pair that is none.
package struct LintFinding: Hashable, Sendable {
  package let level: LintLevel
  /// A cue's number or a rule's name.
  package let code: String
  /// The cue's or the rule's name in words.
  package let name: String
  /// What part it is found in: `the neutral prompt`; empty for a text by itself.
  package let part: String
  package let problem: String
  package let remedy: String
  /// From 1; `nil` where the place in the file is not known.
  package let line: Int?
  package let column: Int?
  /// Unicode scalars before it and before its end.
  package let offsets: Range<Int>?
  /// The line that it stands in, and the characters of it that give it away.
  package let shown: String
  package let marked: Range<Int>

  package init(
    level: LintLevel, code: String, name: String, part: String = "", problem: String,
    remedy: String, line: Int? = nil, column: Int? = nil, offsets: Range<Int>? = nil,
    shown: String = "", marked: Range<Int> = 0..<0
  ) {
    self.level = level
    self.code = code
    self.name = name
    self.part = part
    self.problem = problem
    self.remedy = remedy
    self.line = line
    self.column = column
    self.offsets = offsets
    self.shown = shown
    self.marked = marked
  }

  package var json: JSON {
    var members: [String: JSON] = [
      "level": .string(level.rawValue), "code": .string(code), "name": .string(name),
      "problem": .string(problem), "remedy": .string(remedy),
    ]
    if !part.isEmpty { members["part"] = .string(part) }
    if let line { members["line"] = .integer(line) }
    if let column { members["column"] = .integer(column) }
    if let offsets {
      members["start"] = .integer(offsets.lowerBound)
      members["end"] = .integer(offsets.upperBound)
    }
    return .object(members)
  }
}

/// What is found in one file.
package struct LintedFile: Hashable, Sendable {
  package let name: String
  /// How far a text's wording leads, in 0...1; `nil` for a trial.
  package let score: Double?
  package let isEnglish: Bool
  package var findings: [LintFinding]

  package init(name: String, score: Double?, isEnglish: Bool = true, findings: [LintFinding]) {
    self.name = name
    self.score = score
    self.isEnglish = isEnglish
    self.findings = findings
  }

  /// Whether it is to be mended: a text that leads, or a finding of this level.
  ///
  /// - Parameter level: Without it a text is judged by its score alone, a trial by warnings and errors.
  /// - Returns: Whether it is.
  package func fails(at level: LintLevel? = nil) -> Bool {
    if let score, score >= CueReading.threshold { return true }
    guard let level = level ?? (score == nil ? .warning : nil) else { return false }
    return findings.contains { $0.level >= level }
  }

  package var json: JSON {
    var members: [String: JSON] = [
      "file": .string(name), "findings": .array(findings.map(\.json)),
    ]
    if let score {
      members["score"] = .number(score)
      members["leading"] = .bool(score >= CueReading.threshold)
      members["english"] = .bool(isEnglish)
    }
    return .object(members)
  }
}
