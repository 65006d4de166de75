/// What people call the months and the halves of a day, by language.
///
/// Full names, and the short ones of CLDR with and without their full stop. Arabic has those of the
/// east (`يناير`), of Tunisia and Algeria (`جانفي`), of Morocco, of Mauritania and of the Levant;
/// Vietnamese has numbered and spelled-out ones. Persian has the months of the Gregorian calendar:
/// dates of the solar Hijri one are not read.
enum MonthNames {
  /// The languages that have a table, sorted.
  static var languages: [String] { table.keys.sorted() }

  /// The names in a locale's language, such as `fr` or `fr-TN`; those of English for nil, and none
  /// for a language without a table.
  static func months(locale: String?) -> DateWords {
    var words: [(word: String, value: Int)] = []
    for (index, row) in names(locale: locale).enumerated() {
      for name in row {
        words.append((name, index + 1))
        words.append((name + ".", index + 1))
      }
    }
    return DateWords(words)
  }

  /// For each month its names, the first one the usual one; nothing for a language without a table.
  static func names(locale: String?) -> [[String]] {
    (table[language(of: locale)] ?? []).map { $0.split(separator: "|").map(String.init) }
  }

  /// 0 for the hours before noon and 12 for those after.
  static func meridiems(locale: String?) -> DateWords {
    let own: [(before: String, after: String)] =
      switch language(of: locale) {
      case "ar": [("ص", "م")]
      case "fa": [("ق.ظ.", "ب.ظ."), ("ق.ظ", "ب.ظ")]
      case "sq": [("p.d.", "m.d."), ("pd", "md")]
      case "sv": [("fm", "em"), ("f.m.", "e.m.")]
      case "tr": [("ÖÖ", "ÖS")]
      case "vi": [("SA", "CH")]
      default: []
      }
    let all = [("am", "pm"), ("a.m.", "p.m.")] + own.map { ($0.before, $0.after) }
    return DateWords(all.flatMap { [(word: $0.0, value: 0), (word: $0.1, value: 12)] })
  }

  /// What may follow a day's number; the values mean nothing.
  static func ordinals(locale: String?) -> DateWords {
    let words =
      switch language(of: locale) {
      case "en": ["st", "nd", "rd", "th"]
      case "fr": ["er"]
      default: [] as [String]
      }
    return DateWords(words.map { (word: $0, value: 0) })
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
      "janvier|janv|jan", "février|févr|fév", "mars", "avril|avr", "mai", "juin",
      "juillet|juill|juil",
      "août", "septembre|sept|sep", "octobre|oct", "novembre|nov", "décembre|déc",
    ],
    "ar": [
      "يناير|جانفي|كانون الثاني", "فبراير|فيفري|شباط", "مارس|آذار", "أبريل|إبريل|أفريل|نيسان",
      "مايو|ماي|أيار", "يونيو|يونيه|جوان|حزيران", "يوليو|يوليه|جويلية|يوليوز|تموز",
      "أغسطس|أوت|غشت|أغشت|آب", "سبتمبر|شتنبر|شتمبر|أيلول", "أكتوبر|تشرين الأول",
      "نوفمبر|نونبر|تشرين الثاني", "ديسمبر|دجنبر|دجمبر|كانون الأول",
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
    "tr": [
      "Ocak|Oca", "Şubat|Şub", "Mart|Mar", "Nisan|Nis", "Mayıs|May", "Haziran|Haz", "Temmuz|Tem",
      "Ağustos|Ağu", "Eylül|Eyl", "Ekim|Eki", "Kasım|Kas", "Aralık|Ara",
    ],
    "fa": [
      "ژانویه", "فوریه", "مارس", "آوریل", "مه|می", "ژوئن", "ژوئیه|جولای", "اوت|آگوست", "سپتامبر",
      "اکتبر", "نوامبر", "دسامبر",
    ],
  ]
}
