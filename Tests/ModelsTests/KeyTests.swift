import Faults
import Models
import Testing

@Suite struct KeyTests {
  private func key(
    _ url: String, _ environment: [String: String], pairs: [String] = []
  ) throws -> String? {
    let ring = KeyRing(environment: environment, pairs: try pairs.map(KeyRing.Pair.init(parsing:)))
    return try ring.key(for: ProviderAddress(parsing: url))?.bearer
  }

  @Test(arguments: KeyRing.knownPairs)
  func `a known host gets its own key and no other`(_ pair: KeyRing.Pair) throws {
    let all = Dictionary(
      uniqueKeysWithValues: KeyRing.knownPairs.map { ($0.variable, "key-of-\($0.variable)") })
    #expect(try key("https://\(pair.host)/v1", all) == "Bearer key-of-\(pair.variable)")
    #expect(try key("https://\(pair.host):8443/v1", all) == "Bearer key-of-\(pair.variable)")
  }

  @Test(arguments: [
    "https://api.openai.com.evil.example/v1", "https://evil-api.openai.com/v1",
    "https://openai.com/v1", "http://127.0.0.1:8080/v1", "https://example.org/api.openai.com",
  ]) func `another host gets none`(_ url: String) throws {
    #expect(try key(url, ["OPENAI_API_KEY": "secret-1"]) == nil)
  }

  @Test(arguments: ["https://API.OpenAI.com/v1", "HTTPS://api.openai.com.:443/v1/"])
  func `spelling does not hide a host`(_ url: String) throws {
    #expect(try key(url, ["OPENAI_API_KEY": "secret-1"]) == "Bearer secret-1")
  }

  @Test(arguments: [nil, "", " \n", "two words", "\u{201C}quoted\u{201D}"])
  func `says which variable to set`(_ value: String?) throws {
    let fault = #expect(throws: Fault.self) {
      try key("https://api.openai.com/v1", value.map { ["OPENAI_API_KEY": $0] } ?? [:])
    }
    #expect(fault?.kind == .keyRefused)
    #expect(fault?.problem.contains("OPENAI_API_KEY") == true)
    #expect(fault?.description.contains("quoted") == false)
  }

  @Test func `nothing is sent over plain http`() throws {
    let fault = #expect(throws: Fault.self) {
      try key("http://api.openai.com/v1", ["OPENAI_API_KEY": "secret-1"])
    }
    #expect(fault?.kind == .keyRefused)
    let paired = #expect(throws: Fault.self) {
      try key("http://example.org/v1", ["MINE": "secret-1"], pairs: ["example.org=MINE"])
    }
    #expect(paired?.kind == .keyRefused)
  }

  @Test(arguments: ["http://127.0.0.1:8080/v1", "http://localhost:8080", "http://[::1]:8080/v1"])
  func `this machine gets a key where it was paired`(_ url: String) throws {
    let host = try ProviderAddress(parsing: url).host
    #expect(try key(url, ["MINE": "secret-1"], pairs: ["\(host)=MINE"]) == "Bearer secret-1")
    #expect(try key(url, ["MINE": "secret-1"], pairs: ["\(host):8080=MINE"]) == "Bearer secret-1")
    #expect(try key(url, ["MINE": "secret-1"], pairs: ["\(host):8081=MINE"]) == nil)
    #expect(try key(url, ["MINE": "secret-1"]) == nil)
  }

  @Test func `the user's own pair comes first, the last of them before the others`() throws {
    let environment = ["OPENAI_API_KEY": "known", "A": "first", "B": "second"]
    let pairs = ["api.openai.com=A", "API.openai.com=B"]
    #expect(try key("https://api.openai.com/v1", environment, pairs: pairs) == "Bearer second")
  }

  @Test(arguments: [
    "", "=", "host=", "=KEY", "host", "a=b=c", "host=2KEY", "host=MY-KEY", "host/path=KEY",
    "me@host=KEY", "https://host=KEY", "ho st=KEY",
  ]) func `a pair has one form`(_ text: String) {
    let fault = #expect(throws: Fault.self) { try KeyRing.Pair(parsing: text) }
    #expect(fault?.kind == .wrongUse)
  }

  @Test func `a key given in place of its variable is not repeated`() {
    let fault = #expect(throws: Fault.self) {
      try KeyRing.Pair(parsing: "api.openai.com=sk-0123456789")
    }
    #expect(fault?.description.contains("0123456789") == false)
  }

  @Test func `a key shows itself nowhere`() throws {
    let key = try #require(APIKey(" sk-0123456789\n"))
    #expect("\(key)" == "(key)")
    #expect(String(reflecting: key) == "(key)")
    #expect(!String(reflecting: [key]).contains("0123456789"))
    var dumped = ""
    dump([key], to: &dumped)
    #expect(!dumped.contains("0123456789"))
    #expect(key.bearer == "Bearer sk-0123456789")
  }

  @Test func `a ring shows none of its keys`() throws {
    let ring = KeyRing(environment: ["OPENAI_API_KEY": "sk-0123456789", "OTHER": "0123456789"])
    var dumped = ""
    dump(ring, to: &dumped)
    #expect(!(dumped + "\(ring)" + String(reflecting: ring)).contains("0123456789"))
    let address = try ProviderAddress(parsing: "https://api.openai.com/v1")
    #expect(ring.variable(for: address) == "OPENAI_API_KEY")
    #expect(try ring.key(for: address) != nil)
  }
}
