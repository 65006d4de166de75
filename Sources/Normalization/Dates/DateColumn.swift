import TakedownModel

/// The columns of `records.csv` that have dates, by their place among themselves.
enum DateColumn: Int, CaseIterable, Sendable {
  case actionDate, referredAt, actionedAt

  var column: RecordRow.Column {
    switch self {
    case .actionDate: .actionDate
    case .referredAt: .referredAt
    case .actionedAt: .actionedAt
    }
  }

  var name: String { StageColumns.records[column.rawValue] }
}
