import Bytes
import Tabular
import TakedownModel

/// Which columns of a CSV file the columns of `records.csv` are read from, as its header says.
struct CSVColumns: Sendable {
  /// Where one column of `records.csv` comes from: a constant, or columns of the log of which the
  /// first that is not empty is taken.
  struct Origin: Sendable {
    var constant: Int?
    /// Places in `columns` and `pointers`.
    var columns: Range<Int> = 0..<0
    /// Whether a value inside a cell is among them.
    var hasPointers = false
  }

  /// The names as the header has them.
  let header: [String]
  /// The same, each once: a repeated name has a number after it, a missing one is made up.
  let names: [String]
  /// Fields that a row must have: all but those without a name at the end.
  let fewest: Int
  /// For each column of the record.
  private(set) var origins: [Origin] = []
  /// The cells of the columns that are the same in every record.
  private(set) var constants = ByteStrings()
  /// The columns of all origins, one origin after another.
  private(set) var columns: [Int] = []
  /// For each of them the way to a value inside its cell; nil where the cell is the value.
  private(set) var pointers: [JSONPointer?] = []
  /// The columns from which the account is read.
  private(set) var accounts: Range<Int> = 0..<0
  /// The first column of the day, or else of the first other field than the account; -1 for none.
  private(set) var beside = -1
  /// The columns that no record column takes as a whole.
  private(set) var others: [Int] = []
  /// The start of each of their JSON members, `"name":"`, its quotes doubled as in a quoted field.
  private(set) var otherKeys = ByteStrings()
  /// The names from which fields are read, to know a header that comes again.
  private(set) var mappedNames: [[UInt8]] = []

  /// - Throws: `IngestError` where the header lacks or repeats a column that is to be read.
  init(
    layout: SourceLayout, file: String, header: [String], line: Int
  ) throws(IngestError) {
    self.header = header
    names = Self.distinct(header)
    fewest = 1 + (header.lastIndex { !$0.isEmpty } ?? header.count - 1)
    for field in RecordField.allCases {
      guard let places = layout.fields[field] else {
        origins.append(Origin(constant: constants.count))
        constants.append(layout.constantCell(field).span)
        continue
      }
      let start = columns.count
      for place in places { try add(place, line: line, file: file) }
      guard columns.count > start else {
        throw .missingColumn(
          places, for: field, source: layout.id, header: header, line: line, file: file)
      }
      let range = start..<columns.count
      origins.append(
        Origin(columns: range, hasPointers: range.contains { pointers[$0] != nil }))
      if field == .account {
        accounts = range
      } else if beside < 0 || field == .actionDate {
        beside = columns[start]
      }
    }
    let whole = Set(columns.indices.filter { pointers[$0] == nil }.map { columns[$0] })
    others = header.indices.filter { !whole.contains($0) }
    for column in others {
      var key: [UInt8] = []
      key.append(jsonString: Array(names[column].utf8).span)
      let doubled = key.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] } + Array(":\"\"".utf8)
      otherKeys.append(doubled.span)
    }
    var seen: Set<Int> = []
    for column in columns where seen.insert(column).inserted {
      mappedNames.append(Array(header[column].utf8))
    }
  }

  /// Adds the column that a place names, whole or as `name#/pointer`; none where there is none.
  private mutating func add(_ place: String, line: Int, file: String) throws(IngestError) {
    if let column = try column(place, line: line, file: file) {
      columns.append(column)
      pointers.append(nil)
      return
    }
    guard let split = Self.split(place),
      let column = try column(split.name, line: line, file: file)
    else { return }
    do {
      pointers.append(try JSONPointer(split.pointer))
      columns.append(column)
    } catch {
      throw IngestError(
        .wrongSetting, file: file, reason: "the field '\(place.prefix(40))': \(error)")
    }
  }

  private func column(_ name: String, line: Int, file: String) throws(IngestError) -> Int? {
    let found = header.indices.filter { header[$0] == name }
    guard found.count <= 1 else { throw .repeatedColumn(name, line: line, file: file) }
    return found.first ?? names.firstIndex(of: name)
  }

  /// The column and the pointer of a place such as `details#/user/id`; nil where it is no such one.
  static func split(_ place: String) -> (name: String, pointer: String)? {
    guard let mark = place.range(of: "#/") else { return nil }
    return (
      String(place[..<mark.lowerBound]), String(place[place.index(after: mark.lowerBound)...])
    )
  }

  private static func distinct(_ header: [String]) -> [String] {
    var taken = Set(header)
    var seen: Set<String> = []
    return header.enumerated().map { number, name in
      if !name.isEmpty, seen.insert(name).inserted { return name }
      let base = name.isEmpty ? "column \(number + 1)" : name
      var copy = name.isEmpty ? 1 : 2
      var other = name.isEmpty ? base : "\(base) (2)"
      while !taken.insert(other).inserted {
        copy += 1
        other = "\(base) (\(copy))"
      }
      return other
    }
  }
}

extension String {
  /// Where another text first stands in this one.
  fileprivate func range(of other: String) -> Range<Index>? {
    let wanted = Array(other.utf8)
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if utf8[start...].starts(with: wanted) {
        return start..<utf8.index(start, offsetBy: wanted.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
