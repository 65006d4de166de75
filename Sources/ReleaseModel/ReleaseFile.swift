/// One file of the release.
package struct ReleaseFile: Hashable, Sendable {
  /// The path inside the release, with forward slashes: `data/accounts.csv`.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
