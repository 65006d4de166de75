/// How much a container may hold before it is refused.
package struct ContainerLimits: Hashable, Sendable {
  /// Bytes that may come out of all layers together.
  package var unpackedBytes: Int
  /// How many bytes may come out for each byte of the file, counted over all layers.
  package var ratio: Int
  /// Bytes that may come out before the ratio is looked at.
  package var bytesBeforeRatio: Int
  /// Entries of all layers together, folders and what is skipped among them.
  package var entries: Int
  /// Containers around a file; a `.tar.gz` counts as two.
  package var nesting: Int
  /// Bytes of an entry's name.
  package var nameLength: Int

  package init(
    unpackedBytes: Int = 1 << 38, ratio: Int = 1000, bytesBeforeRatio: Int = 256 << 20,
    entries: Int = 50_000, nesting: Int = 4, nameLength: Int = 1024
  ) {
    self.unpackedBytes = unpackedBytes
    self.ratio = ratio
    self.bytesBeforeRatio = bytesBeforeRatio
    self.entries = entries
    self.nesting = nesting
    self.nameLength = nameLength
  }

  /// 256 GiB, 1000 to 1 beyond 256 MiB, 50,000 entries, 4 layers.
  ///
  /// What honest logs reach was measured: rows that differ in nothing but a running number are
  /// packed 46 to 130 to 1 by deflate and up to 900 to 1 by xz; one row repeated for ever, 290 to 1
  /// by deflate. Deflate cannot exceed 1032 to 1, so beyond 1000 lie only zeros and layers of them.
  package static let standard = ContainerLimits()
}
