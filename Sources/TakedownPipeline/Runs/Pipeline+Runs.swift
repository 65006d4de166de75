package import Tabular

extension Pipeline {
  /// All runs that are kept, the oldest first.
  package var runs: [RunSummary] {
    get throws {
      let outputs = resolve(file.outputs)
      let published = OutputFolder.published(in: outputs)
      let kept = KeptRuns(outputs: outputs)
      return try kept.names.map { try RunSummary(kept.read($0), published: published) }
    }
  }

  /// The record of a run, `run.json`; `name` is nil for the last one.
  ///
  /// - Throws: `RunError` where there is none of the name, or its record is damaged.
  package func record(of name: String?) throws -> JSONValue { try sealedRun(name).record }

  /// The same with the run.
  func sealedRun(_ name: String?) throws -> (run: RecordedRun, record: JSONValue) {
    let kept = KeptRuns(outputs: resolve(file.outputs))
    guard let run = try name.map(kept.named) ?? kept.last else { throw PipelineError.noRun }
    guard run.isSealed, let record = run.record else { throw RunError.damagedRecord(run.name) }
    return (run, record)
  }

  /// Removes all runs but the last ones; the published one stays in any case, and so do vintages.
  ///
  /// - Parameters:
  ///   - count: how many of the last runs stay; at least one.
  ///   - isTrial: whether nothing is removed.
  /// - Returns: the names of those that were removed, the oldest first.
  /// - Throws: `PipelineError.locked`; `FileError` where a run cannot be removed.
  package func prune(keeping count: Int, isTrial: Bool) throws -> [String] {
    let path = resolve(file.outputs)
    let kept = KeptRuns(outputs: path)
    func surplus() throws -> [String] {
      let published = OutputFolder.published(in: path)
      return try kept.names.dropLast(max(1, count)).filter { $0 != published }
    }
    guard !isTrial else { return try surplus() }
    let outputs = try OutputFolder(path: path, wait: wait)
    let names = try surplus()
    for name in names { try outputs.discard(name) }
    return names
  }
}
