import Tabular

extension Pipeline {
  /// How things stand; touches nothing, takes no lock, and waits for none.
  ///
  /// - Throws: `FileError` where a file cannot be read.
  package func status() throws -> PipelineStatus {
    let outputs = resolve(file.outputs)
    let last = try KeptRuns(outputs: outputs).last
    let latest = OutputFolder.published(in: outputs)
    let today = try today
    let sources = try file.sources.map { source in
      SourceStatus(
        id: source.id, files: try filesThere(of: source).count,
        allowsMissing: source.allowsMissing, lastDay: last?.counts(of: source.id)?.lastDay,
        expectedEvery: source.guards.expectedEvery, today: today)
    }
    return PipelineStatus(
      plan: try plan(), sources: sources, lastRun: last.map { LastRunStatus($0, latest: latest) },
      failed: FailedCall(in: outputs), latest: latest,
      holder: LockHolder.holding(outputs + "/.lock"))
  }
}
