import Tabular
import TakedownModel

/// What a run counted of one source, as its record has it.
struct SourceCounts: Hashable, Sendable {
  /// Files, those inside archives each.
  var files: Int
  /// Rows without those that the source leaves out itself.
  var rows: Int
  var rejects: Int
  /// Records that were read; 0 in a source of counts.
  var records: Int
  /// Records that are not counted because something is wrong with them.
  var faulty = 0
  /// Records of a platform that no register knows.
  var unmapped = 0
  /// The last day of a record with a day that counts; nil where there is none.
  var lastDay: CalendarDate?
  /// Whether no file was there, and the run went on without the source.
  var isMissing = false

  /// What the sections of the stages `ingest` and `normalize` say; nil where they say nothing of the
  /// source, as in a run of an earlier version.
  init?(_ source: String, ingest: JSONValue?, normalize: JSONValue?) {
    guard let read = ingest?["counts"]?["by_source"]?[source], let files = read["files"]?.integer,
      let rows = read["rows"]?.integer, let records = read["records"]?.integer,
      let rejects = read["rejects"]?.integer
    else { return nil }
    self.files = files
    self.rows = rows
    self.records = records
    self.rejects = rejects
    isMissing = read["missing"]?.bool ?? false
    let made = normalize?["counts"]?["by_source"]?[source]
    faulty = made?["not_counted_for_a_fault"]?.integer ?? 0
    unmapped = made?["unmapped_platform"]?.integer ?? 0
    lastDay = made?["last_day"]?.string.flatMap { CalendarDate($0) }
  }

  init(
    files: Int, rows: Int, rejects: Int, records: Int, faulty: Int = 0, unmapped: Int = 0,
    lastDay: CalendarDate? = nil, isMissing: Bool = false
  ) {
    self.files = files
    self.rows = rows
    self.rejects = rejects
    self.records = records
    self.faulty = faulty
    self.unmapped = unmapped
    self.lastDay = lastDay
    self.isMissing = isMissing
  }
}
