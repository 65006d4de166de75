import Bytes
import Digests

/// The digest of a program that the linker has written into it, which is read much faster than the
/// program's own bytes are digested.
enum BuildID {
  private static let magic: [UInt8] = [0x7f, 0x45, 0x4c, 0x46]
  /// 64 bits a word, the lowest byte first.
  private static let layout: [UInt8] = [2, 1]
  /// The type of a program header that is about notes.
  private static let notes = 4
  /// The type of the note that has the digest, and its owner.
  private static let type = 3
  private static let owner = Array("GNU\0".utf8)
  /// How much of the file is looked at: headers and notes come first.
  private static let window = 1 << 16

  /// The digest in lower-case hexadecimal; nil where a file has none, or is no ELF file of 64 bits.
  ///
  /// - Throws: `FileError` where the file cannot be read.
  static func read(_ path: String) throws(FileError) -> String? {
    var bytes: [UInt8] = []
    let file = try FileDescriptor.reading(path)
    while bytes.count < window, try file.read(into: &bytes, upTo: window - bytes.count) > 0 {}
    return find(in: bytes.span)
  }

  static func find(in file: Span<UInt8>) -> String? {
    guard file.count >= 64, file.extracting(0..<4).equals(magic.span),
      file.extracting(4..<6).equals(layout.span)
    else { return nil }
    let headers = Int(truncatingIfNeeded: file.word(at: 32))
    let size = file.number(at: 54, bytes: 2)
    for index in 0..<file.number(at: 56, bytes: 2) {
      let start = headers &+ index &* size
      guard start >= 0, start <= file.count - 56 else { return nil }
      guard file.number(at: start, bytes: 4) == notes else { continue }
      let from = Int(truncatingIfNeeded: file.word(at: start + 8))
      let length = Int(truncatingIfNeeded: file.word(at: start + 32))
      let alignment = file.word(at: start + 48) == 8 ? 8 : 4
      guard from >= 0, length >= 0, from <= file.count, length <= file.count - from else {
        continue
      }
      if let id = find(amongNotes: file.extracting(from..<from + length), alignment) { return id }
    }
    return nil
  }

  private static func find(amongNotes notes: Span<UInt8>, _ alignment: Int) -> String? {
    func padded(_ end: Int) -> Int { (end + alignment - 1) / alignment * alignment }
    var start = 0
    while start + 12 <= notes.count {
      let nameSize = notes.number(at: start, bytes: 4)
      let name = start + 12
      let digest = padded(name + nameSize)
      let end = digest + notes.number(at: start + 4, bytes: 4)
      guard name + nameSize <= notes.count, end <= notes.count else { return nil }
      if notes.number(at: start + 8, bytes: 4) == type, digest < end,
        notes.extracting(name..<name + nameSize).equals(owner.span)
      {
        return notes.extracting(digest..<end).hexadecimal
      }
      start = padded(end)
    }
    return nil
  }
}

extension Span<UInt8> {
  /// A number of so many bytes, the lowest first; the span must have them.
  fileprivate func number(at offset: Int, bytes: Int) -> Int {
    var number = 0
    for index in (0..<bytes).reversed() { number = number << 8 | Int(self[offset + index]) }
    return number
  }
}
