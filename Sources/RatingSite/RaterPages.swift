import Pages

/// The site's pages; each is the same for every rater, who meets their own texts by the script.
struct RaterPages: Sendable {
  /// What a rater's link opens.
  let reading: String
  /// What the bare address opens.
  let front: String
  /// What everything else opens, an unknown link among it.
  let unknown: String
  let assets: AssetShelf

  init() throws {
    let styles = [
      SharedAssets.stylesheet,
      Asset(name: "reading.css", kind: .stylesheet, text: ReadingAssets.styles),
    ]
    let scripts = [
      Asset(name: "queue.js", kind: .script, text: ReadingAssets.queue),
      Asset(name: "questions.js", kind: .script, text: ReadingAssets.questions),
      Asset(name: "texts.js", kind: .script, text: ReadingAssets.texts),
      Asset(name: "reading.js", kind: .script, text: ReadingAssets.reading),
    ]
    assets = AssetShelf(styles + scripts + [SharedAssets.icon])
    reading = try Page(
      title: "Reading", stylesheets: styles, scripts: scripts, body: ReadingAssets.body
    ).html()
    let plain = try PageTemplate(
      """
      <main class="column plain-page">
      <h1>{{heading}}</h1>
      {{#lines}}<p>{{.}}</p>
      {{/lines}}</main>
      """)
    func page(_ heading: String, _ lines: [String]) throws -> String {
      try Page(
        title: "Reading", stylesheets: styles,
        body: plain.render(["heading": heading, "lines": lines])
      ).html()
    }
    front = try page(
      "Reading",
      [
        "Texts are read and judged here. To take part you need a link of your own.",
        "Open the link that you were sent, or ask whoever invited you for one.",
      ])
    unknown = try page(
      "Nothing here",
      [
        "This address opens nothing. A link may have been cut short on its way, or replaced by a newer one.",
        "Open the whole link as it was sent, or ask whoever invited you for a new one. What you have already answered is kept.",
      ])
  }
}
