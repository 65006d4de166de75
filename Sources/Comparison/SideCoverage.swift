/// The agencies and platforms whose records stand behind the two sides of a comparison.
struct SideCoverage: Hashable {
  /// Whether only what both sides have was counted, rather than everything on each side.
  let isMatched: Bool
  /// Ids, sorted.
  let agencies: [String]
  let baseAgencies: [String]
  let platforms: [String]
  let basePlatforms: [String]

  static let columns = ["coverage", "agencies", "base_agencies", "platforms", "base_platforms"]

  /// The cells where nothing was counted here.
  static let none = columns.map { _ in "" }

  var cells: [String] {
    [isMatched ? "matched" : "all"]
      + [agencies, baseAgencies, platforms, basePlatforms].map { $0.joined(separator: " ") }
  }
}
