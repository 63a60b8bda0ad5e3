import Foundation

/// A script that computes a statistic as it is usually done.
enum BaselineScript: String, Sendable {
  case alpha = "alpha.py"
  case icc = "icc.py"
  case mixedModel = "lmm.R"
  case signs = "signs.py"
}

/// What a script says of itself.
struct BaselineReport: Decodable, Sendable {
  let versions: String
  let threads: String
  let runs: [MeasuredRun]
}

/// The usual implementations, in Python and R.
///
/// Python's packages are installed once, into an environment of their own; R is taken as it is
/// found.
struct Baselines: Sendable {
  /// Why there is nothing to compare with.
  struct Missing: Error {
    let reason: String
  }

  /// The folder of Python's environment.
  let environment: String
  let workplace: Workplace

  private static let scripts = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Baselines")

  /// Runs a script on data.
  ///
  /// - Throws: ``Missing`` where it cannot be had, or fails.
  func report(
    of script: BaselineScript, on csv: String, options: [String]
  ) throws -> BaselineReport {
    let data = workplace.newPath()
    defer { workplace.remove(data) }
    try csv.write(toFile: data, atomically: false, encoding: .utf8)
    let path = Self.scripts.appending(path: script.rawValue).path
    let interpreter = script == .mixedModel ? try rscript() : try python()
    let output = try run([interpreter, path, data] + options, named: script.rawValue)
    guard let report = try? JSONDecoder().decode(BaselineReport.self, from: output) else {
      throw Missing(reason: "\(script.rawValue) printed no report")
    }
    return report
  }

  private func rscript() throws -> String {
    let test = "quit(status = if (requireNamespace('lmerTest', quietly = TRUE)) 0 else 1)"
    guard (try? run(["Rscript", "-e", test], named: "Rscript")) != nil else {
      throw Missing(
        reason: "there is no R with lmerTest; install them: apt-get install r-cran-lmertest")
    }
    return "Rscript"
  }

  private func python() throws -> String {
    let interpreter = "\(environment)/bin/python"
    let wanted = Self.scripts.appending(path: "requirements.txt")
    let installed = URL(filePath: environment).appending(path: "requirements.txt")
    if FileManager.default.contentsEqual(atPath: wanted.path, andPath: installed.path) {
      return interpreter
    }
    print("\nInstalling numpy, pandas and pingouin into \(environment)")
    _ = try run(["python3", "-m", "venv", environment], named: "python3 -m venv")
    let install = [interpreter, "-m", "pip", "install", "--quiet", "-r", wanted.path]
    _ = try run(install, named: "pip install")
    // Copied last: its presence says that all was installed.
    try? FileManager.default.removeItem(at: installed)
    try FileManager.default.copyItem(at: wanted, to: installed)
    return interpreter
  }

  /// Runs a program, looked for on the path, and gives what it printed.
  private func run(_ words: [String], named name: String) throws -> Data {
    let paths = (output: workplace.newPath(), faults: workplace.newPath())
    defer {
      workplace.remove(paths.output)
      workplace.remove(paths.faults)
    }
    for path in [paths.output, paths.faults] {
      try Data().write(to: URL(filePath: path))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    // What is set for other machines makes numpy's linear algebra slow on this one.
    process.environment = ProcessInfo.processInfo.environment.filter {
      !$0.key.hasPrefix("OPENBLAS_")
    }.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: paths.output)
    process.standardError = FileHandle(forWritingAtPath: paths.faults)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let faults = (try? String(contentsOfFile: paths.faults, encoding: .utf8)) ?? ""
      let last = faults.split(separator: "\n").last.map { ": \($0)" } ?? ""
      throw Missing(reason: "\(name) ended with status \(process.terminationStatus)\(last)")
    }
    return try Data(contentsOf: URL(filePath: paths.output))
  }
}
