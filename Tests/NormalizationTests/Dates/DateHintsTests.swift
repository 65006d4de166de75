import Bytes
import Testing

@testable import Normalization

struct DateHintsTests {
  private static func hints(_ texts: [String], cut: Int = .max) -> [String] {
    var parts = [DateHints()]
    for (index, text) in texts.enumerated() {
      if index == cut { parts.append(DateHints()) }
      parts[parts.count - 1].add(
        Array(text.utf8).span, source: "nca", .actionDate, file: "log.csv", position: index + 1)
    }
    var all = DateHints()
    for part in parts { all.merge(part) }
    return all.hints.map { String($0.message.dropFirst("source 'nca', action_date: ".count)) }
  }

  @Test(arguments: [
    (
      ["03/01/2025", "31/01/2025"],
      """
      2 dates have no format of the source; they look like d/M/yyyy: '31/01/2025' (log.csv, record 2); \
      declare date_format
      """
    ),
    (
      ["12/12/2024", "31/01/2025", "03/04/2025"],
      """
      3 dates have no format of the source; they look like d/M/yyyy: '31/01/2025' (log.csv, record \
      2); declare date_format
      """
    ),
    (
      ["soon", "01/31/2025 10:15"],
      """
      2 dates have no format of the source; 1 of them looks like M/d/yyyy H:mm: '01/31/2025 10:15' \
      (log.csv, record 2); declare date_format
      """
    ),
    (
      ["03/04/2024", "05/06/2024"],
      """
      2 dates have no format of the source; they look like d/M/yyyy or M/d/yyyy: '03/04/2024' (log.csv, \
      record 1) can be both; find out which and declare date_format
      """
    ),
    (
      ["25/04/2024", "04/25/2024"],
      """
      2 dates have no format of the source; '25/04/2024' (log.csv, record 1) looks like d/M/yyyy \
      and '04/25/2024' (log.csv, record 2) like M/d/yyyy; make a source for each and declare \
      date_format
      """
    ),
    (
      ["3 mars 2024", "3 avril 2024"],
      """
      2 dates have no format of the source; they look like d MMM yyyy with locale fr: '3 mars 2024' \
      (log.csv, record 1); declare date_format
      """
    ),
    (
      ["٣ أبريل ٢٠٢٤"],
      """
      1 date has no format of the source; it looks like d MMM yyyy with locale ar: '٣ أبريل ٢٠٢٤' \
      (log.csv, record 1); declare date_format
      """
    ),
    (
      ["45383", "45383.75"],
      """
      2 dates have no format of the source; they look like excel-1900: '45383' (log.csv, record 1); \
      declare date_format
      """
    ),
    (
      ["1711929600"],
      """
      1 date has no format of the source; it looks like unix-seconds: '1711929600' (log.csv, record 1); \
      declare date_format
      """
    ),
    (
      ["2024-04-01"],
      """
      1 date has no format of the source; it looks like iso8601: '2024-04-01' (log.csv, record 1); \
      declare date_format
      """
    ),
    (
      ["soon", "later"],
      """
      2 dates have no format of the source, first in log.csv, record 1; they have no usual form; \
      declare date_format
      """
    ),
  ])
  func `what the dates look like is said, with a date that shows it`(
    texts: [String], words: String
  ) {
    #expect(Self.hints(texts) == [words])
    #expect(Self.hints(texts, cut: 1) == [words])
  }

  @Test func `columns are told apart and sorted`() {
    var hints = DateHints()
    #expect(hints.isEmpty && hints.hints.isEmpty)
    for (source, column) in [("b", DateColumn.actionDate), ("a", .actionedAt), ("a", .referredAt)] {
      hints.add(Array("x".utf8).span, source: source, column, file: "f.csv", position: 7)
    }
    #expect(
      hints.hints.map { "\($0.source) \($0.column) \($0.file) \($0.position)" } == [
        "a referred_at f.csv 7", "a actioned_at f.csv 7", "b action_date f.csv 7",
      ])
  }
}
