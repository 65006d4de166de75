import Bytes

/// The digests that a file of checksums states, as `sha256sum`, `shasum` and `openssl` write them.
///
/// A checksum file belongs to the file whose name it has with the algorithm added: `a.csv.sha256` is
/// that of `a.csv`, on disk and in a container alike.
package struct ChecksumFile: Hashable, Sendable {
  /// How digests are made that are strong enough to prove something about a file's transport.
  package enum Algorithm: String, Hashable, Sendable, CaseIterable {
    case sha1
    case sha256
    case sha512

    /// The digits of a digest in hexadecimal.
    package var digitCount: Int {
      switch self {
      case .sha1: 40
      case .sha256: 64
      case .sha512: 128
      }
    }
  }

  /// One line.
  package struct Entry: Hashable, Sendable {
    package var algorithm: Algorithm
    /// In lower-case hexadecimal.
    package var digest: String
    /// The file it is for, as written; nil where the digest stands alone.
    package var name: String?
  }

  package let entries: [Entry]
  private let file: String

  /// - Parameters:
  ///   - text: all of it.
  ///   - file: the path of the checksum file.
  /// - Throws: `ContainerError` with the line where one is no checksum.
  package init(_ text: Span<UInt8>, file: String) throws(ContainerError) {
    self.file = file
    let stated = Self.parts(of: file)?.algorithm
    var entries: [Entry] = []
    var line = 0
    let lines = text.text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for written in lines {
      line += 1
      let content = written.drop { $0 == "\u{feff}" || $0 == " " || $0 == "\t" }
      guard let start = content.first, start != "#", start != ";" else { continue }
      do throws(ChecksumLine.Fault) {
        let entry = try ChecksumLine.entry(content)
        if let stated, stated != entry.algorithm {
          throw ChecksumLine.Fault(
            reason: "has a \(entry.algorithm) checksum where the name of the file says \(stated)")
        }
        entries.append(entry)
      } catch {
        throw ContainerError(
          .checksumFile, file: file, reason: "line \(line) \(error.reason)")
      }
    }
    guard !entries.isEmpty else {
      throw ContainerError(
        .checksumFile, file: file, reason: "holds no checksum: fetch it again or remove it")
    }
    self.entries = entries
  }

  /// What a file must have as its digest.
  ///
  /// - Throws: `ContainerError` where none of the lines is for this file, or two that differ.
  package func entry(for path: String) throws(ContainerError) -> Entry {
    let name = Self.lastPart(path)
    let matching = entries.filter { $0.name.map { Self.lastPart($0) == name } ?? true }
    guard let first = matching.first else {
      throw ContainerError(
        .checksumFile, file: file,
        reason: "holds no checksum for \(ContainerError.quoted(String(name))) but for "
          + ContainerError.quoted(entries.first?.name ?? ""))
    }
    guard matching.allSatisfy({ $0.algorithm == first.algorithm && $0.digest == first.digest })
    else {
      throw ContainerError(
        .checksumFile, file: file,
        reason: "holds several checksums for \(ContainerError.quoted(String(name)))")
    }
    return first
  }

  /// The file that a checksum file is for, by its name; nil where it is none, as `a.csv`.
  package static func subject(of path: String) -> String? {
    parts(of: path)?.subject
  }

  /// Whether a file states an MD5, which proves nothing: `a.csv.md5`.
  package static func isTooWeak(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".md5")
  }

  /// The names that checksum files of a file may have, the strongest first.
  package static func candidates(for path: String) -> [String] {
    Algorithm.allCases.reversed().map { "\(path).\($0)" }
  }

  private static func parts(of path: String) -> (subject: String, algorithm: Algorithm)? {
    for algorithm in Algorithm.allCases {
      let ending = ".\(algorithm)"
      if path.lowercased().hasSuffix(ending), path.count > ending.count {
        return (String(path.dropLast(ending.count)), algorithm)
      }
    }
    return nil
  }

  private static func lastPart(_ path: String) -> Substring {
    path.split { "/\\!".contains($0) }.last ?? ""
  }
}
