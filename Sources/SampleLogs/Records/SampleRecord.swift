/// One row of a log before it is written in its agency's own words.
struct SampleRecord: Sendable {
  var platform: String
  var account: String
  var unit: SampleUnit
  var action: SampleAction
  var category: SampleCategory
  /// The BCP 47 tag of the advert; empty where the agency did not note it.
  var language: String
  var referred: SampleMoment
  /// Nil while the platform has not answered.
  var acted: SampleMoment?
  /// Free text; empty in most rows.
  var note = ""
  var flaw: SampleFlaw?
  /// The number that stands for the account on its platform, where it has one.
  var accountNumber: Int?

  /// The day by which the row is filed.
  var day: SampleDay { acted?.day ?? referred.day }
}

/// A day and a time of day by the clock of the agency.
struct SampleMoment: Hashable, Sendable {
  let day: SampleDay
  /// Seconds since midnight.
  let second: Int
}

/// What became of the account, post or advert.
enum SampleAction: Int, Sendable {
  case takenDown, restricted, refused, pending, referred, reinstated
}

/// The kind of crossing or service that was advertised.
enum SampleCategory: Int, Sendable {
  case smallBoat, lorry, flight, document, shamMarriage, other

  static let weights = [46, 17, 6, 14, 4, 13]
}

/// What is wrong with a row that cannot become a record, or that only nearly can.
enum SampleFlaw: Sendable {
  /// The day is written as this text.
  case date(String)
  /// The row ends too early.
  case tooShort
  /// The row has more fields than the header.
  case tooLong
}
