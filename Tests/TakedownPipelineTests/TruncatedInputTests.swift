import Foundation
import TakedownPipeline
import Testing

/// A container that breaks off, through everything that reads it in a run.
struct TruncatedInputTests {
  /// A zip archive of another with two tables, and of a third table; each has one row.
  private static let nestedZip = """
    UEsDBBQAAAAIAAAAIloCMbE8qwAAAEkBAAAJAAAAaW5uZXIuemlwC/BmZhFhYGDgAGKlqMcc09zcgCwXIGYF4kS95OIy
    7hOeOp6n9U9dLfTxO6d/VvviR31dz3Pnfa8WAsWfcp08w3fy/LVCDb8zuic8e8+f977K6XX2rL6370VDIwOjq6YGV0wN
    HjExBKBYFFfm+tgRyLKHWpRE2KKuCzA79DXPX8e04xnIDkYmEWbc3oGBJYwMMM+ha0F3GEJLJsyZAd6sbCAhJiBMA9Jn
    wQoAUEsDBBQAAAAIAAAAIlpfqVZqQwAAAEEAAAAFAAAAYy5jc3YLyEksScsvytVxTE7OL80r0fEvLUnOz03VcUksSeWK
    0HEoTswtyEmNL8koSk3VCUrNzS9LTdExMjAy1TUw1DUw4QIAUEsBAhQDFAAAAAgAAAAiWgIxsTyrAAAASQEAAAkAAAAA
    AAAAAAAAAKQBAAAAAGlubmVyLnppcFBLAQIUAxQAAAAIAAAAIlpfqVZqQwAAAEEAAAAFAAAAAAAAAAAAAACkAdIAAABj
    LmNzdlBLBQYAAAAAAgACAGoAAAA4AQAAAAA=
    """

  private static let settings = """
    {
      "version": 1, "reporting": {"as_of": "2025-03-31"},
      "sources": [{
        "id": "log", "agency": "uk-nca", "path": "logs.zip", "format": "csv",
        "fields": {
          "platform": "Platform", "account": "Account", "action": "Outcome", "action_date": "Date"}}]
    }
    """

  @Test func `a nested zip is refused at whichever byte it breaks off`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "truncated-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(Self.settings.utf8).write(to: folder.appending(path: "pipeline.json"))
    let file = folder.appending(path: "logs.zip")
    let bytes = try #require(
      Data(base64Encoded: Self.nestedZip, options: .ignoreUnknownCharacters))
    let pipeline = try Pipeline(path: folder.appending(path: "pipeline.json").path, jobs: 1)

    try bytes.write(to: file)
    let whole = try await pipeline.check(keeping: 1)
    #expect(!whole.hasUnreadableSource)
    #expect(whole.summary.first == "rows 3, files 3: records 3, rejects 0")
    for length in 0..<bytes.count {
      try bytes.prefix(length).write(to: file)
      let cut = try await pipeline.check(keeping: 1)
      #expect(cut.hasUnreadableSource, "cut to \(length) bytes: \(cut.summary)")
    }
  }
}
