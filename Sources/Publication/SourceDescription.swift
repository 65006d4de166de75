/// A log behind the counts, as the methodology describes it.
package struct SourceDescription: Hashable, Sendable {
  /// The source's id.
  package let id: String
  /// The id of the agency that keeps the log.
  package let agency: String
  /// The format of its files: `csv`, `json`, `xml`.
  package let format: String
  /// A remark in plain words; empty for none.
  package let note: String

  package init(id: String, agency: String, format: String, note: String = "") {
    self.id = id
    self.agency = agency
    self.format = format
    self.note = note
  }
}
