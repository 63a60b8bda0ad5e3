import Faults
import Models
import Testing

@Suite struct ProviderAddressTests {
  @Test(arguments: [
    ("https://api.openai.com/v1", "https://api.openai.com/v1"),
    ("HTTPS://API.openai.com/v1/", "https://api.openai.com/v1"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
    ("http://[::1]:80/a/b", "http://[::1]:80/a/b"),
    ("https://host.:1/V1//", "https://host:1/V1"),
    ("http://gpu_box/~me/v1", "http://gpu_box/~me/v1"),
  ]) func `reads plain addresses`(_ text: String, _ whole: String) throws {
    #expect(try ProviderAddress(parsing: text).description == whole)
  }

  @Test(arguments: [
    "", "api.openai.com/v1", "ftp://host/", "https://", "https:///v1", "https://:80/",
    "https://user@host/", "https://user:secret@host/", "https://host\\@evil/", "https://host?a=b",
    "https://host/#a", "https://host/a b", "https://host\n/", "https://host:0/",
    "https://host:65536/", "https://host:+80/", "https://host:8x/", "https://a:1:2/",
    "https://[::1", "https://[::1]x/", "https://[1]/", "https://hÖst/", "https://ho%73t/",
    "https://api.openai.com\u{3002}evil.org/",
  ]) func `refuses whatever readers could read in two ways`(_ text: String) {
    let fault = #expect(throws: Fault.self) { try ProviderAddress(parsing: text) }
    #expect(fault?.kind == .badInput)
    #expect(fault?.description.contains("secret") == false)
  }

  @Test(arguments: [
    ("http://127.0.0.1/", true), ("http://127.8.9.10/", true), ("http://localhost:1/", true),
    ("http://[::1]/", true), ("http://127.0.0.1.evil.org/", false), ("http://127.0.0/", false),
    ("http://localhost.evil.org/", false), ("http://128.0.0.1/", false), ("http://[::2]/", false),
  ]) func `knows this machine`(_ text: String, _ isLoopback: Bool) throws {
    let address = try ProviderAddress(parsing: text)
    #expect(address.isLoopback == isLoopback)
    #expect(address.keepsSecrets == isLoopback)
  }
}
