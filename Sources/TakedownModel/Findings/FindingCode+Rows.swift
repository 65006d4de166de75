// Rows of a log that could not become records.
extension FindingCode {
  package static let rejectedRow = FindingCode(
    "rejected-row", .error, "A row that could not become a record",
    occurs: "The row is malformed in a way that has no code of its own.",
    effect: "The row is in no figure; it stands in rejects.csv with its raw text.",
    remedy: "Follow the message; have the agency correct the row.")

  static let rows = [rejectedRow]
}
