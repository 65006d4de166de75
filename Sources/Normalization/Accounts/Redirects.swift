/// Addresses at hosts of no platform that only lead to another one.
enum Redirects {
  /// Of archives, searches, mail guards and services that hide where a visitor came from.
  private static let builtIn: [AddressShape] = [
    "//web.archive.org/web/*/{rest}", "//web.archive.org/save/{rest}",
    "//archive.org/wayback/available?url={next}", "//archive.is/newest/{rest}",
    "//archive.ph/newest/{rest}", "//archive.today/newest/{rest}",
    "//google.com/url?q={next}", "//google.com/url?url={next}", "//google.co.uk/url?q={next}",
    "//google.co.uk/url?url={next}", "//google.fr/url?q={next}", "//google.fr/url?url={next}",
    "//google.com.vn/url?q={next}", "//google.com.vn/url?url={next}", "//google.al/url?q={next}",
    "//google.al/url?url={next}", "//google.se/url?q={next}", "//google.se/url?url={next}",
    "//google.tn/url?q={next}", "//google.tn/url?url={next}",
    "//accounts.google.com?continue={next}", "//translate.google.com/translate?u={next}",
    "//consent.google.com?continue={next}", "//duckduckgo.com/l?uddg={next}",
    "//steamcommunity.com/linkfilter?url={next}", "//exit.sc?url={next}",
    "//slack-redir.net/link?url={next}", "//safelinks.protection.outlook.com?url={next}",
    "//t.umblr.com/redirect?z={next}",
  ]

  /// The forms at a host, or at the nearest domain above it that has any.
  static func shapes(of host: String) -> [AddressShape] {
    var rest = host[...]
    while true {
      if let shapes = byHost[String(rest)] { return shapes }
      guard let dot = rest.utf8.firstIndex(of: UInt8(ascii: ".")) else { return [] }
      rest = rest[rest.index(after: dot)...]
    }
  }

  private static let byHost = Dictionary(grouping: builtIn) { $0.host ?? "" }
}
