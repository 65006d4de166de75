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
    columns = ["records", "with_both_times", "within_24_hours", "within_72_hours"].map { column in
      // What took time to be taken down is what was taken down.
      let isTakedowns = measure == "time-to-takedown" && column == "records"
      return (column, isTakedowns ? "takedowns" : "\(measure)/\(column)")
    }
  }

  /// Takedowns and refused referrals together.
  static let decided = "takedowns+refused"
}
