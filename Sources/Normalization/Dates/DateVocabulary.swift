/// The words of a language that dates are written with.
struct DateVocabulary: Sendable {
  let months: DateWords
  /// 0 for the hours before noon and 12 for those after.
  let meridiems: DateWords
  /// What may follow the number of a day, such as `er` in `1er avril`.
  let ordinals: DateWords

  /// The words of a locale's language; see `MonthNames`.
  init(locale: String?) {
    months = MonthNames.months(locale: locale)
    meridiems = MonthNames.meridiems(locale: locale)
    ordinals = MonthNames.ordinals(locale: locale)
  }
}
