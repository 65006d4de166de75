/// A text that is searched: a file of the release, or a part of one.
package struct SearchedText: Sendable {
  /// The path of the file in the release: `takedowns.xlsx`.
  package let path: String
  /// What of the file it is, where it is not all of it: `xl/sharedStrings.xml`.
  package let part: String?
  package let bytes: [UInt8]

  package init(path: String, part: String? = nil, bytes: [UInt8]) {
    self.path = path
    self.part = part
    self.bytes = bytes
  }
}
