import Calls
import Faults
import Models
import Reproducible
import Testing

@Suite struct RecordingTests {
  private static let line = RecordingLine(
    key: CallKey(model: ModelID("gemma"), replicate: 2), call: Call.sample().hash,
    model: "gemma-3-270m", quantisation: "Q8_0", server: "llama.cpp b5843",
    sampling: Sampling(temperature: 0.7, topP: 0.9, maxTokens: 300, stop: ["END"]), seed: 1907,
    date: "2026-03-07", run: "ab12", finish: .length, text: "A \"lamp\"\n\u{2028}shone.",
    promptTokens: 12, completionTokens: 7)

  @Test func `a line is canonical JSON`() {
    #expect(
      Self.line.json.canonical == """
        {"call":"\(Call.sample().hash.hex)","completion_tokens":7,"date":"2026-03-07",\
        "finish":"length","model":"gemma-3-270m","model_id":"gemma","prompt_tokens":12,\
        "quantisation":"Q8_0","replicate":2,"run":"ab12","sampling":{"max_tokens":300,\
        "stop":["END"],"temperature":0.7,"top_p":0.9},"seed":1907,"server":"llama.cpp b5843",\
        "text":"A \\"lamp\\"\\n\u{2028}shone."}
        """)
  }

  @Test func `what is written is read again`() throws {
    let short = RecordingLine(
      of: .sample("other", seed: nil), key: .sample,
      completion: Completion(text: "", finish: .stop),
      date: "2026-03-07")
    let recording = Recording([Self.line, short])
    let again = try Recording(parsing: recording.text)
    #expect(again == recording)
    #expect(again.lines == [Self.line, short])
    #expect(again.text == recording.text)
  }

  @Test func `blank lines, foreign line ends and unknown members do no harm`() throws {
    let canonical = Self.line.json.canonical
    let text = "\n" + canonical.dropLast() + ",\"note\":null,\"seed\":1907}\r\n  \n"
    #expect(try Recording(parsing: text).lines == [Self.line])
  }

  @Test func `states every fault with its line`() throws {
    let good = Self.line.json.canonical
    let text = """
      \(good)
      not json
      [1]
      \(good)
      {"model_id":7,"replicate":0,"call":"abc","finish":"done","sampling":{"stop":[1]},"seed":"x"}
      """
    let faults = #expect(throws: Faults.self) { try Recording(parsing: text, file: "r.jsonl") }
    let all = try #require(faults?.all)
    #expect(all.prefix(3).map(\.place) == ["r.jsonl:2", "r.jsonl:3", "r.jsonl:4"])
    #expect(all[2].problem == "line 1 already holds this call.")
    #expect(all.dropFirst(3).allSatisfy { $0.place == "r.jsonl:5" })
    let named = all.dropFirst(3).compactMap {
      $0.problem.split(separator: "'").first.map(String.init)
    }
    #expect(
      named == [
        "model_id", "replicate", "call", "finish", "model", "date", "text", "seed",
        "sampling.temperature", "sampling.max_tokens", "sampling.stop",
      ])
    #expect(all.allSatisfy { $0.kind == .badInput && !$0.remedy.isEmpty })
  }

  @Test func `plays back the line of a call`() async throws {
    let provider = RecordedProvider(Recording([Self.line]))
    let exchange = try await provider.complete(
      .sample(), key: CallKey(model: ModelID("gemma"), replicate: 2))
    #expect(exchange.completion.text == Self.line.text)
    #expect(exchange.completion.finish == .length)
    #expect(exchange.completion.reportedModel == "gemma-3-270m")
    #expect(exchange.completion.completionTokens == 7)
    #expect(exchange.response == Self.line.json.canonical)
  }

  @Test(arguments: [
    (Call.sample(), CallKey(model: ModelID("gemma"), replicate: 1)),
    (.sample(), CallKey(model: ModelID("other"), replicate: 2)),
    (.sample("Write a story!"), CallKey(model: ModelID("gemma"), replicate: 2)),
    (.sample(seed: 1908), CallKey(model: ModelID("gemma"), replicate: 2)),
  ]) func `names a call that it lacks`(_ call: Call, _ key: CallKey) async throws {
    let provider = RecordedProvider(Recording([Self.line]))
    let failure = await #expect(throws: CallFailure.self) {
      try await provider.complete(call, key: key)
    }
    #expect(failure?.kind == .notRecorded)
    let message = try #require(failure?.message)
    #expect(message.contains("'\(key.model)'"))
    #expect(message.contains("replicate \(key.replicate)"))
    #expect(message.contains(call.hash.hex.prefix(12)))
  }

  @Test func `the first of two lines for one call is kept`() {
    let other = RecordingLine(
      of: .sample(), key: Self.line.key, completion: Completion(text: "late", finish: .stop),
      date: "2026-03-08")
    #expect(Recording([Self.line, other]).lines == [Self.line])
  }
}
