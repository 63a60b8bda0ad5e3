/// One event of a stream that a page listens to.
package struct ServerSentEvent: Hashable, Sendable {
  /// The media type of such a stream.
  package static let mediaType = "text/event-stream; charset=utf-8"
  /// A line that keeps a quiet connection open and that pages never see.
  package static let keepAlive = ": still here\n\n"

  /// The kind of event, as the page listens for it; `message` where empty.
  package let name: String
  package let data: String

  package init(name: String = "", data: String) {
    self.name = name
    self.data = data
  }

  /// The event as it goes over the wire: a line break in it can start no line of another kind.
  package var text: String {
    let label = name.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    let lines = data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return (label.isEmpty ? "" : "event: \(label)\n")
      + lines.map { "data: \($0)\n" }.joined() + "\n"
  }
}
