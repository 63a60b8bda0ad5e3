import Calls
import Reproducible
import Testing

@Suite struct CallTests {
  private func call(
    model: String = "m", temperature: Double = 0.8, seed: Int? = 7, text: String = "Hello.",
    stop: [String] = ["\n"]
  ) -> Call {
    Call(
      model: model, mode: .completion, messages: [Message(.user, text)],
      sampling: Sampling(temperature: temperature, maxTokens: 40, stop: stop), seed: seed)
  }

  @Test func `the canonical text of a call is a promise to every recording`() {
    #expect(
      call().json.canonical
        == #"{"messages":[{"role":"user","text":"Hello."}],"mode":"completion","model":"m","#
        + #""sampling":{"max_tokens":40,"stop":["\n"],"temperature":0.8},"seed":7}"#)
    #expect(
      call().hash.hex == "29b4a3e6a96b2c5d77bb8bb56f8b7bcf1756b003990919cce8c2219e228b67c7")
  }

  @Test func `whatever decides the output decides the hash`() {
    let hashes = [
      call(), call(model: "n"), call(temperature: 0.9), call(seed: 8), call(seed: nil),
      call(text: "Hello"), call(stop: []),
    ].map(\.hash)
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func `a temperature of 1 and of 1.0 are one call`() {
    #expect(call(temperature: 1).hash == call(temperature: 1.0).hash)
    #expect(call(temperature: 1).json.canonical.contains("\"temperature\":1}"))
  }
}
