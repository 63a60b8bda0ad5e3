import Faults
import Reproducible

extension StatisticInput {
  /// Checks the members of one of several forms that an input can have.
  ///
  /// - Parameters:
  ///   - needed: What this form cannot do without.
  ///   - optional: What it may have besides.
  ///   - form: What decided on the form, for the message, such as `kind 'icc_test'`.
  /// - Throws: `Fault` of kind `badInput` where a member is missing or is of no use.
  func requireMembers(
    _ needed: [String], optional: [String] = [], for form: String
  ) throws(Fault) {
    for key in needed where !has(key) {
      throw Self.fault(
        at: [key], "'\(key)' is missing: \(form) needs it",
        "give \(needed.map { "'\($0)'" }.joined(separator: ", "))")
    }
    for key in members.keys.sorted() where has(key) && !(needed + optional).contains(key) {
      throw Self.fault(
        at: [key], "\(form) has no use for '\(key)'", "leave it out, or choose another form")
    }
  }
}
