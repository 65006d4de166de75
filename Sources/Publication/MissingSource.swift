/// A log without which a release is made, since it was not there and may be missing.
package struct MissingSource: Hashable, Sendable {
  /// The source's id.
  package let id: String
  /// The id of the agency that keeps the log; empty where each record says its own.
  package let agency: String
  /// Whether the release has no other log of the agency.
  package let isOnlyLog: Bool

  package init(id: String, agency: String, isOnlyLog: Bool) {
    self.id = id
    self.agency = agency
    self.isOnlyLog = isOnlyLog
  }

  /// Whether figures of an agency, or of all together, may lack its records.
  func touches(agency other: String) -> Bool {
    agency.isEmpty || other == DisplayNames.all || other == agency
  }
}
