import Bytes

/// Whether the parts of a workbook hold all that was written into them.
///
/// libxlsxwriter collects each part in a temporary file and does not look whether the system took all of
/// it: where the disk is full, a block in the midst of a sheet may be missing.
struct XLSXCheck {
  private let workbook: Workbook

  init(_ workbook: Workbook) {
    self.workbook = workbook
  }

  /// - Throws: `WorkbookError` where a part is cut off or has another number of cells or texts than were
  ///   written.
  func check(_ parts: [(name: String, content: [UInt8])]) throws(WorkbookError) {
    var sheets = 0
    for (name, content) in parts {
      guard Self.isClosed(content) else { throw Self.damaged(name) }
      if name == "xl/sharedStrings.xml" {
        let texts = Self.count("<si>", in: content) + Self.count("<si/>", in: content)
        guard Self.number("uniqueCount=\"", in: content) == texts else {
          throw Self.damaged(name)
        }
      }
      guard let number = Self.number(ofSheet: name) else { continue }
      sheets += 1
      guard workbook.sheets.indices.contains(number - 1),
        workbook.sheets[number - 1].cellCount == Self.count("<c ", in: content)
      else { throw Self.damaged(name) }
    }
    guard sheets == workbook.sheets.count else { throw Self.damaged("xl/worksheets") }
  }

  /// Whether a part begins as XML and ends with the end of its first element.
  private static func isClosed(_ content: [UInt8]) -> Bool {
    let end = content.reversed().drop { $0 == 0x0a || $0 == 0x0d }.first
    return content.starts(with: "<?xml".utf8) && end == UInt8(ascii: ">")
      && count("<", in: content) == count(">", in: content)
  }

  private static func number(ofSheet name: String) -> Int? {
    let start = "xl/worksheets/sheet"
    guard name.hasPrefix(start), name.hasSuffix(".xml") else { return nil }
    return Int(name.dropFirst(start.count).dropLast(".xml".count))
  }

  /// The number that follows the first place of a text.
  private static func number(_ text: String, in content: [UInt8]) -> Int? {
    let pattern = Array(text.utf8)
    for place in content.indices.dropLast(pattern.count) where content[place] == pattern[0] {
      guard content[place...].starts(with: pattern) else { continue }
      let digits = content[(place + pattern.count)...].prefix {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }

  private static func count(_ text: String, in content: [UInt8]) -> Int {
    let pattern = Array(text.utf8)
    var count = 0
    for place in content.indices where content[place] == pattern[0] {
      if content[place...].starts(with: pattern) { count += 1 }
    }
    return count
  }

  private static func damaged(_ part: String) -> WorkbookError {
    .notWritten("takedowns.xlsx", "\(part) does not hold all that was written into it")
  }
}

extension Worksheet {
  /// How many cells the sheet has that are not empty.
  fileprivate var cellCount: Int {
    let cells = table?.rows.reduce(0) { $0 + $1.count { $0 != .empty } } ?? 0
    return lines.count + (table?.columns.count ?? 0) + cells
  }
}
