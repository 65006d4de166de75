/// What is wrong with a run that is asked for by its name.
package enum RunError: Error, Hashable, CustomStringConvertible {
  /// There is none of that name.
  case unknown(String, known: [String])
  /// The record of a run is not as it was written.
  case damagedRecord(String)

  package var description: String {
    switch self {
    case .unknown(let name, let known) where known.isEmpty:
      "no run '\(name)': no run is kept yet; run 'takedowns run' first"
    case .unknown(let name, let known):
      """
      no run '\(name)'; expected one of \(known.suffix(5).map { "'\($0)'" }.joined(separator: ", ")), \
      or another that 'takedowns runs list' prints
      """
    case .damagedRecord(let name):
      "the record of run '\(name)' is not as it was written; see 'takedowns verify \(name)'"
    }
  }
}
