package import Reproducible

/// A file that pages load: a stylesheet, a script, an icon.
package struct Asset: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case stylesheet = "text/css; charset=utf-8"
    case script = "text/javascript; charset=utf-8"
    case icon = "image/svg+xml"
  }
  package let name: String
  package let kind: Kind
  package let text: String
  package let digest: Digest

  package init(name: String, kind: Kind, text: String) {
    self.name = name
    self.kind = kind
    self.text = text
    digest = Digest(of: text)
  }

  /// Where the asset is served: another text is another address, so it may be kept for ever.
  package var path: String { "/assets/\(hash)/\(name)" }

  /// The part of the address that changes with the text.
  package var hash: String { String(digest.hex.prefix(16)) }
}

/// All assets of a site.
package struct AssetShelf: Sendable {
  private let byPath: [String: Asset]

  package init(_ assets: [Asset]) {
    byPath = Dictionary(assets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The asset of this name, if its text is still the one that the address was made from.
  package func asset(hash: String, name: String) -> Asset? {
    byPath["/assets/\(hash)/\(name)"]
  }
}
