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

extension CalendarDate {
  /// The day that a cell spells as `2025-03-31`; nil for any other text.
  init?(spelling text: Span<UInt8>) {
    guard text.count == 10, text[4] == 0x2d, text[7] == 0x2d else { return nil }
    var fault: UInt8 = 0
    func digit(_ index: Int) -> Int {
      let value = text[index] &- 0x30
      if value > 9 { fault = 1 }
      return Int(value)
    }
    let year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3)
    let month = digit(5) * 10 + digit(6)
    let day = digit(8) * 10 + digit(9)
    guard fault == 0 else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
