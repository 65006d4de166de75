import Containers
import Digests

extension Digest {
  /// The SHA-256 of a file.
  static func sha256(file path: String) throws -> String {
    let source = DigestedSource(try FileSource(path: path))
    try source.drain()
    return source.sha256
  }
}

extension Digest.Algorithm {
  /// The algorithm that a file of checksums states.
  init(_ stated: ChecksumFile.Algorithm) {
    self =
      switch stated {
      case .sha1: .sha1
      case .sha256: .sha256
      case .sha512: .sha512
      }
  }
}
