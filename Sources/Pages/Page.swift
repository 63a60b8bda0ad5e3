/// A whole HTML page: what stands in its head, and the body's parts.
package struct Page: Sendable {
  package let title: String
  package let stylesheets: [Asset]
  package let scripts: [Asset]
  package let icon: Asset
  /// HTML, rendered from a template.
  package let body: String

  package init(
    title: String, stylesheets: [Asset], scripts: [Asset] = [], icon: Asset = SharedAssets.icon,
    body: String
  ) {
    self.title = title
    self.stylesheets = stylesheets
    self.scripts = scripts
    self.icon = icon
    self.body = body
  }

  /// The page as HTML.
  ///
  /// - Throws: Mustache's own error; the layout is tested, so it has none.
  package func html() throws -> String {
    try PageTemplate(Self.layout).render([
      "title": title, "icon": icon.path, "stylesheets": stylesheets.map(\.path),
      "scripts": scripts.map(\.path), "body": body,
    ])
  }

  private static let layout = """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex, nofollow">
    <meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
    <title>{{title}}</title>
    <link rel="icon" href="{{icon}}">
    {{#stylesheets}}
    <link rel="stylesheet" href="{{.}}">
    {{/stylesheets}}
    {{#scripts}}
    <script src="{{.}}" defer></script>
    {{/scripts}}
    </head>
    <body>
    {{{body}}}
    </body>
    </html>

    """
}
