import Pages
import Testing

@Suite struct AssetTests {
  @Test func `another text is another address`() {
    let first = Asset(name: "a.css", kind: .stylesheet, text: "a {}")
    let second = Asset(name: "a.css", kind: .stylesheet, text: "b {}")
    #expect(first.path == "/assets/\(first.hash)/a.css")
    #expect(first.hash.count == 16)
    #expect(first.path != second.path)
  }

  @Test func `a shelf gives an asset only by the hash of its text`() {
    let asset = Asset(name: "a.js", kind: .script, text: "a()")
    let shelf = AssetShelf([asset])
    #expect(shelf.asset(hash: asset.hash, name: "a.js") == asset)
    #expect(shelf.asset(hash: "0000000000000000", name: "a.js") == nil)
    #expect(shelf.asset(hash: asset.hash, name: "../a.js") == nil)
  }

  @Test func `the shared styles know both light and dark and load nothing`() {
    let styles = SharedAssets.stylesheet.text
    #expect(styles.contains("prefers-color-scheme: dark"))
    #expect(styles.contains(":focus-visible"))
    #expect(!styles.contains("url(") && !styles.contains("@import") && !styles.contains("http"))
  }
}
