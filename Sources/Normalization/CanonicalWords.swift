import Bytes

/// The canonical words of a closed vocabulary as bytes, ready to be copied into rows.
struct CanonicalWords<Value: CaseIterable & RawRepresentable & Equatable & Sendable>: Sendable
where Value.RawValue == String {
  private let values: [Value]
  private let texts: ByteStrings

  init() {
    values = Array(Value.allCases)
    texts = ByteStrings(values.map(\.rawValue))
  }

  /// The word of a value.
  subscript(value: Value) -> Span<UInt8> {
    @_lifetime(borrow self) get {
      texts[values.firstIndex(of: value) ?? 0]
    }
  }
}
