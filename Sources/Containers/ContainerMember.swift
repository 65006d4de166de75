package import Bytes

/// A file that a container holds, or the source itself where it is none.
package struct ContainerMember {
  /// The file with the ways into it, as `dump.zip!inner.zip!a.csv`; `log.csv.gz` stays as it is.
  package let path: String
  /// Whether the bytes are those that stand under the path, not what was unpacked from them.
  package let isAsStored: Bool
  /// Its bytes, to be read before the next member is asked for.
  ///
  /// A read throws what the source around it threw, or `ContainerError` for a damaged container.
  package var source: any ByteSource
}
