import Bytes

/// The bytes of a container on their way into libarchive.
///
/// The last two blocks stay, so that what libarchive has looked at and not used can be read again.
@safe final class ArchiveFeed {
  static let blockSize = 1 << 16

  private var source: any ByteSource
  private var scratch: [UInt8] = []
  private var current: UnsafeMutableBufferPointer<UInt8>
  private var previous: UnsafeMutableBufferPointer<UInt8>
  private var currentCount = 0
  private var previousCount = 0
  /// Bytes that were handed to libarchive.
  private var total = 0
  /// What the source threw; libarchive knows only that something went wrong.
  private(set) var failure: (any Error)?

  init(_ source: any ByteSource) {
    self.source = source
    unsafe current = .allocate(capacity: Self.blockSize)
    unsafe previous = .allocate(capacity: Self.blockSize)
  }

  deinit {
    unsafe current.deallocate()
    unsafe previous.deallocate()
  }

  /// The next block, full unless it is the last; nil when the source failed.
  ///
  /// It stays as it is until the call after the next one.
  func nextBlock() -> UnsafeBufferPointer<UInt8>? {
    guard failure == nil else { return nil }
    scratch.removeAll(keepingCapacity: true)
    do {
      while scratch.count < Self.blockSize,
        try source.read(into: &scratch, upTo: Self.blockSize - scratch.count) > 0
      {}
    } catch {
      failure = error
      return nil
    }
    if !scratch.isEmpty {
      unsafe swap(&current, &previous)
      previousCount = currentCount
      currentCount = scratch.count
      total += scratch.count
      _ = unsafe current.update(fromContentsOf: scratch)
    }
    return unsafe UnsafeBufferPointer(rebasing: current[..<scratch.count])
  }

  /// All bytes from an offset on; nil where they are no longer at hand.
  func rest(from offset: Int) -> PeekedSource? {
    let currentStart = total - currentCount
    let previousStart = currentStart - previousCount
    guard offset >= previousStart, offset <= total else { return nil }
    var head: [UInt8] = []
    if offset < currentStart {
      unsafe head.append(contentsOf: previous[(offset - previousStart)..<previousCount])
    }
    unsafe head.append(contentsOf: current[max(0, offset - currentStart)..<currentCount])
    return PeekedSource(source, after: head)
  }
}
