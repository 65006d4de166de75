import TakedownModel

extension SourceSettings {
  /// What must hold between the keys of a source.
  static let fieldRules: [ObjectShape.Rule] =
    columnNames.map { .notBoth(["fields", $0], ["constants", $0]) }
    + [.notBoth(["agency"], ["constants", "agency"])]
    + recordRules.map { .when(key: "kind", is: "records", isDefault: true, $0) }
    + countRules.map { .when(key: "kind", is: "counts", isDefault: false, $0) }

  private static let recordNames = RecordField.allCases.map(\.rawValue)
  private static let countNames = CountField.allCases.map(\.rawValue)
  private static let columnNames =
    recordNames + countNames.filter { !recordNames.contains($0) }

  private static let recordRules: [ObjectShape.Rule] =
    [
      .atLeastOne([["agency"], ["fields", "agency"], ["constants", "agency"]]),
      .atLeastOne([["fields", "action"], ["constants", "action"]]),
      .atLeastOne([
        ["fields", "action_date"], ["fields", "actioned_at"], ["constants", "action_date"],
        ["constants", "actioned_at"],
      ]),
      .absent(["number_format"], "it is only for kind 'counts'"),
    ] + only("counts", countNames.filter { !recordNames.contains($0) })

  private static let countRules: [ObjectShape.Rule] =
    [
      .atLeastOne([
        ["agency"], ["fields", "agency"], ["constants", "agency"], ["fields", "platform"],
        ["constants", "platform"],
      ]),
      .atLeastOne([["fields", "measure"], ["constants", "measure"]]),
      .atLeastOne([["fields", "value"]]),
      .atLeastOne([
        ["fields", "period"], ["constants", "period"], ["fields", "period_start"],
        ["constants", "period_start"],
      ]),
      .absent(["words"], "it is only for kind 'records'"),
      .absent(["guards", "expected_every"], "it is only for kind 'records'"),
      .absent(["guards", "max_unmapped"], "it is only for kind 'records'"),
    ] + only("records", recordNames.filter { !countNames.contains($0) })

  private static func only(_ kind: String, _ names: [String]) -> [ObjectShape.Rule] {
    names.flatMap { name in
      ["fields", "constants"].map { .absent([$0, name], "it is only for kind '\(kind)'") }
    }
  }
}
