import Foundation

/// The moment that SOURCE_DATE_EPOCH fixes, as tools that build the same files again know it.
///
/// It is the date of reports. The log of a trial keeps the moment itself; only the unattended demo, which
/// is a rehearsal, has it throughout.
///
/// - SeeAlso: <https://reproducible-builds.org/specs/source-date-epoch/>
enum FixedMoment {
  /// `nil` where the variable is missing or holds no whole number of seconds.
  static var given: Date? { moment(in: ProcessInfo.processInfo.environment) }

  /// The moment, in whole seconds since 1970, by the environment.
  static func moment(in environment: [String: String]) -> Date? {
    environment["SOURCE_DATE_EPOCH"].flatMap { Int64($0) }
      .map { Date(timeIntervalSince1970: TimeInterval($0)) }
  }
}
