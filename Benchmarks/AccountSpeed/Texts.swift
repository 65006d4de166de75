import Normalization

/// Distinct accounts in one array of bytes, as a column of a batch holds them.
struct Texts {
  private(set) var bytes: [UInt8] = []
  /// Where each starts, and where the last one ends.
  private(set) var starts = [0]
  /// What the platform column says of each.
  private(set) var platforms: [Int?] = []

  /// Spellings with `#` where the number of the account goes, by platform.
  private static let spellings: [(String, [String])] = [
    (
      "facebook",
      [
        "https://www.facebook.com/Sample.Page.#", "https://www.facebook.com/profile.php?id=1000#",
        "https://m.facebook.com/groups/#/?ref=share", "sample.page.#", "1000896#",
        "https://www.facebook.com/people/Sample-Page/6155#/",
      ]
    ),
    (
      "instagram",
      [
        "https://www.instagram.com/sample_#/", "@sample.#", "sample_#",
        "instagram.com/Sample#?hl=en",
      ]
    ),
    (
      "tiktok",
      ["https://www.tiktok.com/@sample#?lang=en", "@sample#", "tiktok.com/@sample.#/video/7"]
    ),
    ("x", ["https://x.com/Sample_#", "https://twitter.com/sample#/status/18", "@Sample#"]),
    ("youtube", ["https://www.youtube.com/@Sample-#", "https://youtube.com/c/Sample#"]),
    (
      "telegram",
      ["https://t.me/sample_#", "t.me/s/sample_#", "@sample_#", "https://t.me/+Sample_#"]
    ),
    ("whatsapp", ["+35569#", "https://wa.me/35568#", "+44 7700 #"]),
    ("snapchat", ["https://www.snapchat.com/add/sample-#", "sample-#"]),
  ]

  init(count: Int, register: PlatformRegister) {
    let forms = Self.spellings.flatMap { id, forms in
      forms.map { (register.index(ofID: id), Array($0.utf8)) }
    }
    for number in 0..<count {
      let (platform, form) = forms[number % forms.count]
      for byte in form {
        if byte == UInt8(ascii: "#") {
          bytes += String(1_000_000 + number).utf8
        } else {
          bytes.append(byte)
        }
      }
      starts.append(bytes.count)
      platforms.append(platform)
    }
  }

  subscript(index: Int) -> String {
    String(decoding: bytes[starts[index]..<starts[index + 1]], as: UTF8.self)
  }
}
