import Calls
import CurlTransport
import Models
import Testing

@Suite struct OpenAIResponseTests {
  private func completion(
    _ body: String, mode: CallMode = .chat
  ) async throws -> Completion {
    try await OpenAIProvider.sample(CannedTransport(body))
      .complete(.sample(mode: mode), key: .sample).completion
  }

  @Test func `reads OpenAI's chat`() async throws {
    #expect(
      try await completion(Bodies.chat)
        == Completion(
          text: "Hello! How can I assist you today?", finish: .stop,
          reportedModel: "gpt-4.1-2025-04-14", promptTokens: 19, completionTokens: 10,
          fingerprint: "fp_fc9f1d7035"))
  }

  @Test func `reads the refusal where there is no content`() async throws {
    let completion = try await completion(Bodies.refusal)
    #expect(completion.text == "I'm sorry, I cannot assist with that request.")
    #expect(completion.finish == .refused)
  }

  @Test func `tells text that was held back`() async throws {
    let completion = try await completion(Bodies.filtered)
    #expect(completion.text == "")
    #expect(completion.finish == .filtered)
    #expect(completion.promptTokens == nil)
  }

  @Test func `joins a content of several parts`() async throws {
    let completion = try await completion(Bodies.parts)
    #expect(completion.text == "one two")
    #expect(completion.finish == .length)
  }

  @Test func `reads llama.cpp's chat`() async throws {
    #expect(
      try await completion(Bodies.llamaChat)
        == Completion(
          text: "The lamp was made of wood.", finish: .length, reportedModel: "gemma-3-270m",
          promptTokens: 12, completionTokens: 7, fingerprint: "b5843-ef797db3"))
  }

  @Test func `reads raw completions`() async throws {
    let hosted = try await completion(Bodies.completion, mode: .completion)
    #expect(hosted.text == "\n\nThis is indeed a test")
    #expect(hosted.finish == .length)
    let local = try await completion(Bodies.llamaCompletion, mode: .completion)
    #expect(local.text == "")
    #expect(local.finish == .stop)
    #expect(local.completionTokens == 1)
  }

  @Test(arguments: [
    ("\"stop\"", Completion.Finish.stop), ("\"eos\"", .stop), ("\"length\"", .length),
    ("\"content_filter\"", .filtered), ("\"refusal\"", .refused), ("\"tool_calls\"", .unknown),
    ("null", .unknown),
  ]) func `reads why an output ended`(_ reason: String, _ finish: Completion.Finish) async throws {
    let body = "{\"choices\":[{\"text\":\"a\",\"finish_reason\":\(reason)}]}"
    #expect(try await completion(body, mode: .completion).finish == finish)
  }

  @Test func `an odd value beside the output does not lose it`() async throws {
    let body = """
      {"model":7,"system_fingerprint":{},"usage":{"prompt_tokens":"many"},
       "choices":[{"message":{"content":"kept"},"finish_reason":"stop"}]}
      """
    #expect(try await completion(body) == Completion(text: "kept", finish: .stop))
  }

  @Test(arguments: [
    "", "<html>", "{}", "[]", "{\"choices\":[]}", "{\"choices\":[{\"message\":{\"content\":7}}]}",
    "{\"choices\":[{\"message\":{\"content\":\"cut", "\u{0}",
  ]) func `keeps the body of what it cannot read`(_ body: String) async throws {
    let failure = await #expect(throws: CallFailure.self) { try await completion(body) }
    #expect(failure?.kind == .malformed)
    #expect(failure?.body == body)
    #expect(failure?.status == 200)
  }

  @Test func `what a model wrote until it failed is no output`() async throws {
    let body = """
      {"choices":[{"message":{"content":"Once"},"finish_reason":"error",
       "error":{"code":502,"message":"upstream died"}}]}
      """
    let failure = await #expect(throws: CallFailure.self) { try await completion(body) }
    #expect(failure?.kind == .server)
    #expect(failure?.message.contains("upstream died") == true)
    #expect(failure?.body == body)
  }

  @Test func `finds an error behind a good status`() async throws {
    let failure = await #expect(throws: CallFailure.self) {
      try await completion(Bodies.hiddenError)
    }
    #expect(failure?.kind == .rateLimited)
    #expect(failure?.message.contains("Provider returned error") == true)
  }
}
