import TakedownModel

/// Why runs cannot be compared.
package enum DiffError: Error, Hashable, CustomStringConvertible {
  /// There are fewer than two releases.
  case tooFew(Int)
  /// There is no run of that name.
  case unknownRun(String, known: [String])
  /// A run has not been compared, or its figures are gone.
  case noFigures(run: String)

  package var description: String {
    switch self {
    case .tooFew(let count):
      """
      \(count == 0 ? "no run has" : "only one run has") a release; expected two to compare; run \
      'takedowns run' again when something has changed
      """
    case .unknownRun(let name, let known):
      """
      no run '\(name)'\(nearest(name, in: known).map { " (did you mean '\($0)'?)" } ?? ""); expected \
      'latest', or the name of a folder in outputs/runs that has a release or of one in \
      outputs/vintages
      """
    case .noFigures(let run):
      """
      run '\(run)' has no figures: there is no \(StageName.compare.folder)/counts.csv; choose \
      another run
      """
    }
  }
}
