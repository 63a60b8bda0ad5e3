// swift-tools-version:6.2
import PackageDescription

/// Warnings are errors where CI builds; a user's toolchain may know more of them than ours.
let strict: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// A room: what it may reach stands here, and nowhere else.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A room's tests.
func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], data: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.init(stringLiteral: name)] + dependencies,
    exclude: data, swiftSettings: strict)
}

extension Target.Dependency {
  static let argumentParser = Self.product(
    name: "ArgumentParser", package: "swift-argument-parser")
  static let crypto = Self.product(name: "Crypto", package: "swift-crypto")
  static let grdb = Self.product(name: "GRDB", package: "GRDB.swift")
  static let hummingbird = Self.product(name: "Hummingbird", package: "hummingbird")
  static let logging = Self.product(name: "Logging", package: "swift-log")
  static let mustache = Self.product(name: "Mustache", package: "swift-mustache")
  static let serviceLifecycle = Self.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
  static let unixSignals = Self.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
  static let yams = Self.product(name: "Yams", package: "Yams")
}

let package = Package(
  name: "unled",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "unled", targets: ["unled"]),
    .library(name: "UnledStatistics", targets: ["Statistics"]),

  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    room("Faults"),
    room("Reproducible", [.crypto]),
    room("Calls", ["Reproducible"]),
    room("Cues"),
    room("Questions", ["Faults", "Reproducible"]),
    room("Databases", ["Faults", .grdb]),
    room("Packets", ["Databases", "Faults", "Questions", "Reproducible", .grdb]),
    room(
      "TrialDesign", ["Calls", "Cues", "Faults", "Questions", "Reproducible", "Tables", .yams]),
    room(
      "Record", ["Calls", "Databases", "Faults", "Locks", "Reproducible", "TrialDesign", .grdb]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    room("Locks"),
    room("CurlTransport", ["CCurl", "Faults", "Locks"]),
    room("Models", ["Calls", "CurlTransport", "Faults", "Reproducible"]),
    room(
      "Running", ["Calls", "Faults", "Models", "Record", "Reproducible", "TrialDesign", .logging]),
    room("Linting", ["Cues", "Faults", "Questions", "Reproducible", "TrialDesign"]),
    room("Drafting", ["Cues", "Questions", "Reproducible"]),
    room("Statistics", ["Reproducible"]),
    room("NamedStatistics", ["Faults", "Reproducible", "Statistics"]),
    room(
      "Analysis", ["Faults", "Questions", "Reproducible", "Statistics", "TrialDesign"]),
    room("Blinding", ["Faults", "Packets", "Questions", "Reproducible", "TrialDesign"]),
    room("Tables", ["Faults", "Reproducible"]),
    room("Terminal"),
    room("RatingTables", ["Faults", "Statistics", "Tables"]),
    room("Agreement", ["RatingTables", "Reproducible", "Statistics", "Tables", "Terminal"]),
    room(
      "AnalysisTables",
      [
        "Analysis", "Faults", "Questions", "RatingTables", "Reproducible", "Tables", "TrialDesign",
      ]),
    room(
      "Rating", ["Faults", "Packets", "Questions", "Reproducible", "Tables", "Terminal"]),
    room("Pages", ["Reproducible", .mustache]),
    room(
      "RatingSite",
      [
        "Faults", "Packets", "Pages", "Questions", "Rating", "Reproducible", .hummingbird, .logging,
        .serviceLifecycle, .unixSignals,
      ]),
    room(
      "Reporting",
      [
        "Agreement", "Analysis", "AnalysisTables", "Questions", "RatingTables", "Reproducible",
        "Statistics", "TrialDesign", .mustache,
      ]),
    room(
      "Trials",
      [
        "Analysis", "Blinding", "Calls", "CurlTransport", "Faults", "Models", "Packets",
        "Questions", "Record", "Reporting", "Reproducible", "Running", "TrialDesign",
      ]),
    .executableTarget(
      name: "unled",
      dependencies: [
        "Agreement", "Analysis", "AnalysisTables", "Calls", "Cues", "CurlTransport", "Drafting",
        "Faults", "Linting",
        "Models", "NamedStatistics", "Packets", "Questions", "Rating", "RatingSite", "RatingTables",
        "Record",
        "Reporting", "Reproducible", "Running", "Terminal", "TrialDesign", "Trials",
        .argumentParser, .logging,
      ], swiftSettings: strict),
    .executableTarget(
      name: "unled-bench",
      dependencies: [
        "Analysis", "Calls", "CurlTransport", "Faults", "Models", "Packets", "Questions", "Record",
        "Reproducible", "Running", "Statistics", "TrialDesign", .argumentParser, .grdb, .logging,
      ],
      // Scripts in Python and R, which the benchmarks run beside our own statistics.
      exclude: ["Baselines"], swiftSettings: strict),

    .target(
      name: "LoopbackServer", dependencies: ["CurlTransport", "Locks"],
      path: "Tests/LoopbackServer",
      swiftSettings: strict),
    tests(
      of: "Agreement", ["RatingTables", "Reproducible", "Statistics"], data: ["Snapshots"]),
    tests(of: "Analysis", ["Faults", "Questions", "Reproducible", "Statistics", "TrialDesign"]),
    tests(
      of: "AnalysisTables",
      ["Analysis", "Faults", "Questions", "Reporting", "Reproducible", "TrialDesign"]),
    tests(of: "Calls", ["Reproducible"]),
    tests(of: "Cues"),
    tests(of: "Drafting", ["Cues", "Linting", "Questions", "Reproducible", "TrialDesign"]),
    tests(of: "Linting", ["Cues", "Faults", "Questions", "Reproducible", "TrialDesign"]),
    tests(of: "Blinding", ["Faults", "Packets", "Questions", "Reproducible", "TrialDesign"]),
    tests(of: "CurlTransport", ["Faults", "Locks", "LoopbackServer"]),
    tests(of: "Databases", ["Faults", .grdb]),
    tests(of: "Faults"),
    tests(
      of: "Models", ["Calls", "CurlTransport", "Faults", "Locks", "LoopbackServer", "Reproducible"]),
    tests(of: "Packets", ["Databases", "Faults", "Questions", "Reproducible", .grdb]),
    tests(of: "Pages"),
    tests(of: "Questions", ["Faults", "Reproducible"]),
    tests(
      of: "Rating", ["Faults", "Packets", "Questions", "Reproducible", "Tables", "Terminal"]),
    tests(of: "RatingTables", ["Faults", "Reproducible", "Statistics"]),
    tests(
      of: "RatingSite", ["Faults", "Packets", "Pages", "Questions", "Reproducible", .logging]),
    tests(
      of: "Reporting",
      [
        "Agreement", "Analysis", "Questions", "RatingTables", "Reproducible", "Statistics",
        "TrialDesign",
      ],
      data: ["Snapshots"]),
    tests(
      of: "Record",
      ["Calls", "Databases", "Faults", "Reproducible", "TrialDesign", .grdb]),
    tests(of: "Reproducible"),
    tests(
      of: "Running",
      [
        "Calls", "Faults", "Locks", "Models", "Record", "Reproducible", "TrialDesign", .grdb,
        .logging,
      ]),
    tests(of: "Statistics", ["Reproducible"], data: ["Golden"]),
    tests(of: "NamedStatistics", ["Faults", "Reproducible"]),
    tests(of: "Tables", ["Faults", "Reproducible"]),
    tests(of: "Terminal"),
    tests(
      of: "TrialDesign", ["Calls", "Faults", "Questions", "Reproducible"], data: ["Snapshots"]),
    tests(
      of: "Trials",
      [
        "Analysis", "Calls", "Faults", "Models", "Packets", "Questions", "Record", "Reproducible",
        "Running", "Statistics", "TrialDesign", .logging,
      ]),
    .testTarget(
      name: "WholePathTests",
      dependencies: [
        "Analysis", "Calls", "LoopbackServer", "Models", "Packets", "Questions", "Rating", "Record",
        "Reproducible", "Running", "TrialDesign", "Trials", "unled", .logging,
      ], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
