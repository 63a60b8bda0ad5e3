package import Faults
import Foundation
import Questions
import Reproducible
import Yams

/// A trial file that was read: the trial, and what its author may want to know.
package struct ReadTrial: Sendable {
  package let trial: Trial
  /// Where the file says that its models are reached; no part of the design.
  package let addresses: [ModelAddress]
  /// Findings that are no faults.
  package let warnings: [Fault]
  /// The files that the trial names, with their bytes as text.
  package let files: [NamedText]
  private let places: [String: String]

  /// Reads a trial file.
  ///
  /// Syntax is reported first and alone; then every other fault at once, sorted by line.
  ///
  /// - Parameters:
  ///   - text: The trial file's text.
  ///   - name: What the file is called in faults: `trial.yaml`.
  ///   - source: How to reach the files that it names.
  /// - Throws: ``Faults`` of kind `badInput`.
  package init(parsing text: String, name: String = "trial.yaml", source: FileSource) throws(Faults)
  {
    let root = try YAMLGuard.root(of: text, file: name)
    let reader = TrialReader(nodes: NodeReader(file: name, text: text), source: source)
    let read = reader.trial(root)
    let faults = reader.nodes.sortedFaults
    guard faults.isEmpty, let read else {
      throw Faults(
        faults.isEmpty
          ? [Fault(.internalFault, at: name, "the file cannot be read", remedy: "report this")]
          : faults)
    }
    trial = read.trial
    addresses = read.addresses
    warnings = reader.nodes.warnings
    files = reader.files.values.sorted { $0.name < $1.name }
    places = reader.places
  }

  /// Says that a part of this trial waits, with the place at which it stands.
  package func fault(of waiting: Waiting) -> Fault {
    Fault(
      .badInput, at: places[waiting.key] ?? waiting.key, waiting.problem, remedy: waiting.remedy)
  }
}

/// Reads the sections of a trial file; each section's own reading is in an extension.
final class TrialReader {
  let nodes: NodeReader
  private let source: FileSource
  private(set) var files: [String: NamedText] = [:]
  /// Where keys stand whose parts of a trial may have to wait, by key.
  private(set) var places: [String: String] = [:]

  init(nodes: NodeReader, source: FileSource) {
    self.nodes = nodes
    self.source = source
  }

  static let mostScenarios = 10_000
  static let mostWordings = 1000
  static let mostRuns = 1_000_000

  private static let required = [
    "unled", "name", "observation", "scenarios", "conditions", "models", "sampling", "rating",
    "analysis",
  ]
  private static let optional = [
    "source", "licence", "wordings", "baselines", "claim", "script", "controls", "replicates",
  ]

  func trial(_ root: Node) -> (trial: Trial, addresses: [ModelAddress])? {
    guard
      let members = nodes.members(
        of: root, what: "the trial", required: Self.required, optional: Self.optional)
    else { return nil }
    if let version = members["unled"],
      version.scalar?.string != "1" || version.scalar?.style != .plain
    {
      nodes.fail(
        version, "the file's version is \(nodes.quoted(version))", remedy: "write 'unled: 1'")
    }
    let name = members["name"].flatMap { nodes.name($0, what: "the trial's name") }
    let observation = members["observation"].flatMap {
      nodes.text($0, what: "the observation", isProse: true)
    }
    let scenarios = members["scenarios"].flatMap(scenarios)
    let script = members["script"].map(script) ?? PlacedScript()
    let claim = members["claim"].flatMap(self.claim)
    let read = members["conditions"].flatMap { self.conditions($0, claim: claim) }
    let conditions = read?.wordings
    let models = members["models"].flatMap(models)
    let dealing =
      members["wordings"].flatMap { nodes.choice($0, what: "wordings", as: WordingDealing.self) }
      ?? .rotate
    let sampling = members["sampling"].flatMap(sampling)
    let baselines = members["baselines"].map {
      self.baselines(
        $0, models: models?.map(\.spec), scenarios: scenarios,
        replicates: sampling?.replicates ?? 1)
    }
    let rating = members["rating"].flatMap(rating)
    let controls = members["controls"].map(controls)
    let analysis = members["analysis"].flatMap { node in
      self.analysis(node, questions: rating?.questions ?? [])
    }
    if let reference = analysis?.reference, let baselines, !baselines.isEmpty,
      let node = members["baselines"]
    {
      nodes.fail(
        node, "there are baselines and the reference \(reference)",
        remedy: "keep one of the two: presence is measured against a single thing")
    }
    if let conditions, let scenarios {
      checkSlots(conditions, scenarios: scenarios, script: script)
    }
    let source = members["source"].flatMap { nodes.text($0, what: "the source", isProse: true) }
    let licence = members["licence"].flatMap(licence)
    let parent = members["replicates"].flatMap(parent)
    guard let name, let observation, let scenarios, let conditions, let models, let sampling,
      let rating, let analysis, nodes.faults.isEmpty
    else { return nil }
    let trial = Trial(
      name: name, observation: observation,
      source: source, licence: licence, scenarios: scenarios,
      conditions: conditions.mapValues { $0.map(\.wording) }, generated: read?.generated ?? [:],
      dealing: dealing, baselines: baselines ?? [], claim: claim, models: models.map(\.spec),
      sampling: sampling, script: script.script, rating: rating, controls: controls ?? [],
      analysis: analysis, replicates: parent)
    if trial.trialModels.isEmpty, let node = members["models"] {
      nodes.fail(
        node, "every model serves a baseline alone", remedy: "add a model for the trial itself")
    }
    checkConversation(trial, members: members, conditions: conditions)
    if trial.analysis.looks == .anytime, let node = members["analysis"] {
      checkAnytime(trial, node)
    }
    if RunPlan.count(of: trial) > Double(Self.mostRuns), let node = members["sampling"] {
      nodes.fail(
        node, "the trial would have \(Numerals.fixed(RunPlan.count(of: trial), decimals: 0)) runs",
        remedy: "ask for at most \(Self.mostRuns): fewer replicates, or fewer scenarios")
    }
    return nodes.faults.isEmpty ? (trial, models.compactMap(\.address)) : nil
  }

