package import Tabular

/// How things stand: what would run, how fresh the sources are, what was run and published last.
package struct PipelineStatus: Sendable {
  let plan: RunPlan
  /// In the order of the pipeline file.
  let sources: [SourceStatus]
  /// Nil where there is none.
  let lastRun: LastRunStatus?
  /// The call that failed since; nil where none has.
  let failed: FailedCall?
  /// The run that is published; nil where there is none.
  let latest: String?
  /// Who runs at the moment; nil where nobody does.
  let holder: LockHolder?

  package var json: JSONValue {
    .object([
      "version": 1,
      "latest": latest.map { .string($0) } ?? .null,
      "last_run": lastRun?.json ?? .null,
      "failed": failed?.json ?? .null,
      "running": holder.map { .string($0.text) } ?? .null,
      "plan": plan.json,
      "sources": .array(sources.map(\.json)),
    ])
  }

  /// For people, in three parts with an empty line between.
  package var lines: [String] {
    [
      "published: \(latest.map { "run \($0)" } ?? "nothing yet")",
      "last: \(lastRun?.line ?? "no run yet")",
    ] + (failed.map { ["failed since: \($0.line)"] } ?? []) + [
      "running: \(holder?.text ?? "nothing")", "",
    ] + plan.lines + [""] + sources.map(\.line)
  }
}
