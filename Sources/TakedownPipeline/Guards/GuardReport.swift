package import Tabular

/// What all guards found in a run.
package struct GuardReport: Hashable, Sendable {
  /// In the order of the sources.
  package private(set) var results: [GuardResult]

  init(_ results: [GuardResult]) {
    self.results = results
  }

  /// Those that hold the publication back.
  package var tripped: [GuardResult] { results.filter { $0.state == .tripped } }

  var accepted: [GuardResult] { results.filter { $0.state == .accepted } }

  /// Lets the guards of these names pass, and those that were let pass with the same figure before.
  ///
  /// - Parameters:
  ///   - names: such as `uk-nca.max_fall`.
  ///   - recorded: the guards as the record of the same run has them.
  mutating func accept(_ names: Set<String>, recorded: [JSONValue]) {
    for place in results.indices where results[place].state == .tripped {
      var accepted = results[place]
      accepted.state = .accepted
      if names.contains(accepted.id) || accepted.isRecorded(in: recorded) {
        results[place] = accepted
      }
    }
  }

  /// Whether a record has these guards, each in the same state.
  func agrees(with recorded: [JSONValue]) -> Bool {
    results.count == recorded.count && results.allSatisfy { $0.isRecorded(in: recorded) }
  }

  /// Only the guards that look at a run by itself, beside no other.
  var withoutChanges: GuardReport {
    GuardReport(results.filter { $0.name != .maxFall && $0.name != .maxRise })
  }

  /// The entries of a record with those of this report in their stead.
  func merged(into recorded: [JSONValue]) -> [JSONValue] {
    recorded.filter { entry in !results.contains { .string($0.id) == entry["guard"] } }
      + results.map(\.json)
  }

  package var json: JSONValue { .array(results.map(\.json)) }
}
