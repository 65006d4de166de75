/// The fixed columns, in their fixed order, of the files that hand records from stage to stage.
package enum StageColumns {
  /// `records.csv`: the raw texts of the log; `other` holds what no column takes, as a JSON object.
  package static let records =
    ["source", "file", "position"] + RecordField.allCases.map(\.rawValue) + ["other"]

  /// `rejects.csv`: rows that could not become a record, each with the code that `explain` knows.
  package static let rejects = [
    "source", "file", "position", "line", "column", "code", "reason", "raw",
  ]

  /// `files.csv`: the files that were read; rows = records + rejects + counts + left out.
  package static let files = [
    "source", "file", "bytes", "sha256", "format", "encoding", "encoding_declared", "dialect",
    "dialect_declared", "rows", "records", "rejects", "counts", "left_out",
  ]

  /// `findings.csv`: what is odd about files and rows that are read all the same.
  package static let findings = [
    "source", "file", "line", "record", "column", "severity", "code", "message",
  ]

  /// `counts.csv`: what others have counted, agency, platform and category as they are spelled.
  package static let counts = [
    "source", "file", "position", "agency", "platform", "country", "measure", "counts", "category",
    "period_start", "period_end", "value", "vintage",
  ]

  /// A register of published figures.
  package static let published = [
    "figure_id", "publisher", "published_on", "agency", "measure", "counts", "period_start",
    "period_end", "qualifier", "value", "change_stated", "change_base", "source_title",
    "source_url",
  ]

  /// `takedowns.csv`: canonical records; empty means not known.
  package static let takedowns = [
    "source", "file", "position", "agency", "country", "platform", "account_kind", "account",
    "counts", "action", "action_date", "referred_at", "actioned_at", "category", "language",
  ]

  /// `duplicates.csv`: as `takedowns.csv`, with the earlier record that each one repeats.
  package static let duplicates = takedowns + ["first_source", "first_file", "first_position"]

  /// `issues.csv`: what is odd about a record, or why it is not counted.
  package static let issues = [
    "source", "file", "position", "code", "column", "text", "message",
  ]

  /// `links.csv`: which handle was taken for which account by which rule, in how many records.
  package static let links = [
    "rule", "platform", "account_kind", "account", "joined_kind", "joined_account", "first_day",
    "last_day", "records",
  ]

  /// `accounts.csv`: the accounts of which id and handle are known, a row for each handle.
  package static let accounts = [
    "platform", "account_kind", "account", "handle_kind", "handle", "first_day", "last_day",
    "records",
  ]

  /// `unmapped.csv`: spellings that no register knows.
  package static let unmapped = ["register", "spelling", "records", "sources", "suggestions"]
}
