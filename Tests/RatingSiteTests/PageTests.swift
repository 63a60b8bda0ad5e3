import Faults
import Logging
import Packets
import Pages
import RatingSite
import Reproducible
import Testing

@Suite struct PageTests {
  @Test func `everything that is served carries the security headers`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[0])
      for path in ["/", link, link + "/state", link + "/text/0", "/nothing", "/r/unknown/state"] {
        let answer = try await site.get(path)
        for header in SecurityHeaders.common {
          #expect(answer.headers[header.name.lowercased()] == header.value, "\(path)")
        }
        #expect(answer.headers["cache-control"] == "no-store", "\(path)")
        #expect(answer.headers["server"] == nil)
      }
    }
    try made.remove()
  }

  @Test func `an unknown link opens the page that any other address opens`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let elsewhere = try await site.get("/nothing/here")
      #expect(elsewhere.status == 404)
      for token in [
        RaterToken.random().text, "x", "%3Cscript%3E", String(repeating: "a", count: 999),
      ] {
        let answer = try await site.get("/r/\(token)")
        #expect(answer.status == 404)
        #expect(answer.body == elsewhere.body)
      }
      let first = try await site.get("/r/\(RaterToken.random().text)/state")
      let second = try await site.get("/r/\(RaterToken.random().text)/text/0")
      #expect(first.status == 404 && second.status == 404)
      #expect(first.body == second.body)
      #expect(try first.json["remedy"]?.text?.isEmpty == false)
    }
    try made.remove()
  }

  @Test func `a link that was replaced opens nothing`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let old = RatingSite.path(for: made.tokens[0])
      #expect(try await site.get(old + "/state").status == 200)
      try made.packet.setToken(.random(), of: made.raters[0].id)
      #expect(try await site.get(old).status == 404)
      #expect(try await site.get(old + "/text/0").status == 404)
    }
    try made.remove()
  }

  @Test func `the page loads its files from the site alone, and they may be kept for ever`()
    async throws
  {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let page = try await site.get(RatingSite.path(for: made.tokens[0])).text
      let files = page.matches(of: #/(?:href|src)="([^"]+)"/#).map { String($0.output.1) }
      #expect(files.count == 7)
      for file in files {
        #expect(file.hasPrefix("/assets/"))
        let answer = try await site.get(file)
        #expect(answer.status == 200)
        #expect(answer.headers["cache-control"] == "public, max-age=31536000, immutable")
        #expect(!answer.text.contains("innerHTML") && !answer.text.contains("eval("))
      }
      #expect(!page.contains("<script>") && !page.contains("<style") && !page.contains("style="))
      #expect(try #/\son[a-z]+=/#.firstMatch(in: page) == nil, "no inline handler")
      #expect(try await site.get("/assets/0000000000000000/reading.js").status == 404)
    }
    try made.remove()
  }

  @Test func `two raters are served the same but for their texts' order`() async throws {
    let made = try TestPacket(guess: TestPacket.sheet)
    try await SiteClient.with(made.packet) { site in
      let links = made.tokens.map(RatingSite.path)
      let pages = [try await site.get(links[0]), try await site.get(links[1])]
      #expect(pages[0].body == pages[1].body)
      var states: [String] = []
      var texts: [[String]] = []
      for link in links {
        states.append(try await site.get(link + "/state").text)
        var seen: [String] = []
        for position in 0..<TestPacket.texts.count {
          let json = try await site.get(link + "/text/\(position)").json
          #expect(json["position"]?.int == position)
          #expect(json.members?.keys.sorted() == ["position", "text"])
          seen.append(try #require(json["text"]?.text))
        }
        texts.append(seen)
      }
      #expect(states[0] == states[1])
      #expect(texts[0] == TestPacket.texts)
      #expect(texts[1] == TestPacket.texts.reversed())
    }
    try made.remove()
  }

  @Test func `nothing tells a condition, a code, a name, a file or another rater`() async throws {
    let made = try TestPacket(guess: TestPacket.sheet)
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[0])
      var served: [String] = []
      for path in ["/", link, link + "/state", link + "/text/0", link + "/guess", "/nothing"] {
        served.append(try await site.get(path).text)
      }
      let state = try await site.get(link + "/state").json
      #expect(
        state.members?.keys.sorted() == ["closed", "guess", "minutes", "places", "questions"])
      for place in state["places"]?.elements ?? [] {
        #expect(place.members?.keys.sorted() == ["given", "part", "position"])
      }
      let page = served[1]
      for file in page.matches(of: #/(?:href|src)="([^"]+)"/#) {
        served.append(try await site.get(String(file.output.1)).text)
      }
      for word in [
        "condition", "neutral", "leading", "placebo", "baseline", "scenario", "prompt", "variant",
        "replicate", "blind", "trial", "unled", "sqlite", "claim", "distractor", "QZXW", "Anna",
        "Bert", made.packet.path, made.raters[0].id.name, try made.packet.id,
      ] {
        let places = served.indices.filter { served[$0].lowercased().contains(word.lowercased()) }
        #expect(places.isEmpty, "'\(word)' is served")
      }
    }
    try made.remove()
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>",
    "\u{202E}reversed\u{202C} שלום", "bell \u{7} and escape \u{1B}[31m", "{{{token}}} {{text}}",
    "line\r\nnext\u{2028}paragraph",
  ])
  func `hostile text comes through as the text of a JSON value alone`(text: String) async throws {
    let made = try TestPacket(texts: [text])
    try await SiteClient.with(made.packet) { site in
      let link = RatingSite.path(for: made.tokens[0])
      let answer = try await site.get(link + "/text/0")
      #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
      #expect(try answer.json["text"]?.text == text)
      #expect(!answer.body.contains(0))
      let page = try await site.get(link).text
      #expect(!page.contains(text))
    }
    try made.remove()
  }

  @Test func `a port that is taken is named`() async throws {
    let made = try TestPacket()
    try await SiteClient.with(made.packet) { site in
      let second = RatingSite(packet: made.packet, logger: Logger(label: "test"))
      let fault = await #expect(throws: Fault.self) {
        try await second.run(host: "127.0.0.1", port: site.port, stopsOnSignals: false) { _ in }
      }
      #expect(fault?.kind == .unreachable)
      #expect(fault?.place == "127.0.0.1:\(site.port)")
    }
    try made.remove()
  }
}
