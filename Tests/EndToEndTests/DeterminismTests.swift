import Foundation
import Testing

/// The same inputs give the same release, whoever runs it and how.
struct DeterminismTests {
  /// How a run is set up.
  struct Setting: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var environment: [String: String] = [:]
    var umask = "022"
    var jobs = "2"
    var folder = ""
  }

  private static let plain = Setting(
    testDescription: "plain", environment: ["TZ": "UTC", "LC_ALL": "C", "LANG": "C"], jobs: "1")

  private static let settings = [
    Setting(testDescription: "far to the east", environment: ["TZ": "Pacific/Kiritimati"]),
    Setting(
      testDescription: "Turkish, and far to the west",
      environment: ["TZ": "Pacific/Pago_Pago", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
      jobs: "7"),
    Setting(
      testDescription: "Arabic, others may read, another folder",
      environment: ["LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"],
      umask: "000", folder: "else/where/"),
    Setting(testDescription: "nobody else may read", umask: "077", jobs: "3"),
  ]

  private static let formats = [
    "html", "xml", "txt", "json", "csv", "md", "svg", "png", "xlsx", "ods", "sqlite",
  ]

  /// The files of the release of a small case.
  private static func release(_ setting: Setting) throws -> [String: Data] {
    let workspace = try Workspace()
    let source = CaseTests.folder.appending(path: "publishing/in-two-languages")
    for part in ["pipeline.json", "inputs"] {
      try workspace.copy(source.appending(path: part), to: setting.folder + part)
    }
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.currentDirectoryURL = workspace.folder.appending(path: setting.folder)
    shell.arguments = [
      "-c", "umask \(setting.umask) && exec \"$0\" run --quiet --jobs \(setting.jobs)",
      Workspace.command.path,
    ]
    shell.environment = ProcessInfo.processInfo.environment.merging(setting.environment) { $1 }
    try shell.run()
    shell.waitUntilExit()
    try #require(shell.terminationStatus == 0)
    return try workspace.files(below: setting.folder + "outputs/latest/release")
  }

  @Test func `time zone, language, umask, jobs and folder change no byte of any format`() throws {
    let plain = try Self.release(Self.plain)
    let endings = Set(plain.keys.compactMap { $0.split(separator: ".").last.map(String.init) })
    #expect(Set(Self.formats).isSubset(of: endings), "\(endings.sorted())")
    for setting in Self.settings {
      let release = try Self.release(setting)
      #expect(release.keys.sorted() == plain.keys.sorted(), "\(setting)")
      for (path, bytes) in release {
        #expect(bytes == plain[path], "\(path): \(setting.testDescription)")
      }
    }
  }
}
