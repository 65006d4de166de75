/// What people call the months and the halves of a day, by language.
///
/// Full names, and the short ones of CLDR with and without their full stop. Arabic has those of the
/// east (`يناير`), of Tunisia and Algeria (`جانفي`), of Morocco and of the Levant; Vietnamese has
/// numbered and spelled-out ones.
enum MonthNames {
  /// The languages that have a table, sorted.
  static var languages: [String] { table.keys.sorted() }

  /// The names in a locale's language, such as `fr` or `fr-TN`; those of English for nil, and none
  /// for a language without a table.
  static func months(locale: String?) -> DateWords {
    let rows = table[language(of: locale)] ?? []
    var words: [(word: String, value: Int)] = []
    for (index, row) in rows.enumerated() {
      for name in row.split(separator: "|") {
        words.append((String(name), index + 1))
        words.append((String(name) + ".", index + 1))
      }
    }
    return DateWords(words)
  }

  /// 0 for the hours before noon and 12 for those after.
  static func meridiems(locale: String?) -> DateWords {
    let own: (before: String, after: String)? =
      switch language(of: locale) {
      case "ar": ("ص", "م")
      case "sv": ("fm", "em")
      case "vi": ("SA", "CH")
      default: nil
      }
    var words = [("am", 0), ("pm", 12), ("a.m.", 0), ("p.m.", 12)]
    if let own { words += [(own.before, 0), (own.after, 12)] }
    return DateWords(words.map { (word: $0.0, value: $0.1) })
  }

  private static func language(of locale: String?) -> String {
    guard let locale else { return "en" }
    return String(locale.lowercased().prefix { $0 != "-" && $0 != "_" })
  }

  private static let table: [String: [String]] = [
    "en": [
      "January|Jan", "February|Feb", "March|Mar", "April|Apr", "May", "June|Jun", "July|Jul",
      "August|Aug", "September|Sept|Sep", "October|Oct", "November|Nov", "December|Dec",
    ],
    "sq": [
      "janar|jan", "shkurt|shk", "mars|mar", "prill|pri", "maj", "qershor|qer", "korrik|korr|kor",
      "gusht|gush|gus", "shtator|sht", "tetor|tet", "nëntor|nën", "dhjetor|dhj",
    ],
    "sv": [
      "januari|jan", "februari|feb", "mars|mar", "april|apr", "maj", "juni|jun", "juli|jul",
      "augusti|aug", "september|sept|sep", "oktober|okt", "november|nov", "december|dec",
    ],
    "fr": [
      "janvier|janv", "février|févr", "mars", "avril|avr", "mai", "juin", "juillet|juil", "août",
      "septembre|sept", "octobre|oct", "novembre|nov", "décembre|déc",
    ],
    "ar": [
      "يناير|جانفي|كانون الثاني", "فبراير|فيفري|شباط", "مارس|آذار", "أبريل|إبريل|أفريل|نيسان",
      "مايو|ماي|أيار", "يونيو|يونيه|جوان|حزيران", "يوليو|يوليه|جويلية|يوليوز|تموز",
      "أغسطس|أوت|غشت|آب", "سبتمبر|شتنبر|أيلول", "أكتوبر|تشرين الأول",
      "نوفمبر|نونبر|تشرين الثاني", "ديسمبر|دجنبر|كانون الأول",
    ],
    "vi": [
      "tháng 1|tháng 01|thg 1|thg 01|tháng một|tháng giêng",
      "tháng 2|tháng 02|thg 2|thg 02|tháng hai",
      "tháng 3|tháng 03|thg 3|thg 03|tháng ba", "tháng 4|tháng 04|thg 4|thg 04|tháng tư",
      "tháng 5|tháng 05|thg 5|thg 05|tháng năm", "tháng 6|tháng 06|thg 6|thg 06|tháng sáu",
      "tháng 7|tháng 07|thg 7|thg 07|tháng bảy", "tháng 8|tháng 08|thg 8|thg 08|tháng tám",
      "tháng 9|tháng 09|thg 9|thg 09|tháng chín", "tháng 10|thg 10|tháng mười",
      "tháng 11|thg 11|tháng mười một", "tháng 12|thg 12|tháng mười hai|tháng chạp",
    ],
  ]
}
