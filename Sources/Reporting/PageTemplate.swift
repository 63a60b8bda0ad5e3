import Mustache

/// The frame of each page: what is ours stands here, what is filled in is escaped.
enum PageTemplate {
  /// The frame of a trial's report.
  static let report = template(
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>{{title}}</title>
    <style>
    {{{style}}}
    </style>
    </head>
    <body>
    <header>
    {{{opening}}}
    </header>
    <nav aria-label="Chapters">
    <ul>
    {{#chapters}}
    <li><a href="#{{id}}">{{title}}</a></li>
    {{/chapters}}
    </ul>
    </nav>
    <main>
    {{{sections}}}
    </main>
    <footer>
    <p>{{closing}}</p>
    </footer>
    </body>
    </html>

    """)

  private static func template(_ text: String) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: text)
    } catch {
      preconditionFailure("the page's frame is no template: \(error)")
    }
  }
}
