package import Tabular

extension Pipeline {
  /// Reads all inputs as a run would and reports everything that is wrong; writes nothing.
  ///
  /// Of one code, `limit` findings are kept for a file; all are counted.
  package func check(keeping limit: Int) async throws -> CheckReport {
    var check = try CheckRun(self, keeping: limit)
    try await check.run()
    return check.report
  }

  /// The spellings that no register knows, as the last run left them.
  package func unmapped() throws -> Table {
    let runs = resolve(file.outputs) + "/runs"
    guard let last = try Folders.names(in: runs).last(where: { !$0.hasPrefix(".") }) else {
      throw PipelineError.noRun
    }
    let path = "\(runs)/\(last)/\(StageName.normalize.folder)/unmapped.csv"
    guard Folders.exists(path) else {
      throw PipelineError.missingStage(.normalize, neededBy: .normalize)
    }
    return try StageFile.table(path)
  }
}
