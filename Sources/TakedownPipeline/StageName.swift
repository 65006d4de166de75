/// The stages in the order in which they run, which only the pipeline knows.
package enum StageName: String, CaseIterable, Comparable, Sendable {
  case ingest, normalize, compare, emit

  /// The folder of a run that holds what the stage wrote.
  package var folder: String {
    switch self {
    case .ingest: "1-ingest"
    case .normalize: "2-normalize"
    case .compare: "3-compare"
    case .emit: "release"
    }
  }

  package static func < (left: StageName, right: StageName) -> Bool {
    left.number < right.number
  }

  private var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
