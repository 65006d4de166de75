package import TakedownModel

/// The limits of a source that hold a publication back; nil is no limit.
package struct GuardSettings: Hashable, Sendable {
  /// How long after the last day with a record the source is late.
  package let expectedEvery: CalendarSpan?
  /// The fewest rows.
  package let minRows: Int?
  /// By how many per cent the rows may be fewer than in the run published last.
  package let maxFall: Int?
  /// By how many per cent they may be more.
  package let maxRise: Int?
  /// Rejects in per cent of the rows.
  package let maxRejects: Int?
  /// Records of a platform that no register knows, in per cent of the records.
  package let maxUnmapped: Int?

  init(_ settings: ValidSettings) {
    func limit(_ name: GuardName) -> Int? { settings.optionalInteger(name.rawValue) }
    expectedEvery = settings.optionalText(GuardName.expectedEvery.rawValue)
      .flatMap { CalendarSpan($0) }
    minRows = limit(.minRows)
    maxFall = limit(.maxFall)
    maxRise = limit(.maxRise)
    maxRejects = limit(.maxRejects)
    maxUnmapped = limit(.maxUnmapped)
  }

  /// The guards that have a limit, in their order.
  package var names: [GuardName] {
    GuardName.allCases.filter { name in
      switch name {
      case .expectedEvery: expectedEvery != nil
      case .minRows: minRows != nil
      case .maxFall: maxFall != nil
      case .maxRise: maxRise != nil
      case .maxRejects: maxRejects != nil
      case .maxUnmapped: maxUnmapped != nil
      }
    }
  }

  /// What `guards` of a source may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        GuardName.expectedEvery.rawValue, .text(.span),
        "How long after the last day with a record the source is late, such as P1M or P2W."),
      .init(
        GuardName.minRows.rawValue, .integer(minimum: 1),
        "The fewest rows; those left out do not count."),
      .init(
        GuardName.maxFall.rawValue, .integer(minimum: 0, maximum: 100),
        "By how many per cent the rows may be fewer than in the run published last."),
      .init(
        GuardName.maxRise.rawValue, .integer(minimum: 0),
        "By how many per cent the rows may be more than in the run published last."),
      .init(
        GuardName.maxRejects.rawValue, .integer(minimum: 0, maximum: 100),
        "How many per cent of the rows may be rejects."),
      .init(
        GuardName.maxUnmapped.rawValue, .integer(minimum: 0, maximum: 100),
        "How many per cent of the records may be of a platform that no register knows."),
    ]))
}
