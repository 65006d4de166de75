/// The files that one entry of a source's `path` names, and the members inside archives.
package struct SourcePath: Hashable, Sendable {
  /// File names with `*`, `?` and `[…]`, relative to the folder of the configuration.
  package let filePattern: String
  /// Names inside each archive, with the same signs; nil for every file in it, where it is one.
  package let memberPattern: String?

  /// Reads `files` or `files!members`; nil where a side of the `!` is empty or there are two.
  package init?(_ text: String) {
    let parts = text.split(separator: "!", omittingEmptySubsequences: false)
    guard let files = parts.first, parts.count <= 2, !parts.contains("") else { return nil }
    filePattern = String(files)
    memberPattern = parts.count == 2 ? String(parts[1]) : nil
  }
}
