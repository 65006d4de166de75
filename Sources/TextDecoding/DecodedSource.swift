package import Bytes

/// A source as UTF-8, whatever encoding it is in.
///
/// UTF-8 goes straight into the caller's buffer, without its byte order mark and otherwise as it
/// stands, well-formed or not. Of any other encoding one block is held at a time; what is no
/// character there becomes the byte 0xFF, which no reader takes for UTF-8.
package final class DecodedSource: ByteSource {
  private static let blockSize = 1 << 16

  private var source: any ByteSource
  /// The first bytes, until they are passed on.
  private var head: ArraySlice<UInt8>
  private var decoder: TextDecoder?
  private var decodedOffset = 0
  private var isAtEnd = false

  /// What the first bytes said.
  package let detection: EncodingDetection
  /// The encoding that the text is read with.
  package let encoding: TextEncoding
  /// What speaks against the declaration, in words; nil when nothing does.
  package let contradiction: String?
  /// Which code pages would make words of first bytes that are read as UTF-8 and are not, in words;
  /// nil where that does not arise.
  package let suggestion: String?

  /// Reads the first bytes of a source and settles its encoding.
  ///
  /// - Throws: `TextEncodingError` where the declaration cannot be; what the source throws.
  package init(_ source: any ByteSource, declared: TextEncoding? = nil) throws {
    var source = source
    var head: [UInt8] = []
    var isWhole = false
    while head.count < Self.blockSize, !isWhole {
      isWhole = try source.read(into: &head, upTo: Self.blockSize - head.count) == 0
    }
    detection = EncodingDetection(head.span, isWhole: isWhole)
    encoding = head.isEmpty ? declared ?? .utf8 : try detection.encoding(declared: declared)
    contradiction = detection.contradiction(to: declared)
    if encoding.isUTF8, case .notUTF8 = detection.evidence {
      suggestion = CodePageSuggestion.words(for: head.span)
    } else {
      suggestion = nil
    }
    self.head = head.dropFirst(detection.byteOrderMarkLength)
    self.source = source
    if !encoding.isUTF8, !head.isEmpty {
      decoder = try TextDecoder(encoding, offset: detection.byteOrderMarkLength)
    }
  }

  package func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    guard limit > 0 else { return 0 }
    guard decoder == nil else { return try decode(into: &buffer, upTo: limit) }
    guard head.isEmpty else {
      let part = head.prefix(limit)
      buffer.append(contentsOf: part)
      head = head.dropFirst(part.count)
      if head.isEmpty { head = [] }
      return part.count
    }
    return try source.read(into: &buffer, upTo: limit)
  }

  private func decode(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    while decodedOffset == decoder?.count ?? 0, !isAtEnd {
      if head.isEmpty {
        isAtEnd = try decoder?.read(&source, upTo: Self.blockSize) != true
      } else {
        decoder?.take(head.span)
        head = []
      }
      decoder?.decode(isFinal: isAtEnd)
      decodedOffset = 0
    }
    let length = min(limit, (decoder?.count ?? 0) - decodedOffset)
    if let output = decoder?.output {
      buffer.append(output.span.extracting(decodedOffset..<decodedOffset + length))
    }
    decodedOffset += length
    return length
  }

  /// The first faults, at most 100, in the order of the text; of what has been read so far.
  package var faults: [DecodingFault] { decoder?.faults ?? [] }

  /// How many faults there were in all.
  package var faultCount: Int { decoder?.faultCount ?? 0 }
}
