import Tabular
import TakedownModel

/// A run that is kept below `outputs/runs`, as a comparison of runs needs it, or the vintage that is
/// left of one.
struct KeptRun {
  let name: String
  private let folder: String
  private let figuresPath: String
  /// The pipeline file that it was made under, defaults filled in.
  let parameters: JSONValue
  let programVersion: String

  init(name: String, folder: String) throws {
    self.name = name
    self.folder = folder
    figuresPath = folder + "/" + StageName.compare.folder + "/counts.csv"
    let record = try JSONValue(file: folder + "/run.json")
    parameters = record["parameters"] ?? .null
    programVersion = record["program"]?["version"]?.string ?? ""
  }

  /// What a release said; of its records nothing is left.
  init(_ vintage: Vintage) throws {
    name = vintage.name
    folder = vintage.folder
    figuresPath = folder + "/data/accounts.csv"
    let record = try JSONValue(file: folder + "/vintage.json")
    parameters = record["parameters"] ?? .null
    programVersion = record["program"]?["version"]?.string ?? ""
  }

  /// The figures that its release shows, unrounded.
  var figures: Table {
    get throws {
      guard Folders.exists(figuresPath) else { throw DiffError.noFigures(run: name) }
      return try StageFile.table(figuresPath).filtered(by: "origin") { $0 != "counts" }
    }
  }

  /// Its records as they were read.
  var records: String { folder + "/" + StageName.ingest.folder + "/records.csv" }

  /// The files that it read and their digests.
  var files: [(source: String, path: String, sha256: String)] {
    get throws {
      let path = folder + "/" + StageName.ingest.folder + "/files.csv"
      guard Folders.exists(path) else { return [] }
      let table = try StageFile.table(path)
      guard let source = table.index(of: "source"), let file = table.index(of: "file"),
        let digest = table.index(of: "sha256")
      else { return [] }
      return table.rows.map { (source: $0[source], path: $0[file], sha256: $0[digest]) }
    }
  }

  /// The sources of which it read a file, in their order; all where it does not say which.
  var sourcesRead: [String] {
    get throws {
      let read = Set(try files.map { $0.source })
      return sources.map { $0.id }.filter { read.isEmpty || read.contains($0) }
    }
  }

  /// Its sources by id, in their order.
  var sources: [(id: String, settings: JSONValue)] {
    (parameters["sources"]?.elements ?? []).compactMap { source in
      source["id"]?.string.map { (id: $0, settings: source) }
    }
  }
}
