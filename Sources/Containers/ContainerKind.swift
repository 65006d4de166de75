import Bytes

/// The kinds of container that are opened, told by how they begin and never by their name.
package enum ContainerKind: String, Hashable, Sendable, CaseIterable {
  case zip
  case tar
  case gzip
  case xz
  case zstd
  case bzip2

  /// How many bytes must be at hand to tell the kind, where the source has so many.
  package static let prefixLength = 512

  /// The kind of what begins with these bytes; nil where it is no container that is opened.
  package init?(prefix: Span<UInt8>) {
    for (kind, signature) in Self.signatures where prefix.begins(with: signature) {
      self = kind
      return
    }
    guard Self.isTarHeader(prefix) else { return nil }
    self = .tar
  }

  /// Whether it holds named entries; the others are one file that was compressed.
  package var isArchive: Bool { self == .zip || self == .tar }

  /// The name for messages.
  var name: String { isArchive ? "\(rawValue) archive" : "\(rawValue) stream" }

  private static let signatures: [(ContainerKind, [UInt8])] =
    [
      (.zip, [0x50, 0x4b, 3, 4]),
      // An archive without entries.
      (.zip, [0x50, 0x4b, 5, 6]),
      (.gzip, [0x1f, 0x8b, 8]),
      (.xz, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]),
      (.zstd, [0x28, 0xb5, 0x2f, 0xfd]),
    ]
    + (UInt8(ascii: "1")...UInt8(ascii: "9")).flatMap { level -> [(ContainerKind, [UInt8])] in
      let start = [0x42, 0x5a, 0x68, level]
      return [
        (.bzip2, start + [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]),
        (.bzip2, start + [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]),
      ]
    }

  private var nameEndings: [String] {
    switch self {
    case .zip: [".zip"]
    case .tar: [".tar"]
    case .gzip: [".gz", ".tgz"]
    case .xz: [".xz", ".txz"]
    case .zstd: [".zst", ".tzst"]
    case .bzip2: [".bz2", ".tbz2"]
    }
  }

  /// The name of what was compressed: `a.csv` for `a.csv.gz`; empty where the name does not tell.
  func nameInside(_ name: String) -> String {
    let lowercase = name.lowercased()
    guard let ending = nameEndings.first(where: { lowercase.hasSuffix($0) }) else { return "" }
    return String(name.dropLast(ending.count)) + (ending.hasPrefix(".t") ? ".tar" : "")
  }

  /// The kind of which a whole file is no more than a piece of the beginning, by its name and bytes.
  static func begun(name: String, whole bytes: Span<UInt8>) -> ContainerKind? {
    let name = name.lowercased()
    return allCases.first { kind in
      guard kind.nameEndings.contains(where: { name.hasSuffix($0) }) else { return false }
      if kind == .tar { return bytes.count < prefixLength }
      return signatures.contains {
        $0.0 == kind && bytes.count < $0.1.count && bytes.isBeginning(of: $0.1)
      }
    }
  }

  /// What is refused though it is a container: its name and what to do.
  static func refusal(prefix: Span<UInt8>) -> String? {
    for (signature, kind) in refused where prefix.begins(with: signature) {
      return "is \(kind), which is not opened: send the files as zip, gz, xz, zst or tar"
    }
    // `PK00` is also how a text may begin; what follows it in a split archive is an entry.
    guard split.contains(where: { prefix.begins(with: $0) }) else { return nil }
    return "is a part of a split zip archive: join the parts to one archive"
  }

  private static let refused: [([UInt8], String)] = [
    ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], "a 7z archive"),
    (Array("Rar!".utf8) + [0x1a, 7], "a rar archive"),
    (Array("MSCF".utf8) + [0, 0, 0, 0], "a cab archive"),
    ([0x04, 0x22, 0x4d, 0x18], "compressed with lz4"),
    ([0x1f, 0x9d], "compressed with compress (.Z)"),
  ]
  private static let split: [[UInt8]] = [
    [0x50, 0x4b, 7, 8, 0x50, 0x4b, 3, 4], [0x50, 0x4b, 0x30, 0x30, 0x50, 0x4b, 3, 4],
  ]

  /// The first header of a tar: its checksum is the sum of its bytes, with spaces for itself.
  private static func isTarHeader(_ header: Span<UInt8>) -> Bool {
    guard header.count >= 512, header[0] != 0 else { return false }
    var stated = 0
    var digits = 0
    for i in 148..<156 {
      if (0x30...0x37).contains(header[i]) {
        stated = stated * 8 + Int(header[i] - 0x30)
        digits += 1
      } else if header[i] != 0x20 && header[i] != 0 {
        return false
      } else if digits > 0 {
        break
      }
    }
    var sum = 0
    for i in 0..<512 { sum += (148..<156).contains(i) ? 0x20 : Int(header[i]) }
    return digits > 0 && sum == stated
  }
}

extension Span<UInt8> {
  fileprivate func begins(with signature: [UInt8]) -> Bool {
    count >= signature.count && extracting(0..<signature.count).equals(signature.span)
  }

  fileprivate func isBeginning(of signature: [UInt8]) -> Bool {
    signature.span.extracting(0..<count).equals(self)
  }
}
