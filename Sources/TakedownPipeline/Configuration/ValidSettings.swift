import TakedownModel
import Tabular

/// An object of a configuration that was found valid and has its defaults filled in.
///
/// What validation rules out reads as the empty value of its type: validation has spoken already.
struct ValidSettings {
  let value: JSONValue

  init(_ value: JSONValue) {
    self.value = value
  }

  func has(_ key: String) -> Bool { value[key] != nil }

  func text(_ key: String) -> String { optionalText(key) ?? "" }

  /// Nil for an absent key and for null.
  func optionalText(_ key: String) -> String? { value[key]?.string }

  /// The texts of a list; a single text is a list of one.
  func texts(_ key: String) -> [String] {
    if let text = optionalText(key) { return [text] }
    return value[key]?.elements.compactMap(\.string) ?? []
  }

  func flag(_ key: String) -> Bool { value[key]?.bool ?? false }

  /// Nil for an absent key and for null.
  func optionalFlag(_ key: String) -> Bool? { value[key]?.bool }

  /// Nil for an absent key and for null.
  func range(_ key: String) -> ClosedRange<Int>? {
    let numbers = value[key]?.elements.compactMap(\.integer) ?? []
    return numbers.count == 2 && numbers[0] <= numbers[1] ? numbers[0]...numbers[1] : nil
  }

  func integer(_ key: String) -> Int { value[key]?.integer ?? 0 }

  /// Nil for an absent key and for null.
  func optionalInteger(_ key: String) -> Int? { value[key]?.integer }

  /// Nil for an absent key and for null.
  func date(_ key: String) -> CalendarDate? { optionalText(key).flatMap { CalendarDate($0) } }

  func object(_ key: String) -> ValidSettings { ValidSettings(value[key] ?? .null) }

  /// The members of an object, in the order of the file.
  func members(_ key: String) -> [JSONValue.Member] {
    if case .object(let members) = value[key] { members } else { [] }
  }

  func objects(_ key: String) -> [ValidSettings] {
    value[key]?.elements.map(ValidSettings.init) ?? []
  }
}
