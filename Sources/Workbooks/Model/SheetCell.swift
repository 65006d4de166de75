import ReleaseModel
import TakedownModel

/// A cell of a table in a sheet.
enum SheetCell: Hashable, Sendable {
  case empty
  case text(String)
  /// A text that leads to the first cell of the sheet with the second name.
  case link(String, to: String)
  /// A number as its decimal digits, and as near to it as a computer's number is.
  case number(String, Double)
  case date(CalendarDate)

  /// The cell of a column, from the text that the table has.
  ///
  /// A number of more than 15 digits, which no spreadsheet can hold, and a day before March 1900, on
  /// which spreadsheets disagree, stay text.
  init(_ text: String, _ kind: DataColumn.Kind) {
    if text.isEmpty {
      self = .empty
      return
    }
    switch kind {
    case .integer, .decimal:
      if CellText.isPlainNumber(text), text.utf8.count(where: { $0 >= 0x30 }) <= 15,
        let number = Double(text)
      {
        self = .number(text, number)
        return
      }
    case .date:
      if let day = CalendarDate(text), day.days >= Self.firstDay {
        self = .date(day)
        return
      }
    case .text: break
    }
    self = .text(SheetText.shown(text))
  }

  /// 1 March 1900, in days since 1970.
  private static let firstDay = -25_508

  /// The text of a cell that has one.
  var text: String? {
    switch self {
    case .text(let text), .link(let text, _): text
    case .empty, .number, .date: nil
    }
  }

  /// About how many characters wide it is.
  var length: Int {
    switch self {
    case .empty: 0
    case .text(let text), .link(let text, _): text.utf8.count
    case .number(let digits, _): digits.utf8.count + digits.utf8.count / 3
    case .date: 10
    }
  }
}
