/// One part of a workbook on its way from the archive through the XML parser to its handler.
@safe struct PartStream: ~Copyable {
  private var zip: ZipReader
  private var parser: PartParser
  private let buffer: UnsafeMutableRawBufferPointer
  private let limit: Int
  private let limitWords: String
  private var unpackedBytes = 0
  private var isAtEnd = false

  /// Opens the part that is the `entry`th of the archive, from 0; one that is not small may unpack to
  /// `ratio` times the size of the file.
  init(
    _ bytes: WorkbookBytes, entry: Int, root: PartName, handler: any PartHandler,
    limits: SpreadsheetLimits, ratio: Int
  ) throws(PartFault) {
    var zip = try ZipReader(bytes)
    for _ in 0...entry {
      guard try zip.next() != nil else { throw PartFault("it is missing from the archive") }
    }
    let parser = try PartParser(root: root, handler: handler)
    let ratioLimit = max(limits.smallPartBytes, bytes.count * ratio)
    limit = min(limits.partBytes, ratioLimit)
    limitWords =
      ratioLimit < limits.partBytes
      ? "more than \(ratio) times the size of the file" : "more than \(limits.partBytes) bytes"
    self.parser = parser
    self.zip = zip
    // Small, since a few bytes of a sheet may stand for long texts.
    unsafe buffer = .allocate(byteCount: 4096, alignment: 16)
  }

  deinit {
    unsafe buffer.deallocate()
  }

  /// Reads on; false at the end of the part, which was complete.
  mutating func advance() throws(PartFault) -> Bool {
    guard !isAtEnd else { return false }
    let count = unsafe try zip.read(into: buffer)
    guard count > 0 else {
      isAtEnd = true
      try parser.finish()
      return false
    }
    unpackedBytes += count
    guard unpackedBytes <= limit else {
      throw PartFault(
        """
        it unpacks to \(limitWords), which is refused; expected an ordinary workbook; have the \
        sheet exported as CSV
        """, isLimit: true)
    }
    unsafe try parser.push(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return true
  }
}
