import Bytes
import Containers
import Digests
import TakedownModel

/// A file on disk that is being read, with what it holds where it is a container.
final class OpenFile {
  private(set) var findings: [Finding] = []
  private let path: String
  private let whole: DigestedSource
  private let reader: ContainerReader
  /// Which members are read; nil for all.
  private let pattern: String?
  private let isContainer: Bool
  private let checksum: StatedChecksum?
  /// The file of checksums beside it; nil where there is none.
  let sidecar: WrittenFile?
  private var given = 0
  private var measured: [String: DigestedSource] = [:]
  private var stated: [String: StatedChecksum] = [:]
  private static let checksumFileLimit = 1 << 20

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: as it is shown.
  ///   - location: where it is.
  ///   - pattern: which members of a container are read; nil for all.
  /// - Throws: `ContainerError` for a file of checksums that is none; `FileError`.
  init(path: String, at location: String, members pattern: String?) throws {
    self.path = path
    self.pattern = pattern
    if let place = Self.sidecar(of: location) {
      let text = try Folders.read(place)
      let file = path + place.dropFirst(location.count)
      checksum = try StatedChecksum(text.span, file: file)
      sidecar = WrittenFile(path: file, byteCount: text.count, sha256: Digest.sha256(text))
    } else {
      checksum = nil
      sidecar = nil
    }
    var head: [UInt8] = []
    _ = try FileSource(path: location).read(into: &head, upTo: ContainerKind.prefixLength)
    isContainer = ContainerKind(prefix: head.span) != nil
    whole = DigestedSource(try FileSource(path: location), and: checksum?.algorithm)
    reader = ContainerReader(whole, file: path)
  }

  /// The next file in it; nil after the last.
  func next() throws -> InputFile? {
    while let member = try reader.next() {
      guard isContainer, member.path != path else {
        given += 1
        let measure = isContainer ? DigestedSource(member.source) : whole
        return InputFile(
          path: member.path, source: isContainer ? measure : member.source, measure: measure)
      }
      if ChecksumFile.subject(of: member.path) != nil {
        try note(checksum: member)
      } else if isWanted(member) {
        let measure = DigestedSource(member.source, and: stated[member.path]?.algorithm)
        if member.isAsStored { measured[member.path] = measure }
        given += 1
        return InputFile(path: member.path, source: measure, measure: measure)
      }
    }
    return nil
  }

  private func isWanted(_ member: ContainerMember) -> Bool {
    guard let pattern else { return true }
    return Folders.matches(member.inner, pattern)
  }

  /// Verifies the checksums, when all has been read.
  func finish(keyPath: String) throws -> WrittenFile {
    try whole.drain()
    try verify(whole, checksum)
    for (path, checksum) in stated.sorted(by: { $0.key < $1.key }) {
      guard let source = measured[path], source.digest(checksum.algorithm) != nil else {
        findings.append(
          Finding(
            file: checksum.file, code: .unverifiedChecksum,
            message: "'\(path)' was not read under this checksum, which is therefore not verified"))
        continue
      }
      try verify(source, checksum)
    }
    for member in reader.skipped {
      findings.append(
        Finding(
          file: path, code: .skippedMember,
          message: "'\(member.dropFirst(path.count + 1).prefix(80))' was left out: it is what a "
            + "desktop leaves in archives, and no log"))
    }
    guard given > 0 else { throw nothingInIt(keyPath) }
    return WrittenFile(path: path, byteCount: whole.byteCount, sha256: whole.sha256)
  }

  private func nothingInIt(_ keyPath: String) -> PipelineError {
    if let pattern { return .noFiles(keyPath: keyPath, pattern: "\(path)!\(pattern)") }
    return .malformed(file: path, reason: "a container without a file; expected a log in it")
  }

  private func note(checksum member: ContainerMember) throws {
    var source = member.source
    var text: [UInt8] = []
    while text.count <= Self.checksumFileLimit,
      try source.read(into: &text, upTo: Self.checksumFileLimit) > 0
    {}
    let checksum = try StatedChecksum(text.span, file: member.path)
    stated[checksum.subject] = checksum
  }

  private func verify(_ source: DigestedSource, _ checksum: StatedChecksum?) throws {
    guard let checksum, let found = source.digest(checksum.algorithm) else { return }
    guard found == checksum.digest else {
      throw PipelineError.otherChecksum(
        file: checksum.subject, checksum: checksum.file, stated: checksum.digest, found: found)
    }
  }

  /// The file of checksums beside a file on disk; nil where there is none.
  static func sidecar(of location: String) -> String? {
    ChecksumFile.candidates(for: location).first { Folders.isRegularFile($0) }
  }
}

extension ContainerMember {
  /// The path inside the outermost container.
  fileprivate var inner: Substring {
    path.firstIndex(of: "!").map { path[path.index(after: $0)...] } ?? path[...]
  }
}
