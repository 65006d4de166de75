/// One line of a file of checksums.
enum ChecksumLine {
  /// Why a line is no checksum.
  struct Fault: Error {
    var reason: String
  }

  /// Reads `HASH`, `HASH  name`, `HASH *name` or `SHA256 (name) = HASH`.
  static func entry(_ line: Substring) throws(Fault) -> ChecksumFile.Entry {
    var content = line
    while let last = content.last, last.isWhitespace { content.removeLast() }
    if let tagged = try taggedEntry(content) { return tagged }
    // A backslash before the digest says that the name is written with escapes.
    let isEscaped = content.first == "\\"
    if isEscaped { content.removeFirst() }
    let digest = content.prefix { $0 != " " && $0 != "\t" }
    var name = content[digest.endIndex...].drop { $0 == " " || $0 == "\t" }
    if name.first == "*" { name.removeFirst() }
    return ChecksumFile.Entry(
      algorithm: try algorithm(of: digest), digest: digest.lowercased(),
      name: name.isEmpty ? nil : isEscaped ? unescaped(name) : String(name))
  }

  /// The form of BSD and openssl, which names the algorithm.
  private static func taggedEntry(_ line: Substring) throws(Fault) -> ChecksumFile.Entry? {
    guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")"), open < close
    else { return nil }
    let tag = line[..<open].lowercased().filter { $0 != " " && $0 != "-" }
    let rest = line[line.index(after: close)...].drop { $0 == " " }
    guard ["sha1", "sha256", "sha512", "sha2256", "sha2512", "md5"].contains(tag),
      rest.first == "="
    else { return nil }
    let digest = rest.dropFirst().drop { $0 == " " }
    let found = try algorithm(of: digest)
    guard tag.replacing("sha2", with: "sha", maxReplacements: tag.count > 6 ? 1 : 0) == "\(found)"
    else { throw Fault(reason: "names \(tag) and has a digest of \(found)") }
    return ChecksumFile.Entry(
      algorithm: found, digest: digest.lowercased(),
      name: String(line[line.index(after: open)..<close]))
  }

  private static func algorithm(
    of digest: Substring
  ) throws(Fault) -> ChecksumFile.Algorithm {
    let isHexadecimal = digest.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
    guard isHexadecimal, !digest.isEmpty else {
      throw Fault(
        reason: "has \(ContainerError.quoted(String(digest))) where a checksum was expected")
    }
    guard digest.utf8.count != 32 else {
      throw Fault(reason: "has an MD5, which proves nothing: ask for a sha256")
    }
    for algorithm in ChecksumFile.Algorithm.allCases
    where algorithm.digitCount == digest.utf8.count {
      return algorithm
    }
    throw Fault(
      reason: "has \(digest.utf8.count) digits where a sha1 has 40, a sha256 64 and a sha512 128")
  }

  private static func unescaped(_ name: Substring) -> String {
    var result = ""
    var isEscape = false
    for character in name {
      if isEscape {
        result.append(character == "n" ? "\n" : character == "r" ? "\r" : character)
        isEscape = false
      } else if character == "\\" {
        isEscape = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
