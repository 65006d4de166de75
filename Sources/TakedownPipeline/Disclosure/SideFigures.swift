/// The counts in a row of rates or of times, and what they are counts of.
///
/// Each is a column and the measure that it shows; a measure that is given nowhere else has a name of
/// its own.
struct SideFigures {
  let columns: [(column: String, measure: String)]
  /// Columns that follow from the counts.
  let derived: [String]

  /// Of a row of the table of rates.
  init(rate: String) {
    derived = ["rate"]
    switch rate {
    case "removal-rate":
      columns = [
        ("numerator", "takedowns"), ("denominator", Self.decided), ("left_out", "undecided"),
      ]
    case "accounts-per-million-users":
      // The number of users is the platform's own.
      columns = [("numerator", "accounts")]
    default:
      columns = ["numerator", "denominator", "left_out"].map { ($0, "\(rate)/\($0)") }
    }
  }

  /// Of a row of the table of times.
  init(time measure: String) {
    derived = [
      "median_seconds", "median_hours", "p90_seconds", "p90_hours", "within_24_hours_percent",
      "within_72_hours_percent",
    ]
    // What took time to be taken down is what was taken down.
    let records = measure == "time-to-takedown" ? "takedowns" : Self.time(measure, "records")
    columns =
      [("records", records)] + Self.timedColumns.map { ($0, Self.time(measure, $0)) }
  }

  /// The columns of the table of times that count records which have both, each a part of the one
  /// before.
  static let timedColumns = ["with_both_times", "within_72_hours", "within_24_hours"]

  /// The measure that a column of the table of times shows.
  static func time(_ measure: String, _ column: String) -> String { "\(measure)/\(column)" }

  /// Takedowns and refused referrals together.
  static let decided = "takedowns+refused"
  /// The same with what was restricted.
  static let acted = time("time-to-action", "records")
}
