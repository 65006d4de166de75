package import TakedownModel

/// How accounts are named on one platform.
package struct PlatformRules: Sendable {
  /// Whether telephone numbers name accounts.
  package enum Phones: String, CaseIterable, Sendable {
    case never
    /// Only with a `+`, since bare digits are ids.
    case withPlus = "with-plus"
    /// In any spelling.
    case always
  }

  /// What a sub-domain of a platform's host says.
  package enum Subdomains: Sendable {
    /// Only the language or the kind of device.
    case ignored
    /// The name of an account: `name.t.me`.
    case names(of: String)
    /// With the domain, the name of an account: `name.bsky.social`.
    case accounts(of: String)
  }

  /// Addresses, the more exact ones first.
  let shapes: [AddressShape]
  /// Texts without a host that are accounts too, tried after `shapes`.
  let bare: [AddressShape]
  /// `shapes` without a host, and `bare`.
  let relative: [AddressShape]
  /// Hosts with addresses of their own, where no other shape holds.
  let ownHosts: Set<String>
  /// The names of each kind; a kind that is not listed has no names here, save that ids are numbers
  /// where a log says that they are ids.
  let grammars: [AccountKind: HandleGrammar]
  /// The name spaces of users beside the platform's own.
  let spaces: Set<String>
  /// Whether a first segment may end with an id, so that no user name has that form.
  let takesTails: Bool
  /// How many digits make a text an id where a user name could stand; nil where digits are a name.
  let idLengths: ClosedRange<Int>?
  /// First segments that are no account, in lower case.
  let reserved: Set<String>
  /// Whether user names stand first in the path without `@`, so that `reserved` are no names at all.
  let reservesNames: Bool
  /// Whether `sections` stand before something else and are no names there.
  let hasSections: Bool
  /// Labels of sub-domains that hold pages of the company, beside `companyLabels`.
  let serviceLabels: Set<String>
  let phones: Phones
  /// The country whose national numbers the platform's own URLs hold; empty for none.
  let urlCountry: String
  /// Hosts of pages that keep the path after `#`.
  let fragmentHosts: [String]
  let subdomains: Subdomains
  /// Whether a name is an account only together with a host: `name@host`.
  let addsHost: Bool
  /// Schemes of links that open the app; their paths are those of the platform's first host.
  let appSchemes: [String]

  /// - Parameters:
  ///   - shapes: Addresses, the more exact ones first.
  ///   - bare: Texts without a host that are accounts too.
  ///   - grammars: The names of each kind.
  ///   - idLengths: How many digits make a text an id where a user name could stand.
  ///   - reserved: First segments that are no account, separated by spaces.
  ///   - reservesNames: Whether these are no names anywhere.
  ///   - hasSections: Whether `sections` before another segment are no names.
  ///   - serviceLabels: Sub-domains without accounts, separated by spaces.
  ///   - phones: Whether telephone numbers name accounts.
  ///   - urlCountry: The country whose national numbers the platform's own URLs hold.
  ///   - fragmentHosts: Hosts of pages that keep the path after `#`.
  ///   - subdomains: What a sub-domain says.
  ///   - addsHost: Whether a name is an account only together with a host.
  ///   - appSchemes: Schemes of links that open the app.
  package init(
    shapes: [AddressShape], bare: [AddressShape] = ["{user}"],
    grammars: [AccountKind: HandleGrammar], idLengths: ClosedRange<Int>? = nil,
    reserved: String = "", reservesNames: Bool = true, hasSections: Bool = true,
    serviceLabels: String = "",
    phones: Phones = .never, urlCountry: String = "", fragmentHosts: [String] = [],
    subdomains: Subdomains = .ignored, addsHost: Bool = false, appSchemes: [String] = []
  ) {
    self.shapes = shapes
    self.bare = bare
    relative = shapes.filter { !$0.needsHost } + bare
    ownHosts = Set(shapes.compactMap(\.host))
    self.grammars = grammars
    spaces = Set(shapes.map(\.space)).subtracting([""])
    takesTails = shapes.contains {
      if case .capture(_, .tail, _)? = $0.parts.first { true } else { false }
    }
    self.idLengths = idLengths
    self.reserved = Set(reserved.split(separator: " ").map(String.init))
      .union((shapes + bare).filter { $0.host == nil }.compactMap(\.firstLiteral))
    self.reservesNames = reservesNames
    self.hasSections = hasSections
    self.serviceLabels = Set(serviceLabels.split(separator: " ").map(String.init))
    self.phones = phones
    self.urlCountry = urlCountry
    self.fragmentHosts = fragmentHosts
    self.subdomains = subdomains
    self.addsHost = addsHost
    self.appSchemes = appSchemes
  }

  /// First segments that say what kind of thing the next one is, on whatever platform: where no form
  /// knows them, the address names nobody, rather than an account that is called `video`.
  static let sections: Set<String> = [
    "account", "accounts", "album", "albums", "app", "apps", "article", "articles", "c", "channel",
    "channels", "chat", "chats", "clip", "clips", "collection", "collections", "community",
    "communities", "embed", "event", "events", "g", "group", "groups", "hashtag", "hashtags",
    "help",
    "i", "id", "image", "images", "inbox", "invite", "invites", "item", "items", "j", "join",
    "link",
    "links", "live", "location", "locations", "member", "members", "message", "messages", "music",
    "p", "page", "pages", "people", "person", "photo", "photos", "place", "places", "playlist",
    "playlists", "post", "posts", "product", "products", "profile", "profiles", "r", "redirect",
    "reel", "reels", "s", "search", "share", "shop", "short", "shorts", "sound", "sounds", "source",
    "status", "statuses", "stories", "story", "t", "tag", "tags", "topic", "topics", "tv", "u",
    "uid",
    "user", "users", "v", "video", "videos", "watch",
  ]

  /// Sub-domains that hold pages of the company on every platform, never an account.
  static let companyLabels: Set<String> = [
    "about", "accounts", "ads", "adsmanager", "api-docs", "blog", "careers", "community", "consent",
    "dev", "developer", "developers", "docs", "engineering", "faq", "help", "helpcenter",
    "investor", "investors", "jobs", "legal", "marketing", "newsroom", "policies", "policy",
    "press", "privacy", "research", "safety", "security", "shop", "status", "store", "support",
    "terms", "transparency",
  ]

  /// Whether a host under a domain of the platform holds no accounts.
  func isService(_ host: String, _ domain: String) -> Bool {
    guard host.utf8.count > domain.utf8.count, !ownHosts.contains(host) else { return false }
    switch subdomains {
    case .names(let named), .accounts(let named): if named == domain { return false }
    case .ignored: break
    }
    return host.utf8.dropLast(domain.utf8.count + 1).split(separator: UInt8(ascii: ".")).contains {
      guard $0.count > 1 else { return false }
      let label = String(Substring($0))
      return serviceLabels.contains(label) || Self.companyLabels.contains(label)
    }
  }

  /// The canonical form of a name of a kind; nil for any other text.
  func canonical(_ name: Substring, _ kind: AccountKind) -> String? {
    if kind == .user, let slash = name.firstIndex(of: "/") {
      let space = String(name[..<slash])
      guard spaces.contains(space) else { return nil }
      return grammars[.user]?.canonical(name[name.index(after: slash)...])
        .map { space + "/" + $0 }
    }
    return (grammars[kind] ?? (kind == .id ? .number : nil))?.canonical(name)
  }
}
