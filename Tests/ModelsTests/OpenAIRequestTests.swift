import Calls
import CurlTransport
import LoopbackServer
import Models
import Reproducible
import Testing

@Suite struct OpenAIRequestTests {
  @Test func `a chat is written as canonical JSON`() throws {
    let provider = try OpenAIProvider.sample(CannedTransport(""))
    let call = Call(
      model: "m", mode: .chat,
      messages: [Message(.system, "Be brief."), Message(.user, "Hi\n\"you\"")],
      sampling: Sampling(temperature: 0.7, topP: 0.9, maxTokens: 20, stop: ["END", "\n"]), seed: 7)
    #expect(
      String(decoding: provider.requestBody(for: call), as: UTF8.self) == """
        {"max_tokens":20,"messages":[{"content":"Be brief.","role":"system"},\
        {"content":"Hi\\n\\"you\\"","role":"user"}],"model":"m","seed":7,\
        "stop":["END","\\n"],"temperature":0.7,"top_p":0.9}
        """)
  }

  @Test func `what the trial leaves open is not sent`() throws {
    let provider = try OpenAIProvider.sample(CannedTransport(""))
    let body = try JSON(parsing: provider.requestBody(for: .sample(seed: nil)))
    #expect(
      body.members.map { $0.keys.sorted() }
        == ["max_tokens", "messages", "model", "temperature"])
  }

  @Test func `a document is sent as a prompt`() throws {
    let provider = try OpenAIProvider.sample(CannedTransport(""))
    let body = provider.requestBody(for: .sample("Once", mode: .completion, stop: ["."]))
    #expect(
      String(decoding: body, as: UTF8.self) == """
        {"max_tokens":300,"model":"gemma-3-270m","prompt":"Once","seed":1907,"stop":["."],\
        "temperature":1}
        """)
  }

  @Test func `the longest output has the name that the server knows`() throws {
    let provider = OpenAIProvider(
      baseURL: try ProviderAddress(parsing: "https://api.openai.com/v1"),
      tokenLimit: .maxCompletionTokens, transport: CannedTransport(""))
    let body = try JSON(parsing: provider.requestBody(for: .sample()))
    #expect(body["max_completion_tokens"] == 300)
    #expect(body["max_tokens"] == nil)
  }

  @Test(arguments: [(CallMode.chat, "/v1/chat/completions"), (.completion, "/v1/completions")])
  func `each mode has its own path`(_ mode: CallMode, _ path: String) async throws {
    let text = mode == .chat ? Bodies.chat : Bodies.completion
    let server = try LoopbackServer(replies: Reply(text: text))
    defer { server.stop() }
    let client = CurlClient()
    let provider = try OpenAIProvider.sample(client, url: server.url + "/v1/", key: APIKey("k-1"))
    let call = Call.sample(mode: mode)
    let exchange = try await provider.complete(call, key: .sample)
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.target == path)
    #expect(request.header("Content-Type") == "application/json")
    #expect(request.header("Authorization") == "Bearer k-1")
    #expect(request.body == provider.requestBody(for: call))
    #expect(exchange.response == text)
  }

  @Test func `without a key no authorization is sent`() async throws {
    let transport = CannedTransport(Bodies.chat)
    _ = try await OpenAIProvider.sample(transport).complete(.sample(), key: .sample)
    let names = transport.requests.first?.headers.map { $0.name.lowercased() }
    #expect(names?.contains("authorization") == false)
  }

  @Test func `a key is never sent where others can read it`() async throws {
    let transport = CannedTransport(Bodies.chat)
    let provider = try OpenAIProvider.sample(
      transport, url: "http://api.example.org/v1", key: APIKey("a-long-secret"))
    let failure = await #expect(throws: CallFailure.self) {
      try await provider.complete(.sample(), key: .sample)
    }
    #expect(failure?.kind == .key)
    #expect(transport.requests.isEmpty)
  }
}
