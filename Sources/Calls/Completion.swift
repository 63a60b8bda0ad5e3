/// What a model brought back.
package struct Completion: Hashable, Sendable {
  package enum Finish: String, Hashable, Sendable {
    /// The model ended by itself or at a stop text.
    case stop
    /// The output was cut at the longest length.
    case length
    /// The provider held text back.
    case filtered
    /// The model declined, and the provider said so.
    case refused
    /// The provider did not say why it ended.
    case unknown
  }

  package let text: String
  package let finish: Finish
  /// The model's name and version as the provider reported them.
  package let reportedModel: String?
  /// Tokens read and written, where the provider counts them.
  package let promptTokens: Int?
  package let completionTokens: Int?
  /// A mark of the provider's build, where there is one.
  package let fingerprint: String?

  package init(
    text: String, finish: Finish, reportedModel: String? = nil, promptTokens: Int? = nil,
    completionTokens: Int? = nil, fingerprint: String? = nil
  ) {
    self.text = text
    self.finish = finish
    self.reportedModel = reportedModel
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
    self.fingerprint = fingerprint
  }
}

/// Why a call brought nothing back: data, which is recorded.
package struct CallFailure: Error, Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// Too many calls; the provider asks to wait.
    case rateLimited = "rate limited"
    /// The provider's own fault, 500 and above.
    case server
    /// Nobody answered: refused, unknown host, broken connection.
    case unreachable
    /// No answer in time.
    case timedOut = "timed out"
    /// A key is missing or was refused.
    case key
    /// The provider does not accept the call as it stands.
    case rejected
    /// The answer could not be read.
    case malformed
    /// A recording holds no such call.
    case notRecorded = "not recorded"
  }

  package let kind: Kind
  /// The HTTP status, where there was one.
  package let status: Int?
  /// What happened, without keys.
  package let message: String
  /// How long the provider asks to wait before the next try.
  package let retryAfter: Duration?
  /// The body as it came, without keys, where there was one.
  package let body: String?

  package init(
    _ kind: Kind, status: Int? = nil, message: String, retryAfter: Duration? = nil,
    body: String? = nil
  ) {
    self.kind = kind
    self.status = status
    self.message = message
    self.retryAfter = retryAfter
    self.body = body
  }
}

/// A completion with what went over the wire, for the record.
package struct Exchange: Hashable, Sendable {
  package let completion: Completion
  /// The response body as it came.
  package let response: String
  /// The HTTP status; 200 where nothing went over a wire.
  package let status: Int

  package init(completion: Completion, response: String, status: Int = 200) {
    self.completion = completion
    self.response = response
    self.status = status
  }
}
