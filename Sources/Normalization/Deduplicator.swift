import Bytes
package import TakedownModel

/// Tells which records repeat an earlier one, batch after batch in the order of the records.
///
/// A duplicate has the same agency, platform, account, unit, action and day as an earlier record. In
/// memory there are 32 bytes for each distinct one, whatever the number of rows.
package struct Deduplicator: Sendable {
  private struct Entry {
    var high: UInt64
    var low: UInt64
    /// Number of the file plus one; 0 for a free slot.
    var file: UInt32
    var position: Int
  }

  /// What a batch added.
  package struct Added: Sendable {
    package var counted = 0
    package var duplicates = 0
    /// The last day of its records; nil where there is none.
    package var lastDay: CalendarDate?

    package init() {}
  }

  /// What became of the records of one file.
  package struct FileSums: Sendable {
    /// `source,file,` as it stands in CSV.
    package let origin: String
    package var usable = 0
    /// Records that are not counted because something is wrong with them.
    package var unusable = 0
    /// What is wrong with the first of them.
    package var reason = ""
  }

  private var entries: [Entry]
  private var count = 0
  private var fileNumbers = SpellingTable()
  /// Counted records and duplicates by source.
  package private(set) var bySource: [String: Added] = [:]
  /// The files in the order in which they were met.
  package private(set) var byFile: [FileSums] = []

  package init() {
    entries = Array(repeating: Entry(high: 0, low: 0, file: 0, position: 0), count: 1 << 12)
  }

  /// Appends the rows of a batch to `takedowns`, those that repeat an earlier record to `duplicates`.
  package mutating func add(
    _ batch: NormalizedBatch, takedowns: inout [UInt8], duplicates: inout [UInt8]
  ) {
    let rows = batch.rows.span
    var numbers: [Int] = []
    var sources: [String] = []
    for number in 0..<batch.files.count {
      numbers.append(fileNumbers.insert(batch.files[number].span))
      let prefix = String(decoding: batch.files[number], as: UTF8.self)
      let global = numbers[number]
      if global == byFile.count { byFile.append(FileSums(origin: prefix)) }
      if let left = batch.faultyByFile[number] {
        if byFile[global].unusable == 0 { byFile[global].reason = left.reason.message }
        byFile[global].unusable += left.records
      }
      sources.append(String(prefix.prefix { $0 != "," }))
    }
    var added = Array(repeating: Added(), count: sources.count)

    var runStart = 0
    var rowStart = 0
    for index in batch.rowEnds.indices {
      let rowEnd = batch.rowEnds[index]
      let local = Int(batch.fileNumbers[index])
      if let key = batch.keys[index],
        let first = insert(key, file: numbers[local], position: batch.positions[index])
      {
        takedowns.append(rows.extracting(runStart..<rowStart))
        runStart = rowEnd
        duplicates.append(rows.extracting(rowStart..<rowEnd - 1))
        duplicates.append(0x2c)
        duplicates.append(contentsOf: fileNumbers[first.file])
        duplicates.append(decimal: first.position)
        duplicates.append(0x0a)
        added[local].duplicates += 1
      } else {
        added[local].counted += 1
      }
      rowStart = rowEnd
    }
    takedowns.append(rows.extracting(runStart..<rowStart))
    for (number, sum) in zip(numbers, added) {
      byFile[number].usable += sum.counted + sum.duplicates
    }
    for number in added.indices { added[number].lastDay = batch.lastDay(ofFile: number) }
    for (source, sum) in zip(sources, added) {
      if let day = sum.lastDay, bySource[source]?.lastDay.map({ day > $0 }) ?? true {
        bySource[source, default: Added()].lastDay = day
      }
      bySource[source, default: Added()].counted += sum.counted
      bySource[source, default: Added()].duplicates += sum.duplicates
    }
  }

  /// Notes a key; returns where it was first seen, nil when it is new.
  private mutating func insert(
    _ key: KeyHash, file: Int, position: Int
  ) -> (file: Int, position: Int)? {
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: key.low) & mask
    while entries[slot].file != 0 {
      if entries[slot].low == key.low, entries[slot].high == key.high {
        return (Int(entries[slot].file) - 1, entries[slot].position)
      }
      slot = (slot + 1) & mask
    }
    entries[slot] = Entry(
      high: key.high, low: key.low, file: UInt32(truncatingIfNeeded: file + 1), position: position)
    count += 1
    if count * 4 > entries.count * 3 { grow() }
    return nil
  }

  private mutating func grow() {
    let old = entries
    let mask = old.count * 2 - 1
    entries = Array(
      repeating: Entry(high: 0, low: 0, file: 0, position: 0), count: old.count * 2)
    for entry in old where entry.file != 0 {
      var slot = Int(truncatingIfNeeded: entry.low) & mask
      while entries[slot].file != 0 { slot = (slot + 1) & mask }
      entries[slot] = entry
    }
  }
}
