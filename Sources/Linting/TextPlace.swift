/// Where in a text something stands.
struct TextPlace: Hashable, Sendable {
  /// Unicode scalars before it.
  let offset: Int
  /// From 1.
  let line: Int
  /// In Unicode scalars, from 1.
  let column: Int
}
