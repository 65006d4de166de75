package import Tabular
import TakedownModel

/// The spellings that no register knows, with how many records and which sources have them, and
/// what they may have meant: the rows of `unmapped.csv`.
package struct UnmappedTable {
  /// Sorted by register, then by falling number of records, then by spelling.
  package let table: Table

  package init(_ counts: [NormalizedBatch.Unmapped: Int], settings: NormalizeSettings) {
    struct Entry {
      var records = 0
      var sources: [String] = []
    }
    var entries: [[String]: Entry] = [:]
    for (key, count) in counts {
      entries[[key.register, key.spelling], default: Entry()].records += count
      entries[[key.register, key.spelling], default: Entry()].sources.append(key.source)
    }
    var rows: [(records: Int, row: [String])] = []
    for (key, entry) in entries {
      let suggestions: [String] =
        switch key[0] {
        case "platforms": settings.platforms.suggestions(for: key[1])
        case "agencies": settings.agencies.suggestions(for: key[1])
        case "actions": settings.actions.suggestions(for: key[1])
        case "counts": settings.units.suggestions(for: key[1])
        default: settings.categories.suggestions(for: key[1])
        }
      rows.append(
        (
          entry.records,
          [
            key[0], key[1], String(entry.records),
            entry.sources.sorted().joined(separator: " "),
            suggestions.joined(separator: "; "),
          ]
        ))
    }
    rows.sort { ($0.row[0], -$0.records, $0.row[1]) < ($1.row[0], -$1.records, $1.row[1]) }
    table = Table(columns: StageColumns.unmapped, rows: rows.map(\.row))
  }
}
