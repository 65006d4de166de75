/// Bytes that are written one piece after another, as fast as memory takes them.
///
/// For the rows of a chunk, where every piece counts: an append is a check of the room that is left
/// and a copy. `bytes` gives what was written as an array, once, at the end.
@safe package struct ByteWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes were written.
  package private(set) var count = 0

  /// A writer with room for so many bytes, which grows where they are more.
  package init(capacity: Int) {
    self.capacity = max(capacity, 64)
    unsafe start = .allocate(capacity: self.capacity)
  }

  deinit {
    unsafe start.deallocate()
  }

  /// What was written.
  package var bytes: [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// What was written, without a copy.
  package var span: Span<UInt8> {
    @_lifetime(borrow self) get {
      let span = unsafe Span(_unsafeStart: UnsafePointer(start), count: count)
      return unsafe _overrideLifetime(span, borrowing: self)
    }
  }

  @inline(__always)
  private mutating func makeRoom(_ wanted: Int) {
    if wanted > capacity &- count { grow(wanted) }
  }

  @inline(never)
  private mutating func grow(_ wanted: Int) {
    let larger = max(capacity * 2, count + wanted)
    let target = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    unsafe target.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = target
    capacity = larger
  }

  /// Takes back what was written from an offset on.
  package mutating func remove(from offset: Int) {
    precondition(offset >= 0 && offset <= count, "the offset is one of what was written")
    count = offset
  }

  package mutating func append(_ byte: UInt8) {
    makeRoom(1)
    unsafe start[count] = byte
    count &+= 1
  }

  package mutating func append(_ span: Span<UInt8>) {
    let length = span.count
    makeRoom(length)
    unsafe span.withUnsafeBufferPointer { source in
      if let base = source.baseAddress {
        unsafe (start + count).update(from: base, count: length)
      }
    }
    count &+= length
  }

  package mutating func append(_ bytes: [UInt8]) {
    append(bytes.span)
  }

  /// Appends the bytes of a literal.
  package mutating func append(_ literal: StaticString) {
    let length = literal.utf8CodeUnitCount
    makeRoom(length)
    unsafe (start + count).update(from: literal.utf8Start, count: length)
    count &+= length
  }

  /// Appends the UTF-8 bytes of a text.
  package mutating func append(text: String) {
    for byte in text.utf8 { append(byte) }
  }

  /// Appends a whole number that is not negative, in decimal digits.
  package mutating func append(decimal value: Int) {
    makeRoom(20)
    var digits = 1
    var rest = value
    while rest >= 10 {
      rest /= 10
      digits &+= 1
    }
    rest = value
    var place = count &+ digits
    count = place
    for _ in 0..<digits {
      place &-= 1
      unsafe start[place] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
      rest /= 10
    }
  }

  /// Appends a number from 0 to 9999 with leading zeros, as calendar dates have it.
  package mutating func append(decimal value: Int, width: Int) {
    makeRoom(width)
    var rest = value
    var place = count &+ width
    count = place
    for _ in 0..<width {
      place &-= 1
      unsafe start[place] = UInt8(truncatingIfNeeded: 0x30 &+ rest % 10)
      rest /= 10
    }
  }
}
