package import Tabular

/// A run that is kept, in a line or two.
package struct RunSummary: Hashable, Sendable {
  package let name: String
  /// When it began and ended, in UTC; empty where its record is damaged.
  package let started: String
  package let ended: String
  /// The stages that ran, and those that were taken over from the run before.
  package let ran: [StageName]
  package let carried: [StageName]
  /// Whether `latest` points to it.
  package let isPublished: Bool
  package let hasRecord: Bool
  /// The bytes of its files; those that it shares with another run count for each.
  package let byteCount: Int

  init(_ run: RecordedRun, published: String?) throws {
    name = run.name
    hasRecord = run.isSealed
    started = run.record?["started"]?.string ?? ""
    ended = run.record?["ended"]?.string ?? ""
    isPublished = run.name == published
    let stages = StageName.allCases.filter { run.section(of: $0) != nil }
    ran = stages.filter { run.section(of: $0)?["ran"]?.bool == true }
    carried = stages.filter { run.section(of: $0)?["ran"]?.bool != true }
    byteCount = try Folders.files(below: run.folder).reduce(0) {
      $0 + (Folders.size(ofFile: run.folder + "/" + $1) ?? 0)
    }
  }
}

extension RunSummary {
  /// What stands beside its name in a list: when it ended, what ran, its size, its state.
  package var words: String {
    guard hasRecord else { return "the record is not as it was written" }
    let names = ran.map(\.rawValue).joined(separator: ", ")
    let size = "\(max(1, byteCount / 1_000_000)) MB"
    return "ended \(ended), ran \(names), \(size)" + (isPublished ? ", published" : "")
  }

  package var json: JSONValue {
    .object([
      "run": .string(name), "published": .bool(isPublished), "record_intact": .bool(hasRecord),
      "started": .string(started), "ended": .string(ended),
      "ran": .array(ran.map { .string($0.rawValue) }),
      "carried": .array(carried.map { .string($0.rawValue) }), "bytes": .integer(byteCount),
    ])
  }
}
