package import Faults

/// Keys from the environment, each bound to the host to which alone it is sent.
package struct KeyRing: Sendable, CustomStringConvertible, CustomReflectable {
  /// A host and the environment variable that holds its key.
  package struct Pair: Hashable, Sendable {
    /// A host, or `HOST:PORT`; in lower case.
    package let host: String
    package let variable: String

    package init(host: String, variable: String) {
      self.host = host.lowercased()
      self.variable = variable
    }

    /// Reads `HOST=VARIABLE`.
    ///
    /// - Throws: A fault of kind `wrongUse` where the text has another form.
    package init(parsing text: String) throws(Fault) {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let host = Self.host(parts[0]), Self.isVariable(parts[1]) else {
        throw Fault(
          .wrongUse, at: "--key-for", "this is not a host and a variable.",
          remedy: "write HOST=VARIABLE, as in api.example.org=EXAMPLE_KEY; the key itself stays "
            + "in the environment")
      }
      self.init(host: host, variable: String(parts[1]))
    }

    private static func host(_ text: Substring) -> String? {
      // A text that is no address is no host either: the fault is stated by the caller.
      guard let address = try? ProviderAddress(parsing: "https://\(text)"), address.path.isEmpty
      else { return nil }
      return address.host + (address.port.map { ":\($0)" } ?? "")
    }

    private static func isVariable(_ text: Substring) -> Bool {
      guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
      return text.utf8.allSatisfy {
        switch $0 {
        case 48...57, 65...90, 95, 97...122: true
        default: false
        }
      }
    }
  }

  /// The hosts whose variable is known without being told.
  package static let knownPairs = [
    Pair(host: "api.openai.com", variable: "OPENAI_API_KEY"),
    Pair(host: "openrouter.ai", variable: "OPENROUTER_API_KEY"),
    Pair(host: "api.mistral.ai", variable: "MISTRAL_API_KEY"),
    Pair(host: "api.groq.com", variable: "GROQ_API_KEY"),
    Pair(host: "api.deepseek.com", variable: "DEEPSEEK_API_KEY"),
    Pair(host: "api.together.xyz", variable: "TOGETHER_API_KEY"),
    Pair(host: "generativelanguage.googleapis.com", variable: "GEMINI_API_KEY"),
  ]

  /// What the user paired, before what is known.
  private let pairs: [Pair]
  private let values: [String: String]

  /// Takes the environment and what the user paired.
  ///
  /// - Parameters:
  ///   - environment: Variables by name.
  ///   - pairs: The user's own pairs; a later one takes the place of an earlier one and of a
  ///     known one for the same host.
  package init(environment: [String: String], pairs: [Pair] = []) {
    let all = pairs.reversed() + Self.knownPairs
    let variables = Set(all.map(\.variable))
    self.pairs = all
    values = environment.filter { variables.contains($0.key) }
  }

  package var description: String { "(keys)" }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// The variable that is bound to an address; `nil` where none is.
  package func variable(for address: ProviderAddress) -> String? { pair(for: address)?.variable }

  /// The key to send to an address; `nil` where none is bound to it.
  ///
  /// - Throws: A fault of kind `keyRefused` where a variable is bound to the host and is not set,
  ///   cannot be a key, or would travel unprotected.
  package func key(for address: ProviderAddress) throws(Fault) -> APIKey? {
    guard let pair = pair(for: address) else { return nil }
    guard address.keepsSecrets else {
      throw Fault(
        .keyRefused, at: address.origin, "a key is not sent over plain http.",
        remedy: "write the address with https://")
    }
    guard let value = values[pair.variable], !value.isEmpty else {
      throw Fault(
        .keyRefused, at: address.origin, "\(pair.variable) is not set.",
        remedy: "export \(pair.variable) with the key of this provider, then run this again")
    }
    guard let key = APIKey(value) else {
      throw Fault(
        .keyRefused, at: address.origin,
        "\(pair.variable) holds something that cannot be a key.",
        remedy: "copy the key again, without quotes, blanks or line breaks in it")
    }
    return key
  }

  private func pair(for address: ProviderAddress) -> Pair? {
    let withPort = "\(address.host):\(address.port ?? (address.scheme == .https ? 443 : 80))"
    return pairs.first { $0.host == address.host || $0.host == withPort }
  }
}
