import Testing

@testable import Drafting

@Suite struct SavedChatTests {
  @Test(arguments: [
    ("Tell me a story.\nMake it short.", "Tell me a story.\nMake it short.", 1),
    (
      "User: Tell me a story.\nAssistant: Once there was a hen.\nUser: Really?", "Tell me a story.",
      2
    ),
    ("A chat of May\n\nYou: Tell me\na story.\n\nChatGPT: Once.", "Tell me\na story.", 1),
    (#"[{"role": "system", "content": "x"}, {"role": "user", "content": "Tell."}]"#, "Tell.", 1),
    (
      #"{"messages": [{"role": "user", "content": [{"type": "text", "text": "Tell."}]}]}"#, "Tell.",
      1
    ),
  ])
  func `the first turn of the person is taken`(_ text: String, _ prompt: String, _ turns: Int) {
    let chat = SavedChat(text)
    #expect(chat?.prompt == prompt)
    #expect(chat?.turns == turns)
  }

  @Test(arguments: ["", "  \n ", "Assistant: Hello.", "[]"])
  func `a chat without a person is none`(_ text: String) {
    #expect(SavedChat(text) == nil)
  }
}
