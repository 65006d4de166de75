/// The columns of the file that agencies exchange, in their order.
enum ExchangeColumn: Int, CaseIterable {
  case keyID, keyCheck, agency, country, platform, accountKind, pseudonym, counts, action
  case actionDate

  /// The name in the header row.
  var name: String {
    switch self {
    case .keyID: "key_id"
    case .keyCheck: "key_check"
    case .agency: "agency"
    case .country: "country"
    case .platform: "platform"
    case .accountKind: "account_kind"
    case .pseudonym: "pseudonym"
    case .counts: "counts"
    case .action: "action"
    case .actionDate: "action_date"
    }
  }

  static let names = allCases.map(\.name)
}
