/// One made-up log file.
package struct SampleFile: Hashable, Sendable {
  /// The path under the inputs folder: `uk-nca/takedowns-2023-q3.csv`.
  package let path: String
  /// The whole content.
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
