import Agreement
import ArgumentParser
import Faults
import Foundation
import RatingTables
import Reporting
import Reproducible

/// How far raters agree, from any table of ratings.
struct Agree: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say how far raters agree, from any table of ratings.",
    discussion: """
      A CSV file, long (one line a rating: unit, rater, value) or wide (one line a unit, one column \
      a rater); a spreadsheet saved as CSV will do. Delimiter, header, layout and scale are found \
      out and said, and each can be named. Empty cells are missing ratings, which cost nothing.

        unled agree ratings.csv
        unled agree ratings.csv --scale ordinal -o agreement.html

      The same file and the same seed give the same numbers on every machine.
      """)

  @OptionGroup var options: SharedOptions
  @Argument(help: "The file; - is standard input.", completion: .file(extensions: ["csv", "tsv"]))
  var file: String
  @Option(
    help: "How the result is printed: text, json, csv or html; without it, as -o ends, or text.")
  var format: AgreementFormat?
  @Option(help: "What the ratings are: nominal, ordinal, interval or ratio; without it, a guess.")
  var scale: RatingScale?
  @Option(help: "How the table lies: long, wide or transposed; without it, a guess.")
  var layout: TableLayout?
  @Option(help: ArgumentHelp("The column of the units, by name or number.", valueName: "column"))
  var unit: String?
  @Option(
    help: ArgumentHelp("A long table's column of raters, by name or number.", valueName: "column"))
  var rater: String?
  @Option(
    help: ArgumentHelp("A long table's column of ratings, by name or number.", valueName: "column"))
  var value: String?
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("A wide table's columns that are raters.", valueName: "column"))
  var raters: [String] = []
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "Read only lines with this value, such as question=theme; may be given again.",
      valueName: "column=value"))
  var filters: [String] = []
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The scale's categories in their order, also unused ones.", valueName: "category"))
  var categories: [String] = []
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Further texts that mean a missing rating.", valueName: "text"))
  var missing: [String] = []
  @Option(help: ArgumentHelp("What stands between cells.", valueName: "character"))
  var separator: String?
  @Flag(inversion: .prefixedNo, help: "Whether the first line holds names; without it, a guess.")
  var header: Bool?
  @Option(help: "The confidence level of intervals.") var level: Double = 0.95
  @Option(help: ArgumentHelp("How many resamples alpha's interval has.", valueName: "count"))
  var resamples: Int = 1000
  @Option(help: "What resamples are drawn from.") var seed: UInt64 = 1

  func validate() throws {
    guard level > 0, level < 1 else {
      throw ValidationError("A level lies between 0 and 1, such as 0.95.")
    }
    guard (2...1_000_000).contains(resamples) else {
      throw ValidationError("Draw between 2 and 1,000,000 resamples.")
    }
    for filter in filters where ReadingOptions.Filter(filter) == nil {
      throw ValidationError("'\(filter)' is no condition; write column=value.")
    }
    guard separator?.count ?? 1 == 1 || separator == "\\t" else {
      throw ValidationError("One character stands between cells, such as ';'.")
    }
  }

  func run() async throws {
    let console = Console(options)
    let bytes = try read()
    let table = try RatingTable(
      reading: bytes, named: file == "-" ? "input" : name, options: reading)
    let summary = AgreementSummary(
      of: table,
      options: AgreementOptions(level: level, replicates: resamples, seed: seed))
    try console.write(Self.text(of: summary, as: chosenFormat), madeFrom: source)
  }

  private static func text(of summary: AgreementSummary, as format: AgreementFormat) -> String {
    switch format {
    case .text: summary.text
    case .json: summary.json.pretty
    case .csv: summary.csv
    case .html: AgreementReport(summary).html
    }
  }

  /// The format that was named, or that of the file to write.
  private var chosenFormat: AgreementFormat {
    format ?? options.output.flatMap {
      AgreementFormat(rawValue: URL(filePath: $0).pathExtension.lowercased())
    } ?? .text
  }

  private var name: String { URL(filePath: file).lastPathComponent }

  private var reading: ReadingOptions {
    var reading = ReadingOptions()
    reading.layout = layout
    reading.hasHeader = header
    reading.unit = unit
    reading.rater = rater
    reading.value = value
    reading.raters = raters
    reading.filters = filters.compactMap(ReadingOptions.Filter.init)
    reading.scale = scale
    reading.categories = categories
    reading.missing = missing
    reading.separator = separator.flatMap { $0 == "\\t" ? "\t" : $0.first }
    return reading
  }

  /// The file; `nil` where standard input is read.
  private var source: URL? {
    file == "-" ? nil : URL(filePath: file, relativeTo: options.home)
  }

  private func read() throws -> [UInt8] {
    guard let source else { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: source.path, isDirectory: &isFolder),
      !isFolder.boolValue
    else {
      throw Fault(
        .notFound, at: file, isFolder.boolValue ? "it is a folder" : "there is no such file",
        remedy: "name a CSV file; a spreadsheet saves one by 'Save as'")
    }
    do {
      // Through a handle: pipes and devices are read as files are.
      return [UInt8](try FileHandle(forReadingFrom: source).readToEnd() ?? Data())
    } catch {
      throw Fault(
        .notFound, at: file, "the file cannot be read: \(error.localizedDescription)",
        remedy: "check that it is yours to read")
    }
  }
}

/// How the result of `agree` is printed.
enum AgreementFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, html
}

extension RatingScale: ExpressibleByArgument {}
extension TableLayout: ExpressibleByArgument {}
