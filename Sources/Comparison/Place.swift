import TakedownModel

/// Agency, platform, action, unit and day of a record in one word.
///
/// Agency and platform are numbers of a `SpellingTable`: the batch's own, or the tally's after
/// `Renumbering`. The word is never 0, so that 0 can mark an empty slot.
struct Place: Hashable, Sendable {
  /// From the top: 16 bits of agency, 16 of platform, 5 of the unit, 3 of action, 24 of days since
  /// 1 March of year 0.
  let bits: UInt64

  /// The word that no record has.
  static let none = Place(bits: 0)

  /// How many agencies, and how many platforms, a word can tell apart.
  static let numberLimit = 1 << 16

  private static let epoch = 719_468

  init(bits: UInt64) {
    self.bits = bits
  }

  /// A word of these parts, `unit` being nil where it is not known.
  init(
    agency: Int, platform: Int, action: Action, unit: UnitOfCount? = nil, date: CalendarDate
  ) {
    bits =
      Self.bits(agency: agency) | Self.bits(platform: platform)
      | UInt64(unit?.code ?? 0) << 27 | UInt64(action.code) << 24
      | UInt64(truncatingIfNeeded: date.days + Self.epoch) & 0xff_ffff
  }

  var agency: Int { Int(truncatingIfNeeded: bits >> 48) }

  var platform: Int { Int(truncatingIfNeeded: bits >> 32 & 0xffff) }

  var action: Action? { Action(code: actionCode) }

  /// The action as its code, for sets of actions as bits.
  var actionCode: UInt8 { UInt8(truncatingIfNeeded: bits >> 24 & 7) }

  /// The unit as its code, for sets of units as bits; 0 where it is not known.
  var unitCode: UInt8 { UInt8(truncatingIfNeeded: bits >> 27 & 31) }

  var date: CalendarDate {
    CalendarDate(days: Int(truncatingIfNeeded: bits & 0xff_ffff) - Self.epoch)
  }

  static func bits(agency: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: agency) << 48
  }

  static func bits(platform: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: platform & 0xffff) << 32
  }
}

/// The numbers that a batch's agencies and platforms have in the tally.
struct Renumbering {
  /// By the batch's number of an agency: its bits of a `Place`.
  var agencies: [UInt64] = []
  /// By the batch's number of a platform: its bits of a `Place`.
  var platforms: [UInt64] = []

  /// The same place in the tally's numbers.
  func callAsFunction(_ place: Place) -> Place {
    Place(bits: agencies[place.agency] | platforms[place.platform] | place.bits & 0xffff_ffff)
  }
}

extension Action {
  /// The action as a small number, for a `Place`.
  var code: UInt8 {
    switch self {
    case .takenDown: 0
    case .restricted: 1
    case .refused: 2
    case .pending: 3
    case .referred: 4
    case .reinstated: 5
    }
  }

  init?(code: UInt8) {
    switch code {
    case 0: self = .takenDown
    case 1: self = .restricted
    case 2: self = .refused
    case 3: self = .pending
    case 4: self = .referred
    case 5: self = .reinstated
    default: return nil
    }
  }
}

extension UnitOfCount {
  /// The unit as a small number above 0, for a `Place`.
  var code: UInt8 {
    switch self {
    case .account: 1
    case .page: 2
    case .group: 3
    case .channel: 4
    case .post: 5
    case .advert: 6
    }
  }
}
