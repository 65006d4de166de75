import Tabular

/// A run that is kept below `outputs/runs`, by what its record says.
struct RecordedRun {
  let name: String
  let folder: String
  /// Nil where there is no record that can be read.
  let record: JSONValue?
  /// Whether the record is as it was written; nothing that it says is to be believed otherwise.
  let isSealed: Bool

  init(name: String, folder: String) throws {
    self.name = name
    self.folder = folder
    let path = folder + "/" + RunRecord.name
    let bytes = Folders.exists(path) ? try Folders.read(path) : []
    let sealed = Seal.opening(bytes)
    isSealed = sealed != nil
    record = sealed ?? (try? JSONValue(parsing: bytes.span))
  }

  /// What the record says of a stage; nil where the stage was not run.
  func section(of stage: StageName) -> JSONValue? {
    record?["stages"]?[stage.rawValue]
  }

  /// Whether there is something of a stage.
  func has(_ stage: StageName) -> Bool {
    section(of: stage) != nil && Folders.isFolder(folder + "/" + stage.folder)
  }

  /// The files that a stage left, by their paths in its folder.
  func outputs(of stage: StageName) -> [String: WrittenFile] {
    files("outputs", of: stage)
  }

  /// The files that a stage read from outside, by their paths.
  func inputs(of stage: StageName) -> [String: WrittenFile] {
    files("inputs", of: stage)
  }

  /// Whether a stage has just left the same bytes as in this run, as far as other stages read them.
  func agrees(with report: StageReport) -> Bool {
    var written: [String: WrittenFile] = [:]
    for file in report.outputs { written[file.path] = file }
    written[IngestOutputs.partsName] = nil
    var former = outputs(of: report.stage)
    former[IngestOutputs.partsName] = nil
    return written == former
  }

  /// The files of a stage that are not as they were written, as paths in the run.
  ///
  /// - Throws: `FileError` where a file cannot be read.
  func damages(of stage: StageName) throws -> [FileDamage] {
    try FileDamage.all(in: folder + "/" + stage.folder, written: outputs(of: stage))
      .map { $0.below(stage.folder) }
  }

  /// Which of the record and the event of OpenLineage beside it are not as they were written.
  ///
  /// - Throws: `FileError` where a file cannot be read.
  func recordDamages() throws -> [FileDamage] {
    let written = record?["lineage"].flatMap(WrittenFile.init)
    let files = [RunRecord.name: nil, LineageEvent.name: written]
    return try files.sorted { $0.key < $1.key }.compactMap { name, file in
      let location = folder + "/" + name
      guard Folders.isPlainFile(location) else { return FileDamage(path: name, kind: .missing) }
      let isSound =
        try file.map {
          try InputPlace(path: name, location: location).isStill($0)
        } ?? isSealed
      return isSound ? nil : FileDamage(path: name, kind: .changed)
    }
  }

  private func files(_ list: String, of stage: StageName) -> [String: WrittenFile] {
    var files: [String: WrittenFile] = [:]
    for element in section(of: stage)?[list]?.elements ?? [] {
      if let file = WrittenFile(element) { files[file.path] = file }
    }
    return files
  }
}
