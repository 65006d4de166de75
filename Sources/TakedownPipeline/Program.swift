import Digests
import Dispatch

/// What this program is.
package enum Program {
  package static let name = "takedowns"
  package static let version = "0.1.0"

  /// The version and the first digits of the SHA-256 of the program's own bytes: what another build
  /// made is made again.
  static let identity: String = {
    guard let digest = try? Digest.sha256(file: "/proc/self/exe") else { return version }
    return "\(version) (\(digest.prefix(12)))"
  }()

  /// Has the identity worked out while something else is done.
  static func prepareIdentity() {
    DispatchQueue.global().async { _ = identity }
  }
}
