import Foundation
import Glibc
import Testing

/// Runs that cannot finish: the release before stays as it was, and the message helps.
struct FailureTests {
  /// A source that works, and what breaks it.
  struct Breakage: CustomTestStringConvertible {
    let testDescription: String
    /// The source's settings beside id and agency.
    let settings: String
    let file: String
    let good: String
    /// Nil where the file is gone.
    let bad: String?
    /// The place, what was found or expected, the remedy.
    let words: [String]
  }

  static let breakages = [
    Breakage(
      testDescription: "a missing file", settings: csv, file: "inputs/log.csv", good: log, bad: nil,
      words: ["sources[0].path", "no file matches 'inputs/log.csv'", "check the path"]),
    Breakage(
      testDescription: "an empty file", settings: csv, file: "inputs/log.csv", good: log, bad: "",
      words: ["inputs/log.csv", "the file is empty", "ask the agency for the file again"]),
    Breakage(
      testDescription: "another delimiter than the declared one",
      settings: csv.replacing("\"fields\"", with: #""delimiter": ",", "fields""#),
      file: "inputs/log.csv", good: log,
      bad: log.replacing(",", with: ";"),
      words: ["inputs/log.csv: line 1", "no column 'Platform'", "is the delimiter ';'?"]),
    Breakage(
      testDescription: "a column that is gone", settings: csv, file: "inputs/log.csv", good: log,
      bad: log.replacing("Account", with: "Acount"),
      words: ["inputs/log.csv: line 1", "no column 'Account'", "did you mean 'Acount'?"]),
    Breakage(
      testDescription: "a truncated XML document", settings: xml, file: "inputs/log.xml",
      good: document, bad: String(document.dropLast(7)),
      words: ["inputs/log.xml: line 3", "ends before its elements are closed"]),
    Breakage(
      testDescription: "a broken JSON document", settings: json, file: "inputs/log.json",
      good: list, bad: list.replacing("\"X\",", with: "\"X\""),
      words: ["inputs/log.json: line 2, column 18", "expected ',' or '}'"]),
    Breakage(
      testDescription: "a JSON list that is elsewhere",
      settings: json.replacing("\"fields\"", with: #""records": "/log", "fields""#),
      file: "inputs/log.json", good: #"{"log": \#(list)}"#, bad: #"{"entries": \#(list)}"#,
      words: ["inputs/log.json: line 1", "'/log' leads to nothing", "'entries'"]),
  ]

  private static let csv = """
    "path": "inputs/log.csv", "format": "csv", "fields": {
      "platform": "Platform", "account": "Account", "action": "Outcome", "action_date": "Date" }
    """
  private static let log = """
    Platform,Account,Outcome,Date
    TikTok,@sample_one,Removed,2025-01-02
    X,@sample_two,Removed,2025-01-03

    """
  private static let json = """
    "path": "inputs/log.json", "format": "json", "fields": {
      "platform": "/platform", "account": "/account", "action_date": "/date" },
      "constants": { "action": "taken-down" }
    """
  private static let list = """
    [{"platform": "TikTok", "account": "@sample_one", "date": "2025-01-02"},
    {"platform": "X", "account": "@sample_two", "date": "2025-01-03"}]
    """
  private static let xml = """
    "path": "inputs/log.xml", "format": "xml", "records": "log/account", "fields": {
      "platform": "platform", "account": "handle", "action_date": "@date" },
      "constants": { "action": "taken-down" }
    """
  private static let document = """
    <log>
    <account date="2025-01-02"><handle>sample_one</handle><platform>TikTok</platform></account>
    <account date="2025-01-03"><handle>sample_two</handle><platform>X</platform></account>
    </log>
    """

  private static func pipeline(_ settings: String) -> String {
    """
    {
      "version": 1,
      "reporting": { "time_zone": "Europe/London", "year_start": "07-01", "as_of": "2025-03-31" },
      "sources": [{ "id": "uk-nca", "agency": "uk-nca", \(settings) }],
      "headlines": [{ "id": "nca", "agency": "uk-nca" }]
    }

    """
  }

  /// A folder in which a good run has been published.
  private static func published(
    _ settings: String, _ file: String, _ content: String
  ) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(pipeline(settings), to: "pipeline.json")
    try workspace.write(content, to: file)
    try workspace.succeed("run")
    return workspace
  }

  /// Runs the command, which must fail with the words and change nothing below `outputs`.
  private static func fail(
    _ workspace: Workspace, _ words: [String], status: Int32 = 2,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Workspace.Result {
    let latest = workspace.latest
    let before = try workspace.outputs
    let result = try workspace.run(["run"])
    #expect(result.status == status, "\(result)", sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, sourceLocation: sourceLocation)
    for word in words {
      #expect(result.error.contains(word), "\(result.error)", sourceLocation: sourceLocation)
    }
    #expect(workspace.latest == latest, sourceLocation: sourceLocation)
    #expect(try workspace.outputs == before, sourceLocation: sourceLocation)
    #expect(try leftovers(workspace).isEmpty, sourceLocation: sourceLocation)
    return result
  }

  /// What lies in the folder of the runs beside whole runs.
  private static func leftovers(_ workspace: Workspace) throws -> [String] {
    guard workspace.exists("outputs/runs") else { return [] }
    return try FileManager.default
      .contentsOfDirectory(atPath: workspace.folder.appending(path: "outputs/runs").path)
      .filter { $0.hasPrefix(".") }
  }

  @Test(arguments: breakages)
  func `a source that breaks leaves the release as it was`(breakage: Breakage) throws {
    let workspace = try Self.published(breakage.settings, breakage.file, breakage.good)
    #expect(workspace.latest != nil)
    try workspace.remove(breakage.file)
    if let bad = breakage.bad { try workspace.write(bad, to: breakage.file) }
    // A log that is not there holds back; one that cannot be read is a failure.
    _ = try Self.fail(workspace, breakage.words, status: breakage.bad == nil ? 3 : 2)

    let headline = try workspace.run(["headline"])
    #expect(headline.status == 0, "what is published can still be read")

    try workspace.write(breakage.good, to: breakage.file)
    let release = try workspace.files(below: "outputs/latest/release")
    try workspace.succeed("run")
    #expect(try workspace.files(below: "outputs/latest/release") == release)
  }

  @Test func `a pipeline file that breaks leaves the release as it was`() throws {
    let workspace = try Self.published(Self.csv, "inputs/log.csv", Self.log)
    try workspace.write(
      Self.pipeline(Self.csv.replacing("\"format\"", with: #""delimeter": ";", "format""#)),
      to: "pipeline.json")
    _ = try Self.fail(
      workspace,
      ["pipeline.json: sources[0].delimeter", "unknown key", "did you mean 'delimiter'?"])
    try workspace.write("{ \"version\": 1, \"sources\": [ }", to: "pipeline.json")
    _ = try Self.fail(workspace, ["pipeline.json:1:30"])
  }

  @Test func `one broken source of two is enough`() throws {
    let workspace = try Self.published(Self.csv, "inputs/log.csv", Self.log)
    try workspace.write(
      Self.pipeline(
        Self.csv + #" }, { "id": "us-hsi", "agency": "us-hsi", "#
          + Self.csv.replacing("log.csv", with: "hsi.csv")),
      to: "pipeline.json")
    _ = try Self.fail(workspace, ["sources[1].path", "inputs/hsi.csv"], status: 3)
    try workspace.write(Self.log, to: "inputs/hsi.csv")
    try workspace.succeed("run")
  }

  @Test func `what a killed run left is taken away by the next`() throws {
    let workspace = try Self.published(Self.csv, "inputs/log.csv", Self.log)
    let release = try workspace.files(below: "outputs/latest/release")
    try workspace.write("half a row", to: "outputs/runs/.partial/1-ingest/records.csv")
    try workspace.succeed("run")
    #expect(try Self.leftovers(workspace).isEmpty)
    #expect(try workspace.files(below: "outputs/latest/release") == release)
  }

  // MARK: - The lock

  @Test func `a run does not start while another holds the lock`() throws {
    let workspace = try Self.published(Self.csv, "inputs/log.csv", Self.log)
    let before = try workspace.files(below: "outputs")
    let file = try FileHandle(
      forUpdating: workspace.folder.appending(path: "outputs/.lock"))
    try #require(flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    for arguments in [["run"], ["run", "--wait", "1"], ["ingest"], ["emit"]] {
      let result = try workspace.run(arguments)
      #expect(result.status == 75, "\(result)")
      #expect(result.error.contains("another run holds the lock"), "\(result)")
      #expect(result.error.contains("--wait SECONDS"), "\(result)")
    }
    #expect(try workspace.files(below: "outputs") == before)
    #expect(try workspace.run(["headline"]).status == 0, "reading needs no lock")

    let descriptor = file.fileDescriptor
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.5)
      _ = flock(descriptor, LOCK_UN)
    }
    try workspace.succeed("run", "--wait", "60")
    try file.close()
  }

  // MARK: - XML that means harm

  static let secret = "a-line-that-must-not-come-out"

  static let hostile = [
    "bomb": (
      """
      <!DOCTYPE log [<!ENTITY a0 "\(String(repeating: "x", count: 1000))">
      \((1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }
        .joined(separator: "\n"))
      ]>
      <log><account date="2025-01-02"><handle>&a9;</handle></account></log>
      """, "entity"
    ),
    "file as an entity": (
      """
      <!DOCTYPE log [<!ENTITY f SYSTEM "file://FOLDER/secret.txt">]>
      <log><account date="2025-01-02"><handle>&f;</handle></account></log>
      """, "entity"
    ),
    "file as a parameter entity": (
      """
      <!DOCTYPE log [<!ENTITY % p SYSTEM "file://FOLDER/secret.txt"> %p;]>
      <log><account date="2025-01-02"><handle>sample_a</handle></account></log>
      """, "entity"
    ),
    "entity of a document type that lies elsewhere": (
      """
      <!DOCTYPE log SYSTEM "file://FOLDER/secret.txt">
      <log><account date="2025-01-02"><handle>&pf;</handle></account></log>
      """, "'pf'"
    ),
    "entity that nobody declares": (
      #"<log><account date="2025-01-02"><handle>&pf;</handle></account></log>"#, "'pf'"
    ),
    "two roots": (document + document, "line 4"),
    "text after the end": (document + "\nand more", "line 5"),
    "a tag of another name": (
      document.replacing("</handle>", with: ""), "handle"
    ),
    "no element": ("<!-- nothing -->", "no element"),
  ]

  @Test(arguments: hostile.keys.sorted())
  func `hostile XML is refused and shows nothing`(name: String) throws {
    let workspace = try Self.published(Self.xml, "inputs/log.xml", Self.document)
    try workspace.write(Self.secret, to: "secret.txt")
    let (text, word) = try #require(Self.hostile[name])
    try workspace.write(
      text.replacing("FOLDER", with: workspace.folder.path), to: "inputs/log.xml")
    let result = try Self.fail(workspace, ["inputs/log.xml: line ", word])
    try Self.expectNowhere(Self.secret, workspace, result)
  }

  /// Nasty documents that nobody here wrote, where they are at hand.
  private static let documents = {
    let folders = ["21-xml-cdata-and-entities", "22-xml-truncated", "24-xml-bomb-and-xxe"]
    return folders.flatMap { folder in
      let names =
        (try? FileManager.default.contentsOfDirectory(
          atPath: Workspace.cases.appending(path: folder).path)) ?? []
      return names.filter { $0.hasSuffix(".xml") }.sorted().map { folder + "/" + $0 }
    }
  }()

  @Test(.enabled(if: !documents.isEmpty, "the nasty inputs are not at hand"))
  func `nasty documents are refused and show nothing`() throws {
    #expect(Self.documents.count >= 10)
    let host = (try? String(contentsOf: URL(filePath: "/etc/hostname"), encoding: .utf8)) ?? ""
    let secret = host.trimmingCharacters(in: .whitespacesAndNewlines)
    let settings = Self.xml.replacing("\"@date\"", with: "\"date\"")
      .replacing("\"constants\": {", with: #""constants": { "action_date": "2025-01-02","#)
      .replacing(#", "action_date": "date""#, with: "")
    for document in Self.documents {
      let workspace = try Self.published(settings, "inputs/log.xml", Self.document)
      try workspace.remove("inputs/log.xml")
      try workspace.copy(Workspace.cases.appending(path: document), to: "inputs/log.xml")
      // A document type that lies elsewhere is not looked for, and the document read without it.
      let isRead = document.hasSuffix("xxe-http.xml")
      let result = try Self.fail(workspace, [isRead ? "fields.platform" : "inputs/log.xml: "])
      #expect(result.error.split(separator: "\n").count == 1, "\(document): \(result.error)")
      if secret.count > 3 { try Self.expectNowhere(secret, workspace, result) }
    }
  }

  /// Expects that a text is in nothing that was printed and in no file that was written.
  private static func expectNowhere(
    _ text: String, _ workspace: Workspace, _ result: Workspace.Result
  ) throws {
    #expect(!result.output.contains(text))
    #expect(!result.error.contains(text))
    for (path, bytes) in try workspace.files(below: "outputs") where !path.hasSuffix("/run.json") {
      #expect(bytes.range(of: Data(text.utf8)) == nil, "\(path)")
    }
  }
}
