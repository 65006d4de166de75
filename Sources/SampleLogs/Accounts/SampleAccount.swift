/// An account that does not exist: a platform, a form and a serial number.
///
/// Two accounts with different serials are different accounts under every rule that makes two
/// spellings one: names end in the serial's digits, numbers and codes are made from it one to one.
struct SampleAccount: Hashable, Sendable {
  /// What identifies the account on its platform.
  enum Form: UInt8, Sendable {
    /// A user name; upper and lower case are the same.
    case name
    /// A number given out by the platform.
    case number
    /// A numbered group.
    case group
    /// A channel code; upper and lower case differ.
    case channel
    /// An invite code; upper and lower case differ.
    case invite
    /// A telephone number that no one can have.
    case phone
  }

  let platform: SamplePlatform
  let form: Form
  let unit: SampleUnit
  let serial: Int

  /// Chooses form and unit from a scrambled number, so that they depend on nothing else.
  init(platform: SamplePlatform, serial: Int, scrambled: UInt64) {
    let share = Int(scrambled >> 8 & 0xffff) * 100 / 65_536
    let other = Int(scrambled >> 24 & 0xffff) * 100 / 65_536
    self.platform = platform
    self.serial = serial
    (form, unit) =
      switch platform {
      case .facebook where share < 60: (.name, other < 30 ? .page : .account)
      case .facebook where share < 86: (.number, other < 25 ? .page : .account)
      case .facebook: (.group, .group)
      case .instagram, .tiktok, .x, .snapchat: (.name, .account)
      case .youtube where share < 55: (.name, other < 50 ? .channel : .account)
      case .youtube: (.channel, .channel)
      case .telegram where share < 80: (.name, other < 60 ? .channel : .account)
      case .telegram: (.invite, .group)
      case .whatsapp where share < 75: (.phone, .account)
      case .whatsapp where share < 92: (.invite, .group)
      case .whatsapp: (.channel, .channel)
      }
  }
}
