/// The parts of a zip archive that libxlsxwriter wrote, in their order.
struct ZipParts {
  private(set) var parts: [(name: String, content: [UInt8])] = []

  /// - Throws: `WorkbookError` where the archive is not as such archives are.
  init(_ bytes: [UInt8]) throws(WorkbookError) {
    // Such an archive has no comment behind its directory.
    let end = bytes.count - 22
    guard try Self.number(bytes, end, 4) == 0x0605_4b50 else { throw Self.failure }
    var place = try Self.number(bytes, end + 16, 4)
    for _ in 0..<(try Self.number(bytes, end + 10, 2)) {
      guard try Self.number(bytes, place, 4) == 0x0201_4b50,
        try Self.number(bytes, place + 10, 2) == 8
      else { throw Self.failure }
      let packed = try Self.number(bytes, place + 20, 4)
      let size = try Self.number(bytes, place + 24, 4)
      let nameLength = try Self.number(bytes, place + 28, 2)
      let others = try Self.number(bytes, place + 30, 2) + Self.number(bytes, place + 32, 2)
      let local = try Self.number(bytes, place + 42, 4)
      let name = try Self.range(bytes, place + 46, nameLength)
      let head = try Self.number(bytes, local + 26, 2) + Self.number(bytes, local + 28, 2)
      let content = try Self.range(bytes, local + 30 + head, packed)
      let text = String(decoding: name, as: UTF8.self)
      parts.append((text, try Deflate.unpacked(Array(content), size: size, name: text)))
      place += 46 + nameLength + others
    }
  }

  /// A number with its lowest byte first.
  private static func number(
    _ bytes: [UInt8], _ place: Int, _ width: Int
  ) throws(WorkbookError) -> Int {
    try range(bytes, place, width).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func range(
    _ bytes: [UInt8], _ place: Int, _ count: Int
  ) throws(WorkbookError) -> ArraySlice<UInt8> {
    guard place >= 0, place + count <= bytes.count else { throw failure }
    return bytes[place..<place + count]
  }

  private static let failure = WorkbookError.notWritten(
    "takedowns.xlsx", "its archive is not complete")
}
