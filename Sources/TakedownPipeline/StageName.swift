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

  /// The mode of its folder: account identifiers are the owner's alone.
  var folderMode: UInt32 { self == .emit ? 0o750 : 0o700 }

  package static func < (left: StageName, right: StageName) -> Bool {
    left.number < right.number
  }

  private var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
