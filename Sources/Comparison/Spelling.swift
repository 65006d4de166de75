import Bytes
import TakedownModel

extension Action {
  /// The action that a cell spells; nil for any other text.
  init?(spelling text: Span<UInt8>) {
    if text.equals("taken-down") {
      self = .takenDown
    } else if text.equals("referred") {
      self = .referred
    } else if text.equals("refused") {
      self = .refused
    } else if text.equals("pending") {
      self = .pending
    } else if text.equals("restricted") {
      self = .restricted
    } else if text.equals("reinstated") {
      self = .reinstated
    } else {
      return nil
    }
  }
}

extension UnitOfCount {
  /// The unit that a cell spells; nil for any other text.
  init?(spelling text: Span<UInt8>) {
    if text.equals("account") {
      self = .account
    } else if text.equals("page") {
      self = .page
    } else if text.equals("group") {
      self = .group
    } else if text.equals("channel") {
      self = .channel
    } else if text.equals("post") {
      self = .post
    } else if text.equals("advert") {
      self = .advert
    } else {
      return nil
    }
  }
}

extension AccountKind {
  /// Whether a cell spells one of the kinds.
  static func isSpelled(by text: Span<UInt8>) -> Bool {
    text.equals("user") || text.equals("id") || text.equals("channel") || text.equals("group")
      || text.equals("invite") || text.equals("phone") || text.equals("url")
      || text.equals("pseudonym")
  }
}