  /// An interval that holds at all times takes scenario differences one after another.
  private func checkAnytime(_ trial: Trial, _ node: Node) {
    let fewest = AnalysisPlan.Looks.fewestScenarios
    if trial.scenarios.count < fewest {
      nodes.fail(
        node,
        "looking at any time needs \(fewest) scenarios, and there are \(trial.scenarios.count)",
        remedy: "add scenarios, or plan the looks: looks: [0.5, 0.75]")
    }
    if let baseline = trial.primaryBaseline, !baseline.isPaired {
      nodes.fail(
        node,
        "looking at any time needs a baseline text for each scenario, which '\(baseline.id)' has not",
        remedy: "pair the baseline, give a reference, or plan the looks: looks: [0.5, 0.75]")
    }
    if trial.analysis.models == .likeThese {
      nodes.fail(
        node, "looking at any time goes with 'models: these': it takes no variance between models",
        remedy: "write 'models: these', or plan the looks: looks: [0.5, 0.75]")
    }
    if trial.wordingCount >= 5 {
      nodes.fail(
        node,
        "looking at any time goes by scenario, and with five wordings the wording is what is sampled",
        remedy: "plan the looks: looks: [0.5, 0.75]")
    }
  }

  /// Remembers where a key stands.
  func note(_ key: String, _ node: Node?) {
    if let node { places[key] = nodes.place(of: node) }
  }

  // MARK: Files

  /// A text that stands in the trial file or in a file that it names: `text` or `{file: path}`.
  func inlineOrFile(_ node: Node, what: String, mayBeEmpty: Bool = false) -> String? {
    guard let mapping = node.mapping, mapping["file"] != nil else {
      return nodes.text(node, what: what, mayBeEmpty: mayBeEmpty, isProse: true)
    }
    return fileNamed(in: node, what: what)?.text
  }

  /// The file that `{file: path}` names.
  func fileNamed(in node: Node, what: String) -> NamedText? {
    guard let members = nodes.members(of: node, what: what, required: ["file"]),
      let pathNode = members["file"],
      let path = nodes.text(pathNode, what: "the file's name")
    else { return nil }
    return file(path, at: pathNode)
  }

  /// The files of a folder, in the order of their names.
  func folder(_ node: Node, what: String) -> [NamedText]? {
    guard let path = nodes.text(node, what: what) else { return nil }
    do throws(Fault) {
      let names = try source.list(path).get()
      guard !names.isEmpty else {
        nodes.fail(node, "the folder '\(path)' is empty", remedy: "put a text file a text into it")
        return nil
      }
      return names.compactMap { file("\(path)/\($0)", at: node) }
    } catch {
      nodes.fail(node, "'\(path)': \(error.problem)", remedy: error.remedy)
      return nil
    }
  }

  private func file(_ path: String, at node: Node) -> NamedText? {
    guard path != nodes.file else {
      nodes.fail(node, "the file names itself", remedy: "name the file that holds the text")
      return nil
    }
    do throws(Fault) {
      let data = try source.read(path).get()
      guard data.count <= YAMLGuard.largestFile else {
        nodes.fail(
          node, "'\(path)' has \(data.count) bytes",
          remedy: "keep it under \(YAMLGuard.largestFile >> 20) MiB")
        return nil
      }
      guard let raw = String(data: data, encoding: .utf8) else {
        nodes.fail(node, "'\(path)' is no UTF-8 text", remedy: "save it as plain text in UTF-8")
        return nil
      }
      guard !raw.unicodeScalars.contains("\0") else {
        nodes.fail(
          node, "'\(path)' has the control character U+0000", remedy: "save it as plain text")
        return nil
      }
      // The same text, however an editor ends its lines.
      let text = String(YAMLGuard.withoutMark(raw).map { $0 == "\r\n" ? "\n" : $0 })
      let file = NamedText(name: path, text: text)
      files[path] = file
      guard !text.trimmingWhitespace().isEmpty else {
        nodes.fail(node, "'\(path)' is empty", remedy: "write its text, or remove the file")
        return nil
      }
      return file
    } catch {
      nodes.fail(node, "'\(path)': \(error.problem)", remedy: error.remedy)
      return nil
    }
  }
}
