import TakedownModel

extension CountField {
  /// What stands in the column, for the JSON Schema.
  var meaning: String {
    switch self {
    case .agency: "who has published the count"
    case .platform: "the platform that the count is of"
    case .country: "the country that the count is of"
    case .measure: "what was counted, in the publisher's word"
    case .counts: "the unit that was counted: accounts, pages, posts …"
    case .category: "the policy area that the count is of"
    case .period: "the days of the count as a text: 2024Q3, July 2024, 2024-07-01/2024-12-31"
    case .periodStart: "the first day of the count"
    case .periodEnd: "the last day of the count"
    case .value: "the count"
    case .vintage: "the edition that the count stands in"
    }
  }
}
