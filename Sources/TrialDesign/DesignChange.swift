package import Reproducible

/// One difference between two designs.
package struct DesignChange: Hashable, Sendable {
  /// Until when a change may be made.
  package enum Permission: Hashable, Sendable {
    /// More of the same: until the reveal.
    case untilReveal
    /// A rule of the analysis: until the first rating.
    case untilFirstRating
    /// What was asked or how it is rated: never under the same name.
    case never
  }

  /// Where: `scenarios/lighthouse`, `analysis/smallest_effect`.
  package let path: String
  package let before: JSON?
  package let after: JSON?
  package let permission: Permission

  package init(path: String, before: JSON?, after: JSON?, permission: Permission) {
    self.path = path
    self.before = before
    self.after = after
    self.permission = permission
  }

  package var description: String {
    switch (before, after) {
    case (let before?, let after?): "\(path): \(Self.short(before)) -> \(Self.short(after))"
    case (nil, let after?): "\(path): added \(Self.short(after))"
    case (let before?, nil): "\(path): removed \(Self.short(before))"
    case (nil, nil): path
    }
  }

  private static func short(_ json: JSON) -> String {
    let text = json.canonical
    return text.count <= 70 ? text : text.prefix(67) + "..."
  }

  /// All differences between two designs, in the order of their paths.
  package static func between(_ old: Design, _ new: Design) -> [DesignChange] {
    var changes: [DesignChange] = []
    compare(old.json, new.json, path: [], into: &changes)
    return changes.sorted { $0.path < $1.path }
  }

  private static func compare(
    _ old: JSON?, _ new: JSON?, path: [String], into changes: inout [DesignChange]
  ) {
    guard old != new else { return }
    if case .object(let a)? = old, case .object(let b)? = new {
      for key in Set(a.keys).union(b.keys).sorted() {
        compare(a[key], b[key], path: path + [key], into: &changes)
      }
    } else if let a = named(old), let b = named(new) {
      for key in Set(a.keys).union(b.keys).sorted() {
        compare(a[key], b[key], path: path + [key], into: &changes)
      }
      // Wordings are dealt to scenarios by their place: what is added stands after what was there.
      let (before, after) = (ids(old), ids(new))
      let kept = before.filter { b[$0] != nil }
      if !after.starts(with: kept) {
        changes.append(
          DesignChange(
            path: (path + ["order"]).joined(separator: "/"),
            before: .array(before.map(JSON.string)), after: .array(after.map(JSON.string)),
            permission: .never))
      }
    } else {
      changes.append(
        DesignChange(
          path: path.joined(separator: "/"), before: old, after: new,
          permission: permission(path, old, new)))
    }
  }

  /// A list whose elements have ids, by id.
  private static func named(_ json: JSON?) -> [String: JSON]? {
    guard let elements = json?.elements, !elements.isEmpty else { return nil }
    let ids = ids(json)
    guard ids.count == elements.count, Set(ids).count == ids.count else { return nil }
    return Dictionary(uniqueKeysWithValues: zip(ids, elements))
  }

  private static func ids(_ json: JSON?) -> [String] {
    (json?.elements ?? []).compactMap { ($0["id"] ?? $0["question"]?["id"])?.text }
  }

  private static func permission(_ path: [String], _ old: JSON?, _ new: JSON?) -> Permission {
    switch path.first {
    case "analysis": return .untilFirstRating
    case "scenarios" where path.count == 2 && old == nil,
      "models" where path.count == 2 && old == nil:
      return .untilReveal
    case "sampling" where path.last == "replicates", "baselines" where path.last == "replicates",
      "rating" where path.last == "raters_per_output":
      guard let before = old?.int, let after = new?.int, after > before else { return .never }
      return .untilReveal
    default: return .never
    }
  }
}
