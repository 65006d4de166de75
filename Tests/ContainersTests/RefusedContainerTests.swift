import Containers
import Testing

/// What is refused though it could be opened, in words.
struct RefusedContainerTests {
  private func reason(
    _ bytes: [UInt8], file: String = "z", limits: ContainerLimits = .standard
  ) -> String? {
    #expect(throws: ContainerError.self) { try Reading(bytes, file: file, limits: limits) }?
      .description
  }

  @Test(arguments: [
    ("../a", "climbs out of its folder"), ("a/../../b", "climbs out of its folder"),
    ("a/..", "climbs out of its folder"), ("a\\..\\b", "climbs out of its folder"),
    ("..\\b", "climbs out of its folder"),
  ])
  func `a name that climbs`(_ name: String, _ what: String) {
    // libarchive may have turned the backslashes round.
    #expect(
      reason(ZipBuilder((name, "1")).bytes)?.replacing("\\", with: "/")
        == "'z' has the entry '\(name.replacing("\\", with: "/"))', a name that \(what): "
        + "pack the files again under plain names")
  }

  @Test(arguments: [
    ("/etc/passwd", "an absolute name"), ("\\\\server\\a", "an absolute name"),
    ("C:\\a.csv", "a name with a drive"), ("c:a", "a name with a drive"),
    ("a\nb", "a name with control characters"), ("a\u{7f}b", "a name with control characters"),
    ("", "an empty name"),
  ])
  func `a name that leads elsewhere or is none`(_ name: String, _ what: String) {
    let message = reason(ZipBuilder((name, "1")).bytes)
    #expect(
      message?.hasSuffix("', \(what): pack the files again under plain names") == true,
      "\(message ?? "")")
  }

  @Test func `a name with a NUL`() {
    #expect(reason(ZipBuilder(("a\0b", "1")).bytes)?.contains("where it stands") == true)
  }

  @Test func `control characters of a name do not reach the terminal`() {
    let message = reason(ZipBuilder(("a\u{1b}[2Jb\u{202e}", "1")).bytes)
    #expect(message?.contains("'a\\u{1b}[2Jb\\u{202e}'") == true)
  }

  @Test func `a name of over 1,024 bytes`() {
    let name = String(repeating: "n", count: 1025)
    #expect(reason(ZipBuilder((name, "1")).bytes)?.contains("a name of over 1024 bytes") == true)
  }

  @Test func `a name that is not UTF-8 is code page 437 in a zip and refused in a tar`() throws {
    var zip = ZipBuilder([.init(Array("L".utf8) + [0x94] + Array("schung.csv".utf8), [0x31])])
    zip.entries[0].flags = 0
    #expect(try Reading(zip.bytes, file: "z").lines == ["z!Löschung.csv=1"])
    zip.entries[0].flags = 0x800
    #expect(throws: ContainerError.self) { try Reading(zip.bytes, file: "z") }
  }

  @Test(arguments: [0o120777, 0o020666, 0o060666, 0o140666])
  func `a link or a device`(_ mode: Int) {
    var zip = ZipBuilder(("a", "1"), ("b", "a"))
    zip.entries[1].mode = mode
    #expect(
      reason(zip.bytes)
        == "'z' has the entry 'b', which is a link or a device: send the file itself")
  }

  @Test func `what was packed from standard input is a file`() throws {
    var zip = ZipBuilder(("-", "1"))
    zip.entries[0].mode = 0o010600
    #expect(try Reading(zip.bytes, file: "z").lines == ["z!-=1"])
  }

  @Test(arguments: [("1", "link"), ("2", "link"), ("3", "neither"), ("6", "neither")])
  func `a link or a device in a tar`(_ type: String, _ word: String) throws {
    var tar = try Packing.pack(.tar, [("a", [])])
    tar[156] = try #require(type.utf8.first)
    tar.replaceSubrange(157..<158, with: Array("b".utf8))
    tar.replaceSubrange(148..<156, with: Array("        ".utf8))
    let sum = tar.prefix(512).reduce(0) { $0 + Int($1) }
    let digits = String(sum, radix: 8)
    tar.replaceSubrange(148..<148 + digits.utf8.count, with: Array(digits.utf8))
    #expect(reason(tar)?.hasPrefix("'z' has the entry 'a', which is ") == true)
    #expect(reason(tar)?.contains(word) == true)
  }

  @Test func `an encrypted entry`() {
    var zip = ZipBuilder(("a", "1234567890123456"))
    zip.entries[0].flags = 1
    #expect(
      reason(zip.bytes) == "'z' has the entry 'a', which is encrypted: send it unencrypted")
  }

  @Test(arguments: [("a", "a"), ("a", "./a"), ("b/a", "b//a"), ("\u{e4}", "a\u{308}")])
  func `a name that comes twice`(_ one: String, _ two: String) {
    let message = reason(ZipBuilder((one, "1"), (two, "2")).bytes)
    #expect(message?.hasSuffix("a second time: give each file a name of its own") == true)
  }

  @Test func `a folder that holds bytes`() {
    // libarchive passes over such bytes, so it is the directory that tells.
    #expect(
      reason(ZipBuilder(("a.csv/", "1")).bytes)
        == "'z' lists the entry 'a.csv/' with 1 bytes and holds 0: it is damaged; fetch it again")
  }

  @Test func `a directory that says other things than were found`() {
    let zip = ZipBuilder(("a", "1"), ("b", "2"))
    var other = zip
    other.entries[1].listedName = Array("c".utf8)
    #expect(
      reason(other.bytes)
        == "'z' lists the entry 'c' and calls it 'b' where it stands: it is damaged; fetch it again"
    )
    other = zip
    other.entries[1].listedOffset = 0
    #expect(reason(other.bytes)?.contains("'b', which is not where it should be") == true)
    other = zip
    other.entries[0].isListed = false
    #expect(reason(other.bytes)?.contains("lists 1 entries, states 1 and holds 2") == true)
  }

  @Test(
    arguments: [
      ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4], "is a 7z archive"),
      ([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0], "is a rar archive"),
      ([0x50, 0x4b, 7, 8, 0x50, 0x4b, 3, 4], "is a part of a split zip archive"),
      ([0x04, 0x22, 0x4d, 0x18], "is compressed with lz4"),
    ] as [([UInt8], String)])
  func `another kind of container`(_ bytes: [UInt8], _ words: String) {
    #expect(reason(bytes)?.hasPrefix("'z' \(words)") == true)
    let zip = ZipBuilder([.init(Array("a".utf8), bytes)])
    #expect(reason(zip.bytes)?.hasPrefix("'z!a' \(words)") == true)
  }

  @Test func `more layers than allowed`() {
    var bytes = ZipBuilder(("a", "1")).bytes
    for _ in 0..<3 { bytes = ZipBuilder([.init(Array("z".utf8), bytes)]).bytes }
    #expect(throws: Never.self) { try Reading(bytes, file: "z") }
    bytes = ZipBuilder([.init(Array("z".utf8), bytes)]).bytes
    #expect(
      reason(bytes)
        == "'z!z!z!z!z' is a container inside 4 others, and at most 4 are opened: "
        + "unpack the outermost")
  }

  @Test func `more entries than allowed`() {
    let inner = ZipBuilder(("a", "1"), ("b", "2")).bytes
    let zip = ZipBuilder([.init(Array("z".utf8), inner), .init("c", "3")])
    #expect(throws: Never.self) {
      try Reading(zip.bytes, file: "z", limits: ContainerLimits(entries: 4))
    }
    #expect(
      reason(zip.bytes, limits: ContainerLimits(entries: 3))
        == "'z' holds more than 3 entries: send them in several files")
  }

  @Test(arguments: [Packing.Format.zip, .gzip, .xz, .zstd, .bzip2])
  func `what unpacks to more than allowed`(_ format: Packing.Format) throws {
    let zeros = [UInt8](repeating: 0x30, count: 3_000_000)
    let bytes = try Packing.pack(format, [("a", zeros)])
    let bySize = ContainerLimits(unpackedBytes: 2_000_000)
    #expect(
      reason(bytes, limits: bySize)
        == "'z' holds more than 2000000 bytes: send it in several files")
    let byRatio = ContainerLimits(ratio: 100, bytesBeforeRatio: 1_000_000)
    #expect(
      reason(bytes, limits: byRatio)?.hasPrefix("'z' unpacks to more than 100 times its size")
        == true)
    #expect(throws: Never.self) { try Reading(bytes, file: "z") }
  }

  @Test func `a bomb in layers is noticed soon`() throws {
    var bytes = try Packing.pack(.zip, [("a", [UInt8](repeating: 0, count: 30_000_000))])
    let layer = (0..<16).map { ("\($0).zip", bytes) }
    bytes = try Packing.pack(.zip, layer)
    bytes = try Packing.pack(.gzip, [("a", bytes)])
    #expect(reason(bytes)?.contains("unpacks to more than 1000 times its size") == true)
  }
}
