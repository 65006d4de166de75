import TakedownModel

/// How accounts are named on one platform.
struct PlatformRules: Sendable {
  /// Whether telephone numbers name accounts.
  enum Phones: Sendable {
    case never
    /// Only with a `+`, since bare digits are ids.
    case withPlus
    /// In any spelling.
    case always
  }

  /// What a sub-domain of a platform's host says.
  enum Subdomains: Sendable {
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
  /// The names of each kind; a kind that is not listed has no names here.
  let grammars: [AccountKind: HandleGrammar]
  /// How many digits make a text an id where a user name could stand; nil where digits are a name.
  let idLengths: ClosedRange<Int>?
  /// First segments that are no account, in lower case.
  let reserved: Set<String>
  /// Whether user names stand first in the path without `@`, so that `reserved` are no names at all.
  let reservesNames: Bool
  let phones: Phones
  /// The country whose national numbers the platform's own URLs hold; empty for none.
  let urlCountry: String
  /// Hosts of pages that keep the path after `#`.
  let fragmentHosts: [String]
  let subdomains: Subdomains
  /// Whether a name is an account only together with a host: `name@host`.
  let addsHost: Bool

  init(
    shapes: [AddressShape], bare: [AddressShape] = ["{user}"],
    grammars: [AccountKind: HandleGrammar], idLengths: ClosedRange<Int>? = nil,
    reserved: String = "", reservesNames: Bool = true, phones: Phones = .never,
    urlCountry: String = "", fragmentHosts: [String] = [], subdomains: Subdomains = .ignored,
    addsHost: Bool = false
  ) {
    self.shapes = shapes
    self.bare = bare
    relative = shapes.filter { $0.host == nil } + bare
    ownHosts = Set(shapes.compactMap(\.host))
    self.grammars = grammars
    self.idLengths = idLengths
    self.reserved = Set(reserved.split(separator: " ").map(String.init))
      .union((shapes + bare).filter { $0.host == nil }.compactMap(\.firstLiteral))
    self.reservesNames = reservesNames
    self.phones = phones
    self.urlCountry = urlCountry
    self.fragmentHosts = fragmentHosts
    self.subdomains = subdomains
    self.addsHost = addsHost
  }
}
