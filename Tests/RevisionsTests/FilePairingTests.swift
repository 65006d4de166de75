import Bytes
import Revisions
import Testing

struct FilePairingTests {
  private static let hasher = KeyHasher(seed0: 3, seed1: 4)

  private static func scan(_ files: (String, String, [String])...) throws -> RecordScan {
    try RecordsExample(
      files: files.map { source, path, accounts in
        (source, path, accounts.map { (account: $0, day: "2025-01-01") })
      }
    ).scan(hasher)
  }

  private static func digests(
    _ digests: (String, String, String)...
  ) -> [(source: String, path: String, sha256: String)] {
    digests.map { (source: $0.0, path: $0.1, sha256: $0.2) }
  }

  @Test func `files are paired by name, by their records and by the digest of their bytes`() throws
  {
    let old = try Self.scan(
      ("s", "same", ["a"]), ("s", "renamed", ["b"]), ("s", "reread", ["c"]), ("s", "edited", ["d"]),
      ("s", "gone", ["e"]), ("t", "other", ["f"]))
    let new = try Self.scan(
      ("s", "same", ["a"]), ("s", "name", ["b"]), ("s", "reread", ["C"]), ("s", "edited", ["D"]),
      ("s", "new", ["g"]), ("u", "another", ["f"]))
    let pairing = FilePairing(
      old: old, new: new,
      digests: (
        old: Self.digests(("s", "reread", "1"), ("s", "edited", "2")),
        new: Self.digests(("s", "reread", "1"), ("s", "edited", "3"))
      ), sources: ["s"])
    #expect(pairing.old == [.same, .same, .reread, .compared, .compared, .otherSource])
    #expect(pairing.new == [.same, .same, .reread, .compared, .compared, .otherSource])
  }

  @Test func `a file of which nothing is a record any longer is read by other rules`() throws {
    let digest = Self.digests(("s", "log", "1"))
    let pairing = FilePairing(
      old: try Self.scan(("s", "log", ["a"])), new: try Self.scan(),
      digests: (old: digest, new: digest), sources: ["s"])
    #expect(pairing.old == [.reread])
  }
}
