/// Where a text says what wrote it.
struct SelfNaming: Sendable {
  /// Phrases by their first word; the longest is tried first.
  private var phrases: [String: [[String]]] = [:]

  /// Takes the names of the model, beside the list that holds for all.
  init(modelNames: [String]) {
    phrases = Self.builtIn
    for name in modelNames {
      let words = Word.all(in: name).map(\.folded)
      guard let first = words.first else { continue }
      phrases[first] = ((phrases[first] ?? []) + [words]).sorted { $0.count > $1.count }
    }
  }

  /// Which words of a text name what wrote it: one flag a word.
  func found(in words: [Word]) -> [Bool] {
    let folded = words.map(\.folded)
    var found = [Bool](repeating: false, count: words.count)
    for start in folded.indices {
      if let length = longestPhrase(at: start, in: folded) {
        for index in start..<start + length { found[index] = true }
      } else if Self.names.contains(folded[start]) || Self.isVersionedName(folded[start])
        || Self.commonNames.contains(folded[start]) && Self.isMeant(at: start, in: folded)
      {
        found[start] = true
      } else if start > 0, found[start - 1], Self.isVersion(folded[start]) {
        found[start] = true
      }
    }
    return found
  }

  private func longestPhrase(at start: Int, in folded: [String]) -> Int? {
    phrases[folded[start]]?.first { phrase in
      start + phrase.count <= folded.count
        && phrase.indices.allSatisfy { folded[start + $0] == phrase[$0] }
    }?.count
  }

  /// A name and a version written together, such as `gpt4o`.
  private static func isVersionedName(_ word: String) -> Bool {
    guard let digit = word.firstIndex(where: \.isNumber) else { return false }
    let name = String(word[..<digit])
    return names.contains(name) || commonNames.contains(name)
  }

  /// `3`, `5`, `4o`, `70b`: what may follow a name.
  private static func isVersion(_ word: String) -> Bool {
    word.count <= 4 && word.first?.isNumber == true
  }

  /// Whether a name that is also a common word or a person's is meant as what wrote the text.
  private static func isMeant(at index: Int, in folded: [String]) -> Bool {
    if index + 1 < folded.count, isVersion(folded[index + 1]) { return true }
    return introductions.contains { words in
      index >= words.count && Array(folded[index - words.count..<index]) == words
    }
  }

  // MARK: The list

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Names that mean nothing else.
  private static let names = Set(
    words(
      """
      chatgpt gpt openai anthropic deepmind deepseek qwen mixtral eleutherai huggingface chatglm \
      zhipu xai smollm tinyllama internlm wizardlm stablelm codellama palm2 lamda
      """))

  /// Names that are also words, people's names, or firms that do much else.
  private static let commonNames = Set(
    words(
      """
      claude gemini gemma bard llama mistral grok copilot vicuna minimax phi falcon pythia olmo nova kimi \
      ernie bing cortana siri alexa sydney pi yi jamba alpaca google meta microsoft apple amazon \
      nvidia ibm alibaba baidu cohere tencent bytedance moonshot
      """))

  private static let introductions = [
    "i am", "i m", "im", "my name is", "call me", "trained by", "developed by", "created by",
    "made by", "built by", "a model by", "a model from", "hello from",
  ].map(words)

  private static let builtIn: [String: [[String]]] = {
    let leads = [
      "as", "i am", "i m", "im", "i am just", "i m just", "i am only", "i m only", "i was",
      "being", "since i am", "because i am",
    ]
    let cores = [
      "ai", "ai language model", "ai model", "ai assistant", "ai chatbot", "ai system",
      "ai program", "ai text model", "artificial intelligence",
      "artificial intelligence language model", "artificial intelligence model", "language model",
      "large language model", "llm", "chatbot", "virtual assistant", "computer program",
      "language ai", "text based ai", "machine learning model", "neural network", "ai developed",
      "ai created", "ai trained", "conversational ai",
    ]
    var all = leads.flatMap { lead in
      ["a", "an"].flatMap { article in cores.map { "\(lead) \(article) \($0)" } }
    }
    all += [
      "ai language model", "large language model", "my training data",
      "my knowledge cutoff", "my knowledge cut off", "chat gpt",
      "open ai", "hugging face", "eleuther ai", "google ai", "google deepmind", "google bard",
      "google gemini", "meta ai", "mistral ai", "microsoft copilot", "github copilot", "bing chat",
      "alibaba cloud", "tongyi qianwen", "moonshot ai", "inflection ai", "character ai",
      "stability ai", "x ai", "zhipu ai", "ernie bot", "amazon q",
    ]
    return Dictionary(grouping: all.map(words), by: { $0.first ?? "" })
      .mapValues { $0.sorted { $0.count > $1.count } }
  }()
}
