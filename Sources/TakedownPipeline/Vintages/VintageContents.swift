import Digests
import Tabular

/// What a release leaves to its vintage, and the digest that tells whether it says anything new.
struct VintageContents {
  /// In byte order of their paths: the tables of `data/`, the headlines and the documents.
  let files: [(file: WrittenFile, bytes: [UInt8])]
  /// The last day counted, as the release has it.
  let asOf: String
  /// The SHA-256 over the digests of the files and of the run's inputs.
  let digest: String

  /// Whether a file holds what was said, rather than showing the same once more.
  ///
  /// Kept are the tables, the headlines in every language, and the pages on method and claims.
  private static func isKept(_ path: String) -> Bool {
    if path.hasPrefix("data/") { return path.hasSuffix(".csv") }
    return !path.contains("/")
      && (path.hasSuffix(".md") || path.hasSuffix(".txt") || path == "headlines.json")
  }

  /// Reads a release and the record of its run.
  init(release: String, record: JSONValue) throws {
    let paths = try Folders.files(below: release).filter(Self.isKept)
    files = try paths.map { path in
      let bytes = try Folders.read(release + "/" + path)
      let file = WrittenFile(
        path: path, byteCount: bytes.count, sha256: Digest.sha256(bytes))
      return (file, bytes)
    }
    let headlines = try JSONValue(file: release + "/headlines.json")
    asOf = headlines["as_of"]?.string ?? ""
    let figures = files.map { "\($0.file.sha256) \($0.file.path)" }
    let inputs = Self.inputs(record).compactMap { $0["sha256"]?.string }.sorted()
    digest = Digest.sha256(Array((figures + inputs).joined(separator: "\n").utf8))
  }

  /// What `vintage.json` says; only there are times.
  func document(name: String, run: String, published: String, record: JSONValue) -> JSONValue {
    let parameters = record["parameters"] ?? .null
    return .object([
      "version": 1,
      "name": .string(name),
      "published": .string(published),
      "run": .string(run),
      "as_of": .string(asOf),
      "sha256": .string(digest),
      "program": record["program"],
      "files": .array(files.map(\.file.json)),
      "inputs": .array(Self.inputs(record)),
      "parameters_sha256": .string(Digest.sha256(Array(parameters.prettyText.utf8))),
      "parameters": parameters,
    ])
  }

  private static func inputs(_ record: JSONValue) -> [JSONValue] {
    record["stages"]?[StageName.ingest.rawValue]?["inputs"]?.elements ?? []
  }
}
