import Pages
import Testing

@Suite struct HTMLTests {
  @Test(arguments: [
    ("a < b & c", "a &lt; b &amp; c"),
    ("\" onclick='x'", "&quot; onclick=&#39;x&#39;"),
    ("<script>", "&lt;script&gt;"),
    ("line\nnext\ttab", "line\nnext\ttab"),
    ("zero \u{0} escape \u{1B} delete \u{7F}", "zero \u{FFFD} escape \u{FFFD} delete \u{FFFD}"),
    ("שלום, café", "שלום, café"),
  ])
  func `text is made harmless`(text: String, expected: String) {
    #expect(HTMLText.escaped(text) == expected)
  }

  @Test(arguments: ["<", ">", "&", "\"", "'"], ["\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}"])
  func `a combining mark does not hide a character of markup`(mark: String, combining: String)
    throws
  {
    let rendered = try PageTemplate("{{text}}").render(["text": mark + combining])
    #expect(!rendered.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
    #expect(rendered.unicodeScalars.first == "&" && rendered.unicodeScalars.contains(";"))
  }

  @Test func `a template escapes what is put in, and takes parts that are HTML already`() throws {
    let template = try PageTemplate(
      "<p title=\"{{title}}\">{{{part}}}{{#list}}<i>{{.}}</i>{{/list}}</p>")
    #expect(
      template.render(["title": "\"><b>", "part": "<b>kept</b>", "list": ["<", "b"]])
        == "<p title=\"&quot;&gt;&lt;b&gt;\"><b>kept</b><i>&lt;</i><i>b</i></p>")
  }

  @Test func `a broken template is an error`() {
    #expect(throws: (any Error).self) { try PageTemplate("{{#open}}") }
  }

  @Test func `a page names its files and holds no script or style of its own`() throws {
    let script = Asset(name: "page.js", kind: .script, text: "start()")
    let html = try Page(
      title: "A & B", stylesheets: [SharedAssets.stylesheet], scripts: [script],
      body: "<main></main>"
    ).html()
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(html.contains("<title>A &amp; B</title>"))
    #expect(html.contains("<script src=\"\(script.path)\" defer></script>"))
    #expect(html.contains("href=\"\(SharedAssets.stylesheet.path)\""))
    #expect(html.contains("<main></main>"))
    #expect(!html.contains("<script>") && !html.contains("<style") && !html.contains("style="))
    #expect(!html.contains("//"), "nothing is fetched from elsewhere")
  }
}
