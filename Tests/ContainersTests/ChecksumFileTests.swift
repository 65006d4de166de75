import Containers
import Testing

struct ChecksumFileTests {
  static let sha1 = String(repeating: "0a", count: 20)
  static let sha256 = String(repeating: "1b", count: 32)
  static let sha512 = String(repeating: "2c", count: 64)

  private func read(_ text: String, file: String) throws -> ChecksumFile {
    try ChecksumFile(Array(text.utf8).span, file: file)
  }

  @Test(arguments: [
    sha256, "\(sha256)\n", "\u{feff}\(sha256.uppercased())\r\n", "\(sha256)  a.csv\n",
    "\(sha256) *a.csv\n", "\(sha256)  ./out/a.csv\n", "\(sha256)  out\\a.csv\n",
    "# made today\n\n\(sha256)  a.csv\n", "SHA256 (a.csv) = \(sha256)\n",
    "SHA256(a.csv)= \(sha256)\n", "SHA2-256(out/a.csv)= \(sha256)\n",
    "\(sha256.replacing("1b", with: "ff"))  b.csv\n\(sha256)  a.csv\n",
  ])
  func `the usual forms are read`(_ text: String) throws {
    let entry = try read(text, file: "z!a.csv.sha256").entry(for: "z!a.csv")
    #expect(entry.algorithm == .sha256)
    #expect(entry.digest == Self.sha256)
  }

  @Test func `the algorithm is told by the length`() throws {
    for (digest, algorithm) in [
      (Self.sha1, ChecksumFile.Algorithm.sha1), (Self.sha256, .sha256), (Self.sha512, .sha512),
    ] {
      #expect(try read(digest, file: "SUMS").entry(for: "a").algorithm == algorithm)
      #expect(try read("\(algorithm)(a)= \(digest)", file: "SUMS").entries[0].name == "a")
    }
  }

  @Test func `an escaped name is unescaped`() throws {
    let sums = try read("\\\(Self.sha1)  a\\\\b\\nc", file: "SUMS")
    #expect(sums.entries.map(\.name) == ["a\\b\nc"])
  }

  @Test(arguments: [
    ("", "holds no checksum: fetch it again or remove it"),
    ("# nothing\n", "holds no checksum: fetch it again or remove it"),
    ("<html>\n", "line 1 has '<html>' where a checksum was expected"),
    ("\(sha256)\nxyz  a\n", "line 2 has 'xyz' where a checksum was expected"),
    ("0a0b", "line 1 has 4 digits where a sha1 has 40, a sha256 64 and a sha512 128"),
    (
      String(repeating: "0", count: 32),
      "line 1 has an MD5, which proves nothing: ask for a sha256"
    ),
    (sha1, "line 1 has a sha1 checksum where the name of the file says sha256"),
    ("SHA256 (a) = \(sha1)", "line 1 names sha256 and has a digest of sha1"),
  ])
  func `another text is an error with its line`(_ text: String, _ reason: String) {
    let error = #expect(throws: ContainerError.self) { try read(text, file: "a.csv.sha256") }
    #expect(error == ContainerError(.checksumFile, file: "a.csv.sha256", reason: reason))
  }

  @Test func `a checksum of another file is none`() throws {
    let sums = try read("\(Self.sha256)  b.csv\n", file: "a.csv.sha256")
    let error = #expect(throws: ContainerError.self) { try sums.entry(for: "a.csv") }
    #expect(error?.reason == "holds no checksum for 'a.csv' but for 'b.csv'")
    let both = try read("\(Self.sha256)  a\n\(Self.sha1)  a\n", file: "SUMS")
    #expect(throws: ContainerError.self) { try both.entry(for: "a") }
  }

  @Test func `a checksum file belongs to the file whose name it has`() {
    #expect(ChecksumFile.subject(of: "z!a.csv.sha1") == "z!a.csv")
    #expect(ChecksumFile.subject(of: "A.ZIP.SHA256") == "A.ZIP")
    #expect(ChecksumFile.subject(of: "a.csv") == nil)
    #expect(ChecksumFile.subject(of: ".sha1") == nil)
    #expect(ChecksumFile.isTooWeak("a.csv.md5"))
    #expect(ChecksumFile.candidates(for: "a") == ["a.sha512", "a.sha256", "a.sha1"])
  }
}
