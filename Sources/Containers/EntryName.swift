import Bytes

/// The name of an entry, taken as a relative path with `/` between its parts.
struct EntryName {
  /// The parts joined, without `.` and empty ones.
  let path: String
  /// Whether the name ends with a separator, as those of folders do.
  let isFolder: Bool
  /// What is no data: what desktops leave in archives beside the files.
  let isJunk: Bool

  /// The name of what was compressed without a name of its own.
  init(inside name: String) {
    path = name
    isFolder = false
    isJunk = false
  }

  /// A name as it stands in an archive; in a zip, bytes that are not UTF-8 are code page 437.
  ///
  /// - Throws: `ContainerError` for `container` where the name leads elsewhere or is none.
  init(
    _ bytes: [UInt8], isZip: Bool, limit: Int, in container: String
  ) throws(ContainerError) {
    func refusal(_ name: String, _ what: String) -> ContainerError {
      ContainerError(
        .refused, file: container,
        reason: "has the entry \(ContainerError.quoted(name)), \(what): "
          + "pack the files again under plain names")
    }
    var name = bytes.span.text
    if bytes.span.firstInvalidUTF8 != nil {
      guard isZip else { throw refusal(name, "a name that is not UTF-8") }
      name = CodePage437.text(bytes.span)
    }
    guard bytes.count <= limit else { throw refusal(name, "a name of over \(limit) bytes") }
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && !(0x7f...0x9f).contains($0.value)
    }
    guard isPlain else { throw refusal(name, "a name with control characters") }
    // On some systems a backslash separates as well: it may climb, and it may mean a folder.
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    guard !parts.contains("..") else { throw refusal(name, "a name that climbs out of its folder") }
    guard let first = parts.first, !first.isEmpty || parts.count == 1 else {
      throw refusal(name, "an absolute name")
    }
    let start = Array(first.utf8.prefix(2))
    let isDrive = start.count == 2 && start[1] == 0x3a && (0x61...0x7a).contains(start[0] | 0x20)
    guard !isDrive else { throw refusal(name, "a name with a drive") }
    let kept = parts.filter { !$0.isEmpty && $0 != "." }
    isFolder = parts.last?.isEmpty == true || kept.isEmpty
    path = kept.joined(separator: "/")
    let last = kept.last?.lowercased() ?? ""
    isJunk =
      kept.contains("__MACOSX") || last.hasPrefix("._")
      || [".ds_store", "thumbs.db", "desktop.ini"].contains(last)
    guard !bytes.isEmpty else { throw refusal(name, "an empty name") }
  }
}
