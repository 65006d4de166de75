import TakedownModel

extension RecordField {
  /// What stands in the column, for the JSON Schema.
  var meaning: String {
    switch self {
    case .agency: "who had the account taken down"
    case .platform: "where the account was"
    case .account: "the account: a URL, a handle or an id"
    case .accountID: "the platform's own number of the account, beside a handle that may change"
    case .counts: "what was acted on: an account, a page, a post …"
    case .action: "what became of it: taken down, refused …"
    case .actionDate: "the day of the action"
    case .referredAt: "when it was put to the platform"
    case .actionedAt: "when the platform acted"
    case .category: "what the account advertised"
    case .language: "the language of the advert, as a BCP 47 tag"
    }
  }
}
