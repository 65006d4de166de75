import Bytes

/// The bytes of a workbook, in memory that stays where it is while libarchive reads it.
@safe final class WorkbookBytes {
  private(set) var start: UnsafeMutableRawPointer
  private(set) var count = 0
  private var capacity = 1 << 20

  init(_ source: any ByteSource, file: String, limit: Int) throws {
    unsafe start = .allocate(byteCount: capacity, alignment: 16)
    var source = source
    var piece: [UInt8] = []
    while try source.read(into: &piece, upTo: 1 << 20) > 0 {
      guard count + piece.count <= limit else {
        throw SpreadsheetError(
          .tooLarge, file,
          """
          the workbook is larger than \(limit) bytes; expected a smaller one; split it, or have \
          the sheet exported as CSV
          """)
      }
      append(piece)
      piece.removeAll(keepingCapacity: true)
    }
  }

  deinit {
    unsafe start.deallocate()
  }

  /// Whether the bytes begin with others.
  func starts(with prefix: [UInt8]) -> Bool {
    unsafe bytes.starts(with: prefix)
  }

  /// Whether a text stands in the bytes as UTF-16, as OLE files name their streams.
  func contains(utf16 text: String) -> Bool {
    let pattern = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    guard let first = pattern.first, count >= pattern.count else { return false }
    for i in 0...count - pattern.count where unsafe bytes[i] == first {
      if unsafe bytes[i..<i + pattern.count].elementsEqual(pattern) { return true }
    }
    return false
  }

  private var bytes: UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: start, count: count)
  }

  private func append(_ piece: [UInt8]) {
    if count + piece.count > capacity {
      capacity = max(capacity * 2, count + piece.count)
      let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
      unsafe larger.copyMemory(from: start, byteCount: count)
      unsafe start.deallocate()
      unsafe start = larger
    }
    unsafe piece.withUnsafeBytes { source in
      if let base = source.baseAddress {
        unsafe (start + count).copyMemory(from: base, byteCount: source.count)
      }
    }
    count += piece.count
  }
}
