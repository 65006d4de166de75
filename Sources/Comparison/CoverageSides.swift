import Bytes
import TakedownModel

/// An agency or a platform, or all of them.
typealias Dimension = (id: String, number: Int?)

/// Who has records on the two sides of a comparison, by the tally's numbers.
struct CoverageSides: Hashable {
  let agencies: Set<Int>
  let baseAgencies: Set<Int>
  let platforms: Set<Int>
  let basePlatforms: Set<Int>
  /// The platforms on which agencies of both sides have records on both sides.
  let matchedPlatforms: Set<Int>

  /// Nil for the agency stands for all.
  init(_ presence: Presence, agency: Int?, window: Int, base: Int) {
    func side(_ window: Int) -> Set<Int> {
      guard let agency else { return presence.agencies(window: window) }
      return presence.hasRecords(agency: agency, window: window) ? [agency] : []
    }
    agencies = side(window)
    baseAgencies = side(base)
    platforms = presence.platforms(of: agencies, window: window)
    basePlatforms = presence.platforms(of: baseAgencies, window: base)
    let both = agencies.intersection(baseAgencies)
    matchedPlatforms = presence.platforms(of: both, window: window)
      .intersection(presence.platforms(of: both, window: base))
  }

  var matchedAgencies: Set<Int> { agencies.intersection(baseAgencies) }

  var agenciesDiffer: Bool { agencies != baseAgencies }

  var differs: Bool { agenciesDiffer || platforms != basePlatforms }

  /// Whether there is a comparison of only what both sides have that is not the one of everything.
  var canBeMatched: Bool { differs && !matchedPlatforms.isEmpty }
}
