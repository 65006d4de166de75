import Bytes
import TextDecoding

/// A source that is read to its end, so many bytes at a time; `sizes` are taken in turn.
func decode(
  _ bytes: [UInt8], _ name: String? = nil, sizes: [Int] = [1 << 16], source: (any ByteSource)? = nil
) throws -> (text: [UInt8], source: DecodedSource) {
  let declared = try name.map { name in
    guard let encoding = TextEncoding(name: name) else { throw UnknownName(name: name) }
    return encoding
  }
  let decoded = try DecodedSource(source ?? ArraySource(bytes), declared: declared)
  var text: [UInt8] = []
  var turn = 0
  while try decoded.read(into: &text, upTo: sizes[turn % sizes.count]) > 0 { turn += 1 }
  return (text, decoded)
}

struct UnknownName: Error {
  let name: String
}

/// An array that comes in pieces of given sizes, as from an archive.
struct PiecewiseSource: ByteSource {
  var bytes: ArraySlice<UInt8>
  var sizes: [Int]
  var turn = 0

  mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
    let part = bytes.prefix(min(limit, sizes[turn % sizes.count]))
    turn += 1
    buffer.append(contentsOf: part)
    bytes = bytes.dropFirst(part.count)
    return part.count
  }
}

extension String {
  /// The text in UTF-16 or UTF-32, without a mark.
  func units<Unit: FixedWidthInteger>(
    _ codec: some Sequence<Unit>, littleEndian: Bool
  ) -> [UInt8] {
    codec.flatMap { unit in
      let bytes = (0..<Unit.bitWidth / 8).map { UInt8(truncatingIfNeeded: unit >> Unit($0 * 8)) }
      return littleEndian ? bytes : bytes.reversed()
    }
  }

  func utf16Bytes(littleEndian: Bool = true) -> [UInt8] {
    units(utf16, littleEndian: littleEndian)
  }

  func utf32Bytes(littleEndian: Bool = true) -> [UInt8] {
    units(unicodeScalars.map(\.value), littleEndian: littleEndian)
  }
}
