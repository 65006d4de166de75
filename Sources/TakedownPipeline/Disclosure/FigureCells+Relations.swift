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
      guard numbers[takedowns] != nil else { continue }
      let both = [decided, takedowns].map { visibilities[$0] }
      let value = values[decided].flatMap { sum in values[takedowns].map { sum - $0 } }
      guard value.map({ $0 >= 0 }) ?? true else { continue }
      let isFormer = isFormer || release.figures[decided] == nil
      note(
        refused, value,
        both == [.known, .known] ? .known : isFormer ? .withheld : .implied)
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
    // They bound one another and do not add up.
    guard !isFormer else { return }
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

  /// What becomes of the rows of each source, and which records of agencies come out of it.
  mutating func relateRows() {
    for place in places where place.measure == FigurePlace.rows("rows", of: "").measure {
      let source = place.agency
      func rows(_ outcomes: String...) -> [FigurePlace] {
        outcomes.map { .rows($0, of: source) }
      }
      relate(place, rows("records", "rejects", "supplied"))
      relate(.rows("records", of: source), rows("counted", "duplicates", "not_counted"))
    }
    let records = release.extents.filter { $0.key != FigurePlace.all }
      .map { FigurePlace.coverage("records", $0.key, $0.value) }
    relate(.rows("counted", of: FigurePlace.all), records)
    for place in records {
      relate(
        place, release.sources(of: place.agency).map { .rows("counted", of: $0) })
    }
    relateWholeExtents()
  }

  /// A period in which all records of an agency lie says what they were, as its coverage does.
  private mutating func relateWholeExtents() {
    for referrals in places
    where referrals.measure == "referrals" && referrals.scope.isEmpty
      && referrals.platform == FigurePlace.all
    {
      guard let extent = release.extents[referrals.agency],
        referrals.window.start <= extent.start, extent.end <= referrals.window.end
      else { continue }
      var reinstatements = referrals
      reinstatements.measure = "reinstatements"
      let records: FigurePlace =
        referrals.agency == FigurePlace.all
        ? .rows("counted", of: FigurePlace.all)
        : .coverage("records", referrals.agency, extent)
      relate(records, [referrals, reinstatements])
    }
  }
}
