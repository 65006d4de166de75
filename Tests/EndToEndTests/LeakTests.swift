import Foundation
import Testing

/// A release in which something stands that must not leave: the run stops and says where.
struct LeakTests {
  private static let log = """
    Platform,Account,Outcome,Date
    TikTok,@sample_one_2025,Removed,2025-01-02
    X,@media,Removed,2025-01-03
    X,@anna,Removed,2025-01-03
    Telegram,@methodological,Removed,2025-01-03
    Telegram,@percent_change,Removed,2025-01-03
    WhatsApp,+44 7700 900025,Removed,2025-01-03
    Facebook,100014785772142,Removed,2025-01-03

    """

  /// A pipeline; what its texts say comes from the arguments.
  private static func pipeline(
    notice: String = "", title: String = "Accounts", agency: String = "National Crime Agency",
    publish: String = "\"png\": false"
  ) -> String {
    """
    { "version": 1, "title": "\(title)", "notice": "\(notice)",
      "reporting": { "year_start": "07-01", "as_of": "2025-03-31" },
      "sources": [{ "id": "uk-nca", "agency": "uk-nca", "path": "inputs/secret-log-7.csv",
        "format": "csv", "fields": { "platform": "Platform", "account": "Account",
          "action": "Outcome", "action_date": "Date" } }],
      "registers": { "agencies": [{ "id": "uk-nca", "name": "\(agency)" }] },
      "headlines": [{ "id": "nca", "agency": "uk-nca" }],
      "publish": { \(publish) } }
    """
  }

  private static func workspace(_ pipeline: String) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(log, to: "inputs/secret-log-7.csv")
    try workspace.write(pipeline, to: "pipeline.json")
    return workspace
  }

  @Test func `accounts that are called like ordinary words stop nothing`() throws {
    let workspace = try Self.workspace(
      Self.pipeline(
        notice: "Anna says: methodological changes, 12345, see media and percent_change"))
    try workspace.succeed("run")
  }

  private static let leaks = [
    ("a handle in the notice", pipeline(notice: "Not SAMPLE_ONE_2025"), "record 1 of"),
    ("a short handle, written as one", pipeline(notice: "Not @anna"), "record 3 of"),
    ("an account's address", pipeline(notice: "https://x.com/anna"), "record 3 of"),
    ("a phone number in the title", pipeline(title: "Who is +447700900025"), "record 6 of"),
    ("an id in an agency's name", pipeline(agency: "Agency 100014785772142"), "record 7 of"),
    ("a file of the input", pipeline(notice: "from secret-log-7.csv"), "a file of the input"),
    (
      "the path of a file of the input", pipeline(notice: "from inputs/secret-log-7.csv"),
      "a file of the input"
    ),
  ]

  @Test func `a leak stops the run, and nothing is published`() throws {
    let workspace = try Self.workspace(Self.pipeline())
    try workspace.succeed("run")
    let before = try workspace.outputs
    let latest = workspace.latest
    for (name, pipeline, origin) in Self.leaks {
      try workspace.write(pipeline, to: "pipeline.json")
      let result = try workspace.run(["run"])
      #expect(result.status == 2, "\(name): \(result)")
      for words in ["release/", origin, "nothing is published; take it out"] {
        #expect(result.error.contains(words), "\(name): \(result)")
      }
      for secret in ["sample_one", "447700900025", "100014785772142"] {
        #expect(!result.error.lowercased().contains(secret), "\(name)")
      }
      #expect(try workspace.outputs == before, "\(name)")
      #expect(workspace.latest == latest, "\(name)")
    }
  }

  @Test func `the folder of a run is found, and the machine where it has a name to speak of`()
    throws
  {
    let workspace = try Self.workspace("{}")
    let host = ProcessInfo.processInfo.hostName
    let texts = [workspace.folder.path, workspace.folder.path + "/outputs"]
    for text in texts + (host.count >= 4 && host.contains("-") ? [host] : []) {
      try workspace.write(Self.pipeline(notice: "see \(text)"), to: "pipeline.json")
      let result = try workspace.run(["run"])
      #expect(result.status == 2, "\(result)")
      #expect(result.error.contains("stands there"), "\(result)")
      #expect(!result.error.contains(text))
    }
  }

  @Test func `a word that is known stops nothing`() throws {
    let workspace = try Self.workspace(
      Self.pipeline(
        notice: "Not sample_one_2025",
        publish: #""png": false, "known_words": ["Sample_One_2025"]"#))
    try workspace.succeed("run")
  }
}
