import Digests
import Dispatch

/// What this program is.
package enum Program {
  package static let name = "takedowns"
  package static let version = "0.1.0"

  /// The version and the first digits of a digest of the program, the linker's or else the SHA-256 of
  /// its bytes: what another build made is made again.
  static let identity: String = {
    let file = "/proc/self/exe"
    guard let digest = try? BuildID.read(file) ?? Digest.sha256(file: file) else { return version }
    return "\(version) (\(digest.prefix(12)))"
  }()

  /// Has the identity worked out while something else is done.
  static func prepareIdentity() {
    DispatchQueue.global().async { _ = identity }
  }
}
