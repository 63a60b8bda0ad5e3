package import Faults
package import Reproducible
import Calls

extension RecordingLine {
  /// The line as JSON; its canonical text is the line of the file.
  package var json: JSON {
    var members: [String: JSON] = [
      "model_id": .string(key.model.name), "replicate": .integer(key.replicate),
      "call": .string(call.hex), "model": .string(model), "sampling": sampling.json,
      "date": .string(date), "finish": .string(finish.rawValue), "text": .string(text),
    ]
    if let quantisation { members["quantisation"] = .string(quantisation) }
    if let server { members["server"] = .string(server) }
    if let seed { members["seed"] = .integer(seed) }
    if let run { members["run"] = .string(run) }
    if let promptTokens { members["prompt_tokens"] = .integer(promptTokens) }
    if let completionTokens { members["completion_tokens"] = .integer(completionTokens) }
    return .object(members)
  }

  /// Reads one line; members it does not know are passed over.
  ///
  /// - Parameters:
  ///   - text: The line.
  ///   - place: File and line, for faults.
  /// - Throws: Every fault of the line at once.
  package init(parsing text: String, at place: String) throws(Faults) {
    // What the parser says of the text helps nobody who has the line before them.
    guard let json = try? JSON(parsing: text), json.members != nil else {
      throw Faults([
        Fault(
          .badInput, at: place, "this line is no JSON object.",
          remedy: "write one object a line, without line breaks inside, or remove the line")
      ])
    }
    var reader = MemberReader(json: json, place: place)
    let sampling = reader.required("sampling", "an object") { $0.members == nil ? nil : $0 }
    var settings = MemberReader(json: sampling ?? .object([:]), place: place, parent: "sampling")
    let temperature = settings.required("temperature", "a number", \.double)
    let maxTokens = settings.required("max_tokens", "a whole number", \.int)
    let topP = settings.optional("top_p", "a number", \.double)
    let stop = settings.optional("stop", "a list of texts") { json in
      json.elements.flatMap { list in
        let texts = list.compactMap(\.text)
        return texts.count == list.count ? texts : nil
      }
    }
    if sampling == nil { settings.faults = [] }
    let id = reader.required("model_id", "a text", \.text)
    let replicate = reader.required("replicate", "a whole number from 1") { json in
      json.int.flatMap { $0 >= 1 ? $0 : nil }
    }
    let call = reader.required("call", "64 hexadecimal digits") { json in
      json.text.flatMap(Digest.init(hex:))
    }
    let finish = reader.required("finish", "stop, length, filtered, refused or unknown") { json in
      json.text.flatMap(Completion.Finish.init(rawValue:))
    }
    let model = reader.required("model", "a text", \.text)
    let date = reader.required("date", "a text", \.text)
    let output = reader.required("text", "a text", \.text)
    let quantisation = reader.optional("quantisation", "a text", \.text)
    let server = reader.optional("server", "a text", \.text)
    let seed = reader.optional("seed", "a whole number", \.int)
    let run = reader.optional("run", "a text", \.text)
    let promptTokens = reader.optional("prompt_tokens", "a whole number", \.int)
    let completionTokens = reader.optional("completion_tokens", "a whole number", \.int)
    let faults = reader.faults + settings.faults
    guard faults.isEmpty, let id, let replicate, let call, let finish, let model, let date,
      let output, let temperature, let maxTokens
    else { throw Faults(faults) }
    self.init(
      key: CallKey(model: ModelID(id), replicate: replicate), call: call, model: model,
      quantisation: quantisation, server: server,
      sampling: Sampling(
        temperature: temperature, topP: topP, maxTokens: maxTokens, stop: stop ?? []),
      seed: seed, date: date, run: run, finish: finish, text: output,
      promptTokens: promptTokens, completionTokens: completionTokens)
  }
}

/// Reads the members of an object and gathers what is wrong with them.
private struct MemberReader {
  let json: JSON
  let place: String
  var parent: String?
  var faults: [Fault] = []

  init(json: JSON, place: String, parent: String? = nil) {
    self.json = json
    self.place = place
    self.parent = parent
  }

  mutating func required<Value>(
    _ name: String, _ form: String, _ read: (JSON) -> Value?
  ) -> Value? {
    guard let member = json[name], member != .null else {
      add("'\(path(name))' is missing.", remedy: "add it; it is \(form)")
      return nil
    }
    return value(of: member, name, form, read)
  }

  /// A member that may be missing or `null`.
  mutating func optional<Value>(
    _ name: String, _ form: String, _ read: (JSON) -> Value?
  ) -> Value? {
    guard let member = json[name], member != .null else { return nil }
    return value(of: member, name, form, read)
  }

  private mutating func value<Value>(
    of member: JSON, _ name: String, _ form: String, _ read: (JSON) -> Value?
  ) -> Value? {
    if let value = read(member) { return value }
    let shown = member.canonical.prefix(40)
    add("'\(path(name))' is \(shown), which is not \(form).", remedy: "write \(form)")
    return nil
  }

  private mutating func add(_ problem: String, remedy: String) {
    faults.append(Fault(.badInput, at: place, problem, remedy: remedy))
  }

  private func path(_ name: String) -> String { parent.map { "\($0).\(name)" } ?? name }
}
