/// Counting as one would by hand: every cell goes through all records, dates are compared as texts.
struct NaiveModel {
  let records: [Record]
  /// The records of the stretches of days that were asked for before, since many cells share one.
  private var byDays: [String: [Record]] = [:]

  init(records: [Record]) {
    self.records = records
  }

  private mutating func records(
    agency: String, platform: String, from start: String, to end: String
  ) -> [Record] {
    let days = "\(start) \(end)"
    let within = byDays[days] ?? records.filter { start <= $0.date && $0.date <= end }
    byDays[days] = within
    return within.filter {
      (agency == "all" || $0.agency == agency) && (platform == "all" || $0.platform == platform)
    }
  }

  /// The figure as text; empty where the agency has no record in those days.
  mutating func figure(
    _ measure: String, agency: String, platform: String, from start: String, to end: String
  ) -> String {
    guard !records(agency: agency, platform: "all", from: start, to: end).isEmpty else {
      return ""
    }
    let cell = records(agency: agency, platform: platform, from: start, to: end)
    switch measure {
    case "accounts": return String(accounts(cell, Self.units).count)
    case "accounts-only": return String(accounts(cell, ["account"]).count)
    case "reinstated":
      // Of one day's actions, giving back is the last.
      let latest = Dictionary(grouping: cell.filter(Self.isOnAccount), by: Self.name)
        .compactMapValues {
          $0.max { Self.order($0) < Self.order($1) }
        }
      return String(latest.values.count { $0.action == "reinstated" })
    case "taken-down-again":
      let all = records.filter {
        Self.isOnAccount($0) && (agency == "all" || $0.agency == agency)
      }
      let again = cell.filter { record in
        record.action == "taken-down" && Self.isOnAccount(record)
          && all.contains {
            $0.action == "reinstated" && $0.date < record.date
              && Self.name($0) == Self.name(record)
          }
      }
      return String(Set(again.map(Self.name)).count)
    case "undecided": return String(cell.count { ["pending", "referred"].contains($0.action) })
    case "takedowns": return String(cell.count { $0.action == "taken-down" })
    case "referrals":
      return String(
        cell.count { ["taken-down", "referred", "refused", "pending"].contains($0.action) })
    case "refused": return String(cell.count { $0.action == "refused" })
    default: return String(cell.count { $0.action == "reinstated" })
    }
  }

  private static let units = ["account", "page", "group", "channel"]

  private static func name(_ record: Record) -> String {
    "\(record.platform) \(record.kind) \(record.account)"
  }

  private static func order(_ record: Record) -> String {
    record.date + (record.action == "reinstated" ? "z" : "a")
  }

  private static func isOnAccount(_ record: Record) -> Bool {
    units.contains(record.counts) && !record.account.isEmpty
  }

  private func accounts(_ cell: [Record], _ units: [String]) -> Set<String> {
    Set(
      cell.filter {
        $0.action == "taken-down" && units.contains($0.counts) && !$0.account.isEmpty
      }.map(Self.name))
  }

  /// The keys of the cells that a table must hold for a measure and two stretches of days.
  mutating func cells(
    _ measure: String, _ own: (String, String), _ base: (String, String)?
  ) -> Set<String> {
    var cells: Set<String> = []
    for agency in Set(records.map(\.agency)).union(["all"]) {
      let hasOwn = !records(agency: agency, platform: "all", from: own.0, to: own.1).isEmpty
      var hasBase = false
      if let base {
        hasBase = !records(agency: agency, platform: "all", from: base.0, to: base.1).isEmpty
      }
      guard hasOwn || hasBase else { continue }
      for platform in Set(records.map(\.platform)).union(["all"]) {
        let isCrossed = agency != "all" && platform != "all"
        let occurs = records.contains { $0.agency == agency && $0.platform == platform }
        guard !isCrossed || occurs && ["accounts", "takedowns"].contains(measure) else { continue }
        cells.insert("\(agency) \(platform)")
      }
    }
    return cells
  }
}
