/// The columns of `takedowns.csv` by their place; `duplicates.csv` begins with the same.
package enum TakedownColumn: Int, CaseIterable {
  case source, file, position, agency, country, platform, accountKind, account, counts, action
  case actionDate, referredAt, actionedAt, category, language

  /// The name in the header row.
  package var name: String {
    switch self {
    case .source: "source"
    case .file: "file"
    case .position: "position"
    case .agency: "agency"
    case .country: "country"
    case .platform: "platform"
    case .accountKind: "account_kind"
    case .account: "account"
    case .counts: "counts"
    case .action: "action"
    case .actionDate: "action_date"
    case .referredAt: "referred_at"
    case .actionedAt: "actioned_at"
    case .category: "category"
    case .language: "language"
    }
  }
}
