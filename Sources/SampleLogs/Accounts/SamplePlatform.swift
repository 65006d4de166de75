/// The platforms that the made-up logs name.
enum SamplePlatform: Int, CaseIterable, Sendable {
  case facebook, instagram, tiktok, x, youtube, telegram, whatsapp, snapchat

  /// How often each occurs, out of 100, in the order of the cases.
  static let weights = [28, 14, 24, 6, 5, 9, 9, 5]

  /// Spellings that a clerk who writes English may use.
  var spellings: [String] {
    switch self {
    case .facebook: ["Facebook", "Facebook", "facebook", "FB", "FACEBOOK", "facebook.com"]
    case .instagram: ["Instagram", "Instagram", "IG", "Insta", "instagram"]
    case .tiktok: ["TikTok", "TikTok", "Tik Tok", "tiktok", "Tik-Tok", "TIKTOK"]
    case .x: ["X", "Twitter", "X (formerly Twitter)", "x.com", "Twitter/X"]
    case .youtube: ["YouTube", "YouTube", "You Tube", "Youtube", "YT"]
    case .telegram: ["Telegram", "Telegram", "telegram", "TG", "Telegram Messenger"]
    case .whatsapp: ["WhatsApp", "WhatsApp", "Whats App", "Whatsapp", "WA"]
    case .snapchat: ["Snapchat", "Snapchat", "Snap", "SnapChat"]
    }
  }

  /// Spellings in Arabic script.
  var arabicSpellings: [String] {
    switch self {
    case .facebook: ["فيسبوك", "فايسبوك"]
    case .instagram: ["إنستغرام", "انستغرام"]
    case .tiktok: ["تيك توك"]
    case .x: ["تويتر", "إكس"]
    case .youtube: ["يوتيوب"]
    case .telegram: ["تيليجرام", "تلغرام"]
    case .whatsapp: ["واتساب", "واتس آب"]
    case .snapchat: ["سناب شات"]
    }
  }

  /// Hosts at which its profiles are linked.
  var hosts: [String] {
    switch self {
    case .facebook: Self.facebookHosts
    case .instagram: Self.instagramHosts
    case .tiktok: Self.tiktokHosts
    case .x: Self.xHosts
    case .youtube: Self.youtubeHosts
    case .telegram: Self.telegramHosts
    case .whatsapp: Self.whatsappHosts
    case .snapchat: Self.snapchatHosts
    }
  }

  /// Query strings that links copied from its app carry.
  var queries: [String] {
    switch self {
    case .facebook: Self.facebookQueries
    case .instagram: Self.instagramQueries
    case .tiktok: Self.tiktokQueries
    case .x: Self.xQueries
    case .youtube: Self.youtubeQueries
    case .telegram, .whatsapp, .snapchat: Self.otherQueries
    }
  }

  // Stored once: an array literal would be allocated anew for every row of a large log.
  private static let facebookHosts = [
    "www.facebook.com", "facebook.com", "m.facebook.com", "web.facebook.com",
    "mbasic.facebook.com", "fr-fr.facebook.com", "fb.com",
  ]
  private static let instagramHosts = ["www.instagram.com", "instagram.com", "m.instagram.com"]
  private static let tiktokHosts = ["www.tiktok.com", "tiktok.com", "m.tiktok.com"]
  private static let xHosts = ["x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"]
  private static let youtubeHosts = ["www.youtube.com", "youtube.com", "m.youtube.com"]
  private static let telegramHosts = ["t.me", "t.me", "telegram.me", "telegram.dog"]
  private static let whatsappHosts = ["www.whatsapp.com", "whatsapp.com"]
  private static let snapchatHosts = ["www.snapchat.com", "snapchat.com"]
  private static let facebookQueries = ["?locale=en_GB", "?mibextid=ZbWKwL", "?_rdc=1&_rdr"]
  private static let instagramQueries = ["?hl=en", "?igshid=MzRlODBiNWFlZA"]
  private static let tiktokQueries = ["?lang=en", "?_t=8sample&_r=1"]
  private static let xQueries = ["?s=20", "?lang=en"]
  private static let youtubeQueries = ["?si=sample"]
  private static let otherQueries = ["?src=link"]
}
