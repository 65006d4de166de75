/// Which form of a message a number takes, by the categories of Unicode's CLDR.
struct PluralRule: Hashable, Sendable {
  /// The categories of CLDR, in its order.
  enum Category: String, CaseIterable {
    case zero, one, two, few, many, other
  }

  /// When a category is taken.
  enum Condition: Hashable {
    /// The number is this one, whether or not it is written with decimals: 1 and 1.0.
    case equals(Int)
    /// The number is this one and is written without decimals: 1, but not 1.0.
    case isWhole(Int)
  }

  /// The rules by the language's first subtag; a language that is not here has `other` alone.
  ///
  /// From CLDR 48, `plurals.xml`.
  private static let rules: [String: [(category: Category, condition: Condition)]] = [
    "cy": [
      (.zero, .equals(0)), (.one, .equals(1)), (.two, .equals(2)), (.few, .equals(3)),
      (.many, .equals(6)),
    ],
    "en": [(.one, .isWhole(1))],
  ]

  private let subtag: String

  /// The rule of a language, by its BCP 47 tag.
  init(language: String) {
    subtag = language.prefix { $0 != "-" }.lowercased()
  }

  /// The categories that the language tells apart, `other` the last.
  var categories: [Category] { (Self.rules[subtag] ?? []).map(\.category) + [.other] }

  /// The category of a number as it is written.
  func category(of number: RoundedDecimal) -> Category {
    (Self.rules[subtag] ?? []).first { number.meets($0.condition) }?.category ?? .other
  }
}

extension RoundedDecimal {
  fileprivate func meets(_ condition: PluralRule.Condition) -> Bool {
    switch condition {
    case .equals(let value): whole == Int128(value)
    case .isWhole(let value): decimals == 0 && whole == Int128(value)
    }
  }
}
