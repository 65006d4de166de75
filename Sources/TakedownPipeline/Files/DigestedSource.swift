import Bytes
import Containers
import Digests

/// Bytes that are counted and digested on their way to a reader.
final class DigestedSource: ByteSource {
  private var source: any ByteSource
  private let digest = Digest()
  /// A second digest, for a checksum that is no SHA-256.
  private let other: (algorithm: Digest.Algorithm, digest: Digest)?
  private(set) var byteCount = 0

  /// SHA-256 of what has been read, to be asked at the end.
  private(set) lazy var sha256 = digest.finish()
  private lazy var otherDigest = other?.digest.finish()

  init(_ source: any ByteSource, and algorithm: Digest.Algorithm? = nil) {
    self.source = source
    other = algorithm.flatMap { $0 == .sha256 ? nil : ($0, Digest($0)) }
  }

  func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    let before = buffer.count
    let count = try source.read(into: &buffer, upTo: limit)
    let new = buffer.span.extracting(before...)
    digest.update(new)
    other?.digest.update(new)
    byteCount += count
    return count
  }

  /// Reads what is left.
  func drain() throws {
    var block: [UInt8] = []
    while try read(into: &block, upTo: 1 << 20) > 0 { block.removeAll(keepingCapacity: true) }
  }

  /// The digest of what has been read, to be asked at the end; nil by an algorithm not asked for.
  func digest(_ algorithm: Digest.Algorithm) -> String? {
    if algorithm == .sha256 { return sha256 }
    return other?.algorithm == algorithm ? otherDigest : nil
  }
}
