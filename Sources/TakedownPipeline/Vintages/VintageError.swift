import TakedownModel

/// Why a vintage that was asked for is not there.
package enum VintageError: Error, Hashable, CustomStringConvertible {
  /// Nothing has been published since vintages are kept.
  case none
  /// Nothing had been published on that day.
  case notYet(String, first: String, name: String)
  /// There is no vintage of that name.
  case unknown(String, known: [String])

  package var description: String {
    switch self {
    case .none:
      "there is no vintage; expected one for each release; run 'takedowns run' first"
    case .notYet(let day, let first, let name):
      """
      no vintage was in force on \(day); the first, '\(name)', was published on \(first); ask for a \
      day from then on
      """
    case .unknown(let text, let known):
      """
      no vintage '\(text)'\(nearest(text, in: known).map { " (did you mean '\($0)'?)" } ?? ""); \
      expected a day such as 2025-03-31 or the name of a folder in outputs/vintages
      """
    }
  }
}
