import Bytes
import Pseudonyms
import Tabular
import TakedownModel

/// The distinct accounts taken down on either side of an exchange, by platform and reporting year.
///
/// An account is its platform, kind and pseudonym, held as a hash of 128 bits; in memory there are
/// some 40 bytes for it, and as many for each reporting year in which it was taken down.
struct ExchangeTally {
  enum Side {
    case ours, theirs
  }

  /// Accounts on our side, on theirs, and on both.
  private struct Counts {
    var ours = 0
    var theirs = 0
    var shared = 0

    static func += (left: inout Counts, right: Counts) {
      left.ours += right.ours
      left.theirs += right.theirs
      left.shared += right.shared
    }
  }

  private struct Sighting: Hashable {
    let account: KeyHash
    let platform: UInt16
    /// The calendar year in which the reporting year begins; `everyYear` for all of them together.
    let year: Int16
  }

  private var ours: Set<Sighting> = []
  private var theirs: Set<Sighting> = []
  private var platforms = SpellingTable()
  private var key: [UInt8] = []
  private let hasher = KeyHasher()
  private let yearStart: YearStart

  private static let everyYear = Int16.min
  private static let columns = ["platform", "period", "ours", "theirs", "shared", "joint"]
  /// What parts the texts of a key; no platform and no kind holds it.
  private static let separator: UInt8 = 0x1f
  private static let all = "all"

  init(yearStart: YearStart) {
    self.yearStart = yearStart
  }

  /// Notes that an account was taken down on a day.
  mutating func add(
    _ pseudonym: Pseudonym, kind: Span<UInt8>, platform: Span<UInt8>, on day: CalendarDate,
    to side: Side
  ) {
    key.removeAll(keepingCapacity: true)
    key.append(platform)
    key.append(Self.separator)
    key.append(kind)
    key.append(Self.separator)
    key.append(bytesOf: pseudonym)
    let account = hasher.hash(key.span)
    let number = UInt16(truncatingIfNeeded: platforms.insert(platform))
    for year in [Self.everyYear, Int16(truncatingIfNeeded: yearStart.year(holding: day))] {
      let sighting = Sighting(account: account, platform: number, year: year)
      switch side {
      case .ours: ours.insert(sighting)
      case .theirs: theirs.insert(sighting)
      }
    }
  }

  /// A row for each platform and each reporting year of either side, those of all first.
  ///
  /// `joint` is `ours` and `theirs` without what both have, so that an account counts once.
  var table: Table {
    let cells = counts
    var table = Table(columns: Self.columns)
    let years = Set(cells.flatMap { $0.keys }).sorted()
    let names = (0..<platforms.count).map { String(decoding: platforms[$0], as: UTF8.self) }
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    let selections = [(Self.all, Array(names.indices))] + order.map { (names[$0], [$0]) }
    for (name, numbers) in selections {
      for year in years.isEmpty ? [Self.everyYear] : years {
        var sum = Counts()
        for number in numbers { sum += cells[number][year] ?? Counts() }
        let period = year == Self.everyYear ? Self.all : yearStart.name(ofYear: Int(year))
        table.append(
          [name, period]
            + [sum.ours, sum.theirs, sum.shared, sum.ours + sum.theirs - sum.shared]
            .map { String($0) })
      }
    }
    return table
  }

  /// By platform number and year.
  private var counts: [[Int16: Counts]] {
    var cells: [[Int16: Counts]] = Array(repeating: [:], count: platforms.count)
    for sighting in ours {
      cells[Int(sighting.platform)][sighting.year, default: Counts()].ours += 1
      if theirs.contains(sighting) {
        cells[Int(sighting.platform)][sighting.year, default: Counts()].shared += 1
      }
    }
    for sighting in theirs {
      cells[Int(sighting.platform)][sighting.year, default: Counts()].theirs += 1
    }
    return cells
  }
}
