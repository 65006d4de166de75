import Bytes

/// The attributes of an element, valid while it is being opened.
@safe struct PartAttributes {
  let count: Int
  private let values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let names: PartNameTable

  init(
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int, names: PartNameTable
  ) {
    self.count = unsafe values == nil ? 0 : count
    unsafe self.values = values
    self.names = names
  }

  /// The name of one of them; of those with a name space only the id of a relationship is known.
  func name(_ index: Int) -> PartName {
    guard let values = unsafe values else { return .other }
    let name = unsafe names[values[5 * index]]
    let hasNamespace = unsafe values[5 * index + 2] != nil
    return hasNamespace == (name == .relationshipID) ? name : .other
  }

  /// The text of one of them as it stands, in which `&` is still written `&#38;`.
  @_lifetime(borrow self)
  func value(_ index: Int) -> Span<UInt8> {
    guard let start = unsafe values?[5 * index + 3], let end = unsafe values?[5 * index + 4] else {
      return Span()
    }
    let text = unsafe Span(_unsafeStart: start, count: end - start)
    return unsafe _overrideLifetime(text, borrowing: self)
  }

  /// The text of the attribute of a name; nil where there is none.
  func text(_ name: PartName) -> String? {
    for i in 0..<count where self.name(i) == name {
      // libxml2 leaves an ampersand as a reference, for a tree builder to resolve.
      return value(i).text.replacing("&#38;", with: "&")
    }
    return nil
  }

  /// Whether the attribute of a name is there and true.
  func isTrue(_ name: PartName) -> Bool {
    for i in 0..<count where self.name(i) == name { return value(i).isTrue }
    return false
  }
}

extension Span<UInt8> {
  /// Whether this is how XML Schema writes true.
  var isTrue: Bool { equals("1") || equals("true") }

  /// A whole number of up to nine digits that is not negative; nil for any other text.
  var wholeNumber: Int? {
    guard count > 0, count <= 9 else { return nil }
    var value = 0
    for i in indices {
      let digit = self[i] &- 0x30
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }
}
