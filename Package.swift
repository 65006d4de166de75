// swift-tools-version: 6.2

import PackageDescription

/// One list for every Swift target, so that none is held to less than the others.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The templates of the release's page, each of which a pipeline file can replace.
let pageTemplates = [
  "index", "style", "headlines", "changes", "charts", "tables", "table", "files", "citation",
  "feed",
]

func layer(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, exclude: [String] = [], _ dependencies: Target.Dependency...) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "takedowns",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // System libraries and the one C header.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CLibIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(
      name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibSQLite3", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CByteScan"),

    // What the stages stand on.
    layer("Bytes", "CByteScan"),
    layer("Tabular", "Bytes"),
    layer("Digests", "CLibCrypto"),
    layer("XMLStreaming", "CLibXML2", "Bytes", "Tabular"),
    layer("Containers", "CLibArchive", "CLibZ", "Bytes"),
    layer("TextDecoding", "Bytes"),
    layer(
      "Spreadsheets", "CLibArchive", "CLibXML2", "TakedownModel", "Bytes", "Tabular"),
    layer("TakedownModel", "Bytes"),

    // The stages: none imports another.
    layer(
      "Ingestion", "TakedownModel", "Bytes", "Tabular", "XMLStreaming", "TextDecoding",
      "Spreadsheets"),
    layer("Normalization", "CLibIDN2", "TakedownModel", "Bytes", "Tabular"),
    layer("Comparison", "TakedownModel", "Bytes", "Tabular"),
    .target(
      name: "Publication", dependencies: ["ReleaseModel", "TakedownModel", "Bytes", "Tabular"],
      resources: [
        .embedInCode("Messages/english.json"), .embedInCode("Headlines/headlines.schema.json"),
      ], swiftSettings: settings),

    // The release, and the formats that it is written in: none knows another.
    layer("ReleaseModel", "TakedownModel", "Tabular"),
    layer("Datasets", "ReleaseModel", "TakedownModel", "Tabular", "Digests"),
    layer("Databases", "CLibSQLite3", "ReleaseModel", "Tabular", "Bytes"),
    layer("Pictures", "ReleaseModel", "TakedownModel", "Tabular"),
    layer("Workbooks", "CLibXLSXWriter", "CLibZ", "ReleaseModel", "TakedownModel", "Bytes"),
    .target(
      name: "Pages",
      dependencies: [
        "ReleaseModel", "Tabular", "TakedownModel",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: pageTemplates.map { .embedInCode("Templates/\($0).mustache") },
      swiftSettings: settings),

    // What must not stand in a release.
    layer("PrivateNames", "Bytes"),

    // What changed between two runs, and why.
    layer("Revisions", "TakedownModel", "Bytes", "Tabular"),

    // What was said in public, checked.
    layer("Claims", "TakedownModel", "Tabular"),

    // What has to be hidden so that small counts stay hidden.
    layer("DisclosureControl"),

    // Names for accounts that only holders of a key can compare.
    layer("Pseudonyms", "CLibCrypto", "Bytes"),

    // Made-up logs, for trying the product and measuring it.
    layer("SampleLogs", "Bytes"),

    // The order of the stages, files and folders, and the command.
    .target(
      name: "TakedownPipeline",
      dependencies: [
        "TakedownModel", "Bytes", "Tabular", "Digests", "Containers", "Ingestion",
        "Normalization", "Comparison", "Publication", "Pseudonyms", "Revisions",
        "Claims", "DisclosureControl", "ReleaseModel", "Datasets", "Databases",
        "Pictures", "Workbooks", "Pages", "PrivateNames",
      ],
      resources: [.embedInCode("Presets/presets.json")], swiftSettings: settings),
    .executableTarget(
      name: "takedowns",
      dependencies: [
        "TakedownPipeline", "TakedownModel", "Tabular", "Pseudonyms", "SampleLogs", "Revisions",
        "Claims",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["ReleaseModel", "TakedownModel", "Bytes", "Tabular"],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("TakedownModelTests", "TakedownModel"),
    tests("TabularTests", "Tabular", "Bytes"),
    tests("XMLStreamingTests", "XMLStreaming", "Tabular", "Bytes"),
    tests("ContainersTests", "Containers", "CLibArchive", "Bytes"),
    tests("TextDecodingTests", "TextDecoding", "Bytes"),
    tests(
      "SpreadsheetsTests", "Spreadsheets", "CLibArchive", "TakedownModel", "Tabular", "Bytes"),
    tests("IngestionTests", "Ingestion", "Tabular", "Bytes", "TakedownModel"),
    tests(
      "NormalizationTests", exclude: ["Vectors"], "Normalization", "Tabular", "Bytes",
      "TakedownModel"),
    tests("ComparisonTests", "Comparison", "Tabular", "Bytes", "TakedownModel"),
    tests("ClaimsTests", "Claims", "Tabular", "TakedownModel"),
    tests("DisclosureControlTests", "DisclosureControl"),
    tests("PseudonymsTests", "Pseudonyms", "Bytes"),
    tests("PrivateNamesTests", "PrivateNames"),
    tests("RevisionsTests", "Revisions", "Tabular", "Bytes", "TakedownModel"),
    tests("ReleaseModelTests", "ReleaseModel", "Tabular"),
    tests("PicturesTests", "Pictures", "ReleaseModel", "TakedownModel"),
    tests("DatasetsTests", "Datasets", "Digests", "ReleaseModel", "Tabular"),
    tests("DatabasesTests", "Databases", "CLibSQLite3", "ReleaseModel"),
    tests(
      "WorkbooksTests", "Workbooks", "Spreadsheets", "Containers", "ReleaseModel", "TakedownModel",
      "Bytes"),
    tests(
      "PagesTests", "Pages", "Pictures", "Publication", "ReleaseModel", "Tabular", "TakedownModel"),
    tests(
      "PublicationTests", "Publication", "ReleaseModel", "Pictures", "Datasets", "Tabular", "Bytes",
      "TakedownModel"),
    tests(
      "TakedownPipelineTests", "TakedownPipeline", "Comparison", "Normalization", "Publication",
      "SampleLogs", "Claims", "Tabular", "Bytes", "TakedownModel"),
    tests(
      "EndToEndTests", exclude: ["Cases", "Families", "Recomputation", "ThreatResearch"],
      "Containers", "Databases", "Tabular", "TakedownModel", "Bytes", "takedowns"),
  ]
)

// Only there for `make fuzz`: libFuzzer brings the `main` of this executable.
if Context.environment["TAKEDOWNS_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "TakedownPipeline", "TakedownModel", "Bytes", "Tabular", "Ingestion", "Normalization",
        "XMLStreaming",
      ],
      path: "Tests/Fuzzing", exclude: ["Dictionaries", "Seeds", "run"], swiftSettings: settings))
}

// Only there for `make bench-accounts`.
if Context.environment["TAKEDOWNS_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "account-speed", dependencies: ["Normalization", "TakedownModel", "Bytes"],
      path: "Benchmarks/AccountSpeed", swiftSettings: settings))
}
