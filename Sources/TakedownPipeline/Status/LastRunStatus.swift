import Tabular

/// What the last run came to, by its record.
package struct LastRunStatus: Hashable, Sendable {
  /// What became of it.
  enum End: String, Sendable {
    case published
    /// Guards hold it back.
    case held
    /// It ended before `emit`, or before it could be published.
    case notPublished = "not-published"
    /// Its record is not as it was written.
    case damagedRecord = "record-damaged"
  }

  let name: String
  /// In UTC, such as `2025-04-02T09:00:00Z`; nil where the record says none.
  let started: String?
  let ended: String?
  let end: End
  /// The guards that hold it back, such as `uk-nca.max_fall`.
  let heldBy: [String]

  init(_ run: RecordedRun, latest: String?) {
    name = run.name
    started = run.record?["started"]?.string
    ended = run.record?["ended"]?.string
    let tripped = run.guards.filter {
      $0["state"]?.string == GuardResult.State.tripped.rawValue
    }.compactMap { $0["guard"]?.string }
    let isPublished = run.name == latest
    heldBy = isPublished ? [] : tripped
    end =
      !run.isSealed
      ? .damagedRecord : isPublished ? .published : tripped.isEmpty ? .notPublished : .held
  }

  var json: JSONValue {
    .object([
      "run": .string(name), "started": started.map { .string($0) } ?? .null,
      "ended": ended.map { .string($0) } ?? .null, "state": .string(end.rawValue),
      "held_by": .array(heldBy.map { .string($0) }),
    ])
  }

  /// Such as `run 20250402T090000Z, 2025-04-02T08:59:50Z to 2025-04-02T09:00:00Z, published`.
  var line: String {
    let times = started.flatMap { start in ended.map { "\(start) to \($0)" } }
    return (["run \(name)"] + [times].compactMap(\.self) + [words]).joined(separator: ", ")
  }

  /// What became of it, such as `held back by uk-nca.max_fall`.
  var words: String {
    switch end {
    case .published: "published"
    case .held: "held back by \(heldBy.joined(separator: ", "))"
    case .notPublished: "not published"
    case .damagedRecord: "its record is not as it was written"
    }
  }
}
