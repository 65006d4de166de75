/// Cell references such as `C5`.
enum CellReference {
  /// The most rows and columns that a sheet can have.
  static let maximumRow = 1_048_576
  static let maximumColumn = 16_384

  /// The column, 1-based, and the row of a reference; nil for any other text.
  static func parse(_ text: Span<UInt8>) -> (column: Int, row: Int)? {
    var i = 0
    var column = 0
    while i < text.count {
      let letter = (text[i] & 0xdf) &- 0x41
      guard letter < 26 else { break }
      column = column * 26 + Int(letter) + 1
      guard column <= maximumColumn else { return nil }
      i += 1
    }
    guard column > 0, i < text.count, text[i] != 0x30,
      let row = text.extracting(i...).wholeNumber, row <= maximumRow
    else { return nil }
    return (column, row)
  }

  /// The letters of a column.
  static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      letters.append(0x41 + UInt8(truncatingIfNeeded: (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
