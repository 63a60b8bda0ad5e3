import Faults
import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What this process has used so far.
enum Processor {
  /// What the maker calls it.
  static var name: String {
    #if os(Linux)
    // Where the system does not say, it has no name.
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = lines.split(separator: "\n").first { $0.hasPrefix("model name") }
    let name = line?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
    return name ?? "an unnamed processor"
    #else
    var text = [UInt8](repeating: 0, count: 256)
    var size = text.count
    guard sysctlbyname("machdep.cpu.brand_string", &text, &size, nil, 0) == 0 else {
      return "an unnamed processor"
    }
    return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    #endif
  }

  /// Processor time of all threads, in the program and in the system, in microseconds.
  static var microseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }

  /// Does some work and says how much processor time it took.
  ///
  /// - Returns: What the work gives, and the time in microseconds.
  static func measuring<Result>(
    _ work: () throws -> Result
  ) rethrows -> (result: Result, microseconds: Double) {
    let before = microseconds
    let result = try work()
    return (result, microseconds - before)
  }

  /// The most memory that was resident at once, in MiB.
  static func peakMebibytes() throws -> Double {
    #if os(Linux)
    // Not from `getrusage`: there a child begins with its parent's peak.
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kibibytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first,
      let peak = Double(kibibytes)
    else { throw unknownPeak }
    return peak / 1024
    #else
    var usage = rusage()
    guard getrusage(RUSAGE_SELF, &usage) == 0 else { throw unknownPeak }
    return Double(usage.ru_maxrss) / 1_048_576
    #endif
  }

  private static let unknownPeak = Fault(
    .internalFault, at: "unled-bench", "the system does not say how much memory was used",
    remedy: "leave the runner out: name the others by --only")
}

/// How long something takes on the wall.
enum Elapsed {
  /// Does some work and says how long it took, in microseconds.
  static func microseconds(_ work: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(work) / .microseconds(1)
  }
}

/// The limit of open files, which a thousand connections exceed where it is 1,024 or less.
enum OpenFiles {
  /// Raises the limit as far as is needed and allowed.
  static func allowMany() {
    #if canImport(Glibc)
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
    let kind = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(kind, &limit) == 0, limit.rlim_cur < 4096 else { return }
    limit.rlim_cur = min(4096, limit.rlim_max)
    setrlimit(kind, &limit)
  }
}
