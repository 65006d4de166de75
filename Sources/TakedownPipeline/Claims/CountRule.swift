import Claims
import TakedownModel

/// How the records answer a request: which actions and units count, and whether as accounts or as
/// records.
struct CountRule {
  /// Actions that count.
  let actions: Set<Action>
  /// Units of which each account counts once.
  let distinct: Set<UnitOfCount>
  /// Units of which each record counts.
  let repeated: Set<UnitOfCount>

  /// Reads a request.
  ///
  /// Takedowns of accounts, pages, groups and channels count each account once; `accounts` are all
  /// of these. Posts and adverts count by the record, and so does everything but takedowns.
  ///
  /// - Throws: `Refusal` where the records do not have what is asked for.
  init(_ request: CountRequest) throws(Refusal) {
    guard let action = Action(rawValue: request.measure) else {
      throw Refusal(
        reason:
          "the records cannot be counted by the measure '\(request.measure)'; expected one of "
          + Action.allCases.map(\.rawValue).sorted().joined(separator: ", "))
    }
    var units: Set<UnitOfCount> = []
    for name in request.units {
      guard let named = Self.units[name] else {
        throw Refusal(
          reason: "the records have no unit '\(name)'; expected some of "
            + Self.units.keys.sorted().joined(separator: ", "))
      }
      units.formUnion(named)
    }
    // A register counts as referred whatever was put to a platform, as the measure `referrals` does.
    actions = action == .referred ? Action.referrals : [action]
    distinct = action == .takenDown ? units.filter(\.countsAsAccount) : []
    repeated = units.subtracting(distinct)
  }

  /// Why a request has no answer.
  struct Refusal: Error {
    let reason: String
  }

  static let units: [String: Set<UnitOfCount>] = [
    "accounts": Set(UnitOfCount.allCases.filter(\.countsAsAccount)), "pages": [.page],
    "groups": [.group], "channels": [.channel], "posts": [.post], "adverts": [.advert],
  ]
}
