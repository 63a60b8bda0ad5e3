import Faults
import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How long a program takes to show its help, beside a program that does nothing.
struct StartBenchmark: Benchmark {
  let repeats: Int
  let starts: Int
  let program: String

  func section() throws -> Section {
    let nothing =
      FileManager.default.fileExists(atPath: "/bin/true") ? "/bin/true" : "/usr/bin/true"
    var (ours, baseline) = ([[Start]](), [[Start]]())
    for _ in 0..<repeats {
      var starts: (ours: [Start], baseline: [Start]) = ([], [])
      for _ in 0..<self.starts {
        starts.ours.append(try Self.start(program, ["--help"]))
        starts.baseline.append(try Self.start(nothing, []))
      }
      ours.append(starts.ours)
      baseline.append(starts.baseline)
    }
    func figure(_ name: String, _ starts: [[Start]], _ time: (Start) -> Double) -> Figure {
      Figure(name, unit: "ms", starts.map { Quantile.of($0.map(time), at: 0.5) })
    }
    let name = "\(URL(filePath: program).lastPathComponent) --help"
    return Section(
      title: "From start to end of a program, the median of \(starts)",
      figures: [
        figure("\(name), elapsed", ours, \.elapsed),
        figure("baseline: \(nothing), elapsed", baseline, \.elapsed),
        figure("\(name), processor time", ours, \.processor),
        figure("baseline: \(nothing), processor time", baseline, \.processor),
      ])
  }

  /// What one start took, in milliseconds.
  private struct Start {
    let elapsed: Double
    let processor: Double
  }

  /// Starts a program with its output thrown away, and waits for its end.
  private static func start(_ program: String, _ arguments: [String]) throws -> Start {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    #else
    var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    let words = ([program] + arguments).map { strdup($0) }
    let environment = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in words + environment { free(text) } }
    var (identifier, status): (pid_t, Int32) = (0, 0)
    var usage = rusage()
    var code: Int32 = 0
    let time = Elapsed.microseconds {
      code = posix_spawn(&identifier, program, &actions, nil, words + [nil], environment + [nil])
      if code == 0 { while wait4(identifier, &status, 0, &usage) < 0 && errno == EINTR {} }
    }
    guard code == 0, status == 0 else {
      let reason = code == 0 ? "it ended with status \(status)" : String(cString: strerror(code))
      throw Fault(
        .notFound, at: program, "it cannot be measured: \(reason)",
        remedy: "build it first: make release")
    }
    let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    return Start(
      elapsed: time / 1000, processor: Double(seconds) * 1000 + Double(microseconds) / 1000)
  }
}
