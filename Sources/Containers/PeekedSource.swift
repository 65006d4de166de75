import Bytes

/// A source whose first bytes can be looked at before they are read.
final class PeekedSource: ByteSource {
  private var source: any ByteSource
  private let budget: ContainerBudget?
  private var head: [UInt8]
  private var taken = 0
  private var isAtEnd = false

  /// The bytes of `head` and then those of the source, which are counted when it is the file itself.
  init(_ source: any ByteSource, after head: [UInt8] = [], budget: ContainerBudget? = nil) {
    self.source = source
    self.head = head
    self.budget = budget
  }

  /// The next bytes, which stay to be read: so many, or all that are left where they are fewer.
  func peek(_ count: Int) throws -> [UInt8] {
    while head.count - taken < count, !isAtEnd {
      head.removeFirst(taken)
      taken = 0
      _ = try readSource(into: &head, upTo: max(count, ArchiveFeed.blockSize))
    }
    return Array(head[taken...].prefix(count))
  }

  /// The next bytes: so many, or all that are left where they are fewer.
  func take(_ count: Int) throws -> [UInt8] {
    let bytes = try peek(count)
    taken += bytes.count
    return bytes
  }

  func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    guard taken < head.count else {
      if !head.isEmpty {
        head = []
        taken = 0
      }
      return isAtEnd ? 0 : try readSource(into: &buffer, upTo: limit)
    }
    let count = min(limit, head.count - taken)
    buffer.append(head.span.extracting(taken..<taken + count))
    taken += count
    return count
  }

  /// Reads to the end; false at the first byte that is not zero.
  func restIsZero() throws -> Bool {
    var block: [UInt8] = []
    while try read(into: &block, upTo: ArchiveFeed.blockSize) > 0 {
      if block.contains(where: { $0 != 0 }) { return false }
      block.removeAll(keepingCapacity: true)
    }
    return true
  }

  private func readSource(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    let count = try source.read(into: &buffer, upTo: limit)
    if count == 0 { isAtEnd = true }
    budget?.add(packed: count)
    return count
  }
}
