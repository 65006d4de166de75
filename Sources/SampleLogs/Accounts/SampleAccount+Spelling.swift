import Bytes

/// The many ways in which people write down an account.
extension SampleAccount {
  /// Appends the spelling that the bits of `variant` choose.
  ///
  /// With `asLink` it names a host, from which the platform can be told.
  func append(to bytes: inout [UInt8], variant: UInt64, asLink: Bool = false) {
    let style = variant >> 8 & 7
    switch form {
    case .name:
      guard asLink || style >= 2 else {
        // A bare YouTube name could be a channel's, so that it keeps its mark.
        if style == 0 && platform != .facebook || platform == .youtube {
          bytes.append(UInt8(ascii: "@"))
        }
        return appendName(to: &bytes, variant: variant)
      }
      appendSite(to: &bytes, variant: variant)
      appendNamePath(to: &bytes, variant: variant)
      appendEnd(to: &bytes, variant: variant)
    case .number:
      if style == 0, !asLink { return appendNumber(to: &bytes) }
      appendSite(to: &bytes, variant: variant)
      appendNumberPath(to: &bytes, variant: variant)
    case .group:
      appendSite(to: &bytes, variant: variant)
      bytes.append("/groups/")
      appendNumber(to: &bytes)
      appendEnd(to: &bytes, variant: variant)
    case .channel:
      appendSite(to: &bytes, variant: variant)
      bytes.append(platform == .youtube ? "/channel/UC" : "/channel/")
      appendCode(to: &bytes, count: 22)
      appendEnd(to: &bytes, variant: variant)
    case .invite:
      if variant & 0x800 != 0 { bytes.append("https://") }
      if platform == .telegram {
        bytes.append(variant & 0x1000 != 0 ? "t.me/+" : "t.me/joinchat/")
        appendCode(to: &bytes, count: 17)
      } else {
        bytes.append("chat.whatsapp.com/")
        appendCode(to: &bytes, count: 22)
      }
    case .phone:
      appendPhoneSpelling(to: &bytes, style: asLink ? style | 4 : style)
    }
  }

  /// One spelling as text.
  func spelling(variant: UInt64, asLink: Bool = false) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, variant: variant, asLink: asLink)
    return bytes.span.text
  }

  /// The link to a post of this account, where its platform has such links; else the account.
  func postSpelling(variant: UInt64) -> String {
    var bytes: [UInt8] = []
    let number = Int(truncatingIfNeeded: variant >> 20 & 0xffff_ffff)
    guard form == .name, platform != .snapchat else { return spelling(variant: variant) }
    bytes.append("https://")
    switch platform {
    case .instagram:
      bytes.append("www.instagram.com/p/Sample")
      bytes.append(decimal: number)
      bytes.append(UInt8(ascii: "/"))
    case .youtube:
      bytes.append("www.youtube.com/watch?v=Sample")
      bytes.append(decimal: number % 90_000 + 10_000)
    default:
      bytes.append(platform.hosts[0])
      bytes.append(platform == .tiktok ? "/@" : "/")
      appendName(to: &bytes, variant: variant)
      switch platform {
      case .facebook: bytes.append("/posts/")
      case .tiktok: bytes.append("/video/7")
      case .x: bytes.append("/status/1")
      default: bytes.append(UInt8(ascii: "/"))
      }
      bytes.append(decimal: platform == .telegram ? number % 9000 + 1 : number)
    }
    return bytes.span.text
  }

  /// Scheme and host.
  private func appendSite(to bytes: inout [UInt8], variant: UInt64) {
    let start = bytes.count
    switch variant >> 11 & 7 {
    case 0, 1: break
    case 2: bytes.append("http://")
    default: bytes.append("https://")
    }
    let hosts = platform.hosts
    bytes.append(hosts[Int(variant >> 14 & 0xff) % hosts.count])
    if variant >> 22 & 31 == 0 { Self.uppercase(&bytes, from: start) }
  }

  private func appendNamePath(to bytes: inout [UInt8], variant: UInt64) {
    switch platform {
    case .tiktok, .youtube: bytes.append("/@")
    case .snapchat: bytes.append(variant >> 27 & 3 == 0 ? "/@" : "/add/")
    case .telegram: bytes.append(variant >> 27 & 3 == 0 ? "/s/" : "/")
    default: bytes.append(UInt8(ascii: "/"))
    }
    appendName(to: &bytes, variant: variant)
  }

  private func appendNumberPath(to bytes: inout [UInt8], variant: UInt64) {
    switch variant >> 27 & 3 {
    case 0:
      bytes.append(UInt8(ascii: "/"))
      appendNumber(to: &bytes)
    case 1:
      bytes.append(unit == .page ? "/pages/Sample-Page/" : "/people/Sample-Name/")
      appendNumber(to: &bytes)
      bytes.append(UInt8(ascii: "/"))
    case 2:
      bytes.append("/profile.php?id=")
      appendNumber(to: &bytes)
      bytes.append("&mibextid=ZbWKwL")
    default:
      bytes.append("/profile.php?id=")
      appendNumber(to: &bytes)
    }
  }

  /// Nothing, a slash, a query, or both.
  private func appendEnd(to bytes: inout [UInt8], variant: UInt64) {
    let end = variant >> 29 & 7
    if end == 0 || end == 1 { bytes.append(UInt8(ascii: "/")) }
    guard end == 1 || end == 2 else { return }
    let queries = platform.queries
    bytes.append(queries[Int(variant >> 32 & 0xff) % queries.count])
  }

  private func appendPhoneSpelling(to bytes: inout [UInt8], style: UInt64) {
    switch style {
    case 0, 1:
      bytes.append(UInt8(ascii: "+"))
      appendPhone(to: &bytes, separator: nil)
    case 2:
      bytes.append(UInt8(ascii: "+"))
      appendPhone(to: &bytes, separator: UInt8(ascii: " "))
    case 3:
      bytes.append(UInt8(ascii: "+"))
      appendPhone(to: &bytes, separator: UInt8(ascii: "-"))
    case 4:
      bytes.append("wa.me/")
      appendPhone(to: &bytes, separator: nil)
    case 5, 6:
      bytes.append("https://wa.me/")
      appendPhone(to: &bytes, separator: nil)
    default:
      bytes.append("https://api.whatsapp.com/send?phone=")
      appendPhone(to: &bytes, separator: nil)
    }
  }
}
