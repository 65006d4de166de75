import DisclosureControl
import TakedownModel

extension FigureCells {
  private var places: [FigurePlace] {
    numbers.sorted { $0.value < $1.value }.map(\.key)
  }

  /// Takedowns and refused referrals give the ones from the others and their sum.
  ///
  /// Refused ones are small counts in their own right, also where they stand in no table.
  mutating func relateRefused() {
    for decided in places where decided.measure == SideFigures.decided {
      var (takedowns, refused) = (decided, decided)
      takedowns.measure = "takedowns"
      refused.measure = "refused"
      guard let sum = values[decided], let part = values[takedowns], part <= sum else { continue }
      note(refused, sum - part, kind: "")
      relate(decided, [takedowns, refused])
    }
  }

  /// Platforms add up to all of them, and agencies where each record has one.
  mutating func relatePlaces() {
    relate(by: \.platform)
    relate(by: \.agency)
  }

  private mutating func relate(by part: WritableKeyPath<FigurePlace, String>) {
    var groups: [FigurePlace: [FigurePlace]] = [:]
    for place in places where place[keyPath: part] != FigurePlace.all {
      var total = place
      total[keyPath: part] = FigurePlace.all
      groups[total, default: []].append(place)
    }
    for total in places {
      if let parts = groups[total] { relate(total, parts) }
    }
  }

  /// What both sides of a comparison have adds up from the figures of its agencies and platforms.
  mutating func relateMatched() {
    for matched in places {
      let scope = matched.scope.split(separator: "/", omittingEmptySubsequences: false)
      guard scope.count == 2 else { continue }
      let agencies = scope[0].split(separator: " ").map(String.init)
      let platforms = scope[1].split(separator: " ").map(String.init)
      var plain = matched
      plain.scope = ""
      func parts(
        _ agencies: [String], _ platforms: [String], _ scope: String = ""
      )
        -> [FigurePlace]
      {
        agencies.flatMap { agency in
          platforms.map { platform in
            var part = plain
            (part.agency, part.platform, part.scope) = (agency, platform, scope)
            return part
          }
        }
      }
      for candidates in [
        [plain], parts(agencies, platforms), parts(agencies, [matched.platform]),
        parts([matched.agency], platforms),
      ] { relate(matched, candidates) }
      relate(plain, [matched])
      for platform in platforms where matched.platform == FigurePlace.all {
        var part = matched
        part.platform = platform
        part.scope = "\(scope[0])/\(platform)"
        relate(matched, [part])
      }
      relate(
        matched,
        platforms.map { platform in
          var part = matched
          part.platform = platform
          part.scope = "\(scope[0])/\(platform)"
          return part
        })
    }
  }

  /// Measures that are parts of others, each record or account in one of them at most.
  private static let partsOfMeasures = [
    "records": ["referrals", "reinstatements"],
    "referrals": ["takedowns", "refused", "undecided"],
    "takedowns": ["accounts"],
    "accounts": ["accounts-only"],
  ]

  mutating func relateMeasures() {
    // The units of accounts are in the name of the place, so that places are looked up without.
    var units: [String: Set<String>] = [:]
    for place in places { units[place.measure, default: []].insert(place.counts) }
    for total in places {
      guard let measures = Self.partsOfMeasures[total.measure] else { continue }
      let parts = measures.flatMap { measure in
        (units[measure] ?? []).sorted().map { counts in
          var part = total
          (part.measure, part.counts) = (measure, counts)
          return part
        }
      }
      relate(total, parts)
    }
  }
}
