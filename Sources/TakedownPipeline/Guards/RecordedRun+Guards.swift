import Tabular

extension RecordedRun {
  /// The guards as they were when the run was kept, or let pass since; empty where there were none.
  var guards: [JSONValue] { record?["guards"]?.elements ?? [] }

  /// What the run counted of a source; nil where it says nothing of it.
  func counts(of source: String) -> SourceCounts? {
    SourceCounts(source, ingest: section(of: .ingest), normalize: section(of: .normalize))
  }

  /// Puts other guards into the record.
  ///
  /// - Throws: `FileError` where it cannot be written.
  func write(guards: [JSONValue]) throws {
    guard let record else { return }
    let changed = record.removing("seal").setting("guards", to: .array(guards))
    _ = try OutputFile.replace(
      Seal.closing(changed), at: folder + "/" + RunRecord.name, mode: 0o640)
    try Folders.synchronize(folder)
  }
}
