import Digests
import Tabular

/// A run that is kept below `outputs/runs`, by what its record says.
struct RecordedRun {
  let name: String
  let folder: String
  /// Nil where there is no record, or it is not as it was written.
  private let record: JSONValue?

  init(name: String, folder: String) throws {
    self.name = name
    self.folder = folder
    let path = folder + "/" + RunRecord.name
    record = Folders.exists(path) ? Seal.opening(try Folders.read(path)) : nil
  }

  /// Whether the record is as it was written.
  var hasRecord: Bool { record != nil }

  /// What the record says of a stage; nil where the stage was not run.
  func section(of stage: StageName) -> JSONValue? {
    record?["stages"]?[stage.rawValue]
  }

  /// The files that a stage left, by their paths in its folder.
  func outputs(of stage: StageName) -> [String: WrittenFile] {
    files("outputs", of: stage)
  }

  /// The files that a stage read from outside, by their paths.
  func inputs(of stage: StageName) -> [String: WrittenFile] {
    files("inputs", of: stage)
  }

  /// Whether a stage has just left the same bytes as in this run.
  func agrees(with report: StageReport) -> Bool {
    let written = Dictionary(report.outputs.map { ($0.path, $0) }) { first, _ in first }
    return outputs(of: report.stage) == written
  }

  /// The first file of a stage that is missing, added or changed since, as a path in the run; nil
  /// where all are as they were written.
  ///
  /// - Throws: `FileError` where a file cannot be read.
  func damage(of stage: StageName) throws -> String? {
    try damages(of: stage).first
  }

  /// All of them, in byte order.
  func damages(of stage: StageName) throws -> [String] {
    let recorded = outputs(of: stage)
    let place = folder + "/" + stage.folder
    let found = try Folders.files(below: place)
    let paths = Set(recorded.keys).union(found).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return try paths.filter { path in
      guard let file = recorded[path], Folders.isPlainFile(place + "/" + path) else { return true }
      return try !InputPlace(path: path, location: place + "/" + path).isStill(file)
    }.map { stage.folder + "/" + $0 }
  }

  private func files(_ list: String, of stage: StageName) -> [String: WrittenFile] {
    var files: [String: WrittenFile] = [:]
    for element in section(of: stage)?[list]?.elements ?? [] {
      if let file = WrittenFile(element) { files[file.path] = file }
    }
    return files
  }
}
