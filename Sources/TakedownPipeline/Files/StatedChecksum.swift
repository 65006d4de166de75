import Bytes
import Containers
import Digests

/// The digest that one file must have, as a file of checksums states it.
struct StatedChecksum {
  /// The file of checksums.
  let file: String
  /// The file that it is for.
  let subject: String
  let algorithm: Digest.Algorithm
  let digest: String

  init(_ text: Span<UInt8>, file: String) throws(ContainerError) {
    let subject = ChecksumFile.subject(of: file) ?? file
    let entry = try ChecksumFile(text, file: file).entry(for: subject)
    self.file = file
    self.subject = subject
    algorithm = Digest.Algorithm(entry.algorithm)
    digest = entry.digest
  }
}
