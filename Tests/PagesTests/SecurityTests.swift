import Pages
import Testing

@Suite struct SecurityTests {
  @Test func `the policy lets nothing in but the site itself`() {
    let directives = SecurityHeaders.contentSecurityPolicy.split(separator: "; ").map(String.init)
    #expect(directives.first == "default-src 'none'")
    for directive in [
      "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data:",
      "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'",
    ] {
      #expect(directives.contains(directive))
    }
    #expect(!SecurityHeaders.contentSecurityPolicy.contains("unsafe"))
    let headers = Dictionary(
      uniqueKeysWithValues: SecurityHeaders.common.map { ($0.name, $0.value) })
    #expect(headers["X-Content-Type-Options"] == "nosniff")
    #expect(headers["Referrer-Policy"] == "no-referrer")
  }

  @Test(
    arguments: [
      ("127.0.0.1:8080", "http://127.0.0.1:8080", nil),
      ("rating.example.org", "https://rating.example.org", "same-origin"),
      ("rating.example.org", "https://rating.example.org:443", nil),
      ("Laptop.local:80", "http://laptop.LOCAL", nil),
      ("[::1]:9000", "http://[::1]:9000", "same-origin"),
    ] as [(String, String, String?)])
  func `a page of the site may send`(host: String, origin: String, fetchSite: String?) {
    #expect(SameOrigin.allows(host: host, origin: origin, fetchSite: fetchSite))
  }

  @Test(
    arguments: [
      ("127.0.0.1:8080", "http://evil.example", nil),
      ("127.0.0.1:8080", "http://127.0.0.1:8081", nil),
      ("127.0.0.1:8080", "null", nil),
      ("127.0.0.1:8080", nil, nil),
      (nil, "http://127.0.0.1:8080", nil),
      ("", "http://", nil),
      ("a.example", "http://a.example.evil.example", nil),
      ("a.example", "ftp://a.example", nil),
      ("a.example", "https://a.example", "cross-site"),
      ("a.example", "https://a.example", "same-site"),
    ] as [(String?, String?, String?)])
  func `any other page may not`(host: String?, origin: String?, fetchSite: String?) {
    #expect(!SameOrigin.allows(host: host, origin: origin, fetchSite: fetchSite))
  }

  @Test(arguments: ["localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:1"])
  func `loopback is known by its names`(host: String) {
    #expect(SameOrigin.isLoopback(host: host))
  }

  @Test(arguments: [
    "evil.example", "127.0.0.1.evil.example", "localhost.evil:80", "10.0.0.1", "", nil,
  ])
  func `other names are not loopback`(host: String?) {
    #expect(!SameOrigin.isLoopback(host: host))
  }

  @Test func `a line break in an event starts no line of another kind`() {
    let event = ServerSentEvent(name: "done\nevent: other", data: "one\ndata\r\nevent: evil\rid: 7")
    let lines = event.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "event: doneeventother")
    #expect(lines.dropFirst().dropLast(2).allSatisfy { $0.hasPrefix("data: ") })
    #expect(!event.text.unicodeScalars.contains("\r"))
    #expect(event.text.hasSuffix("\n\n"))
    #expect(ServerSentEvent(data: "1").text == "data: 1\n\n")
  }
}
