import Bytes
import Containers
import Testing

struct ContainerReaderTests {
  static let table = Array("a,b\n1,2\n".utf8)

  /// A zip archive in a zip archive with a file before and behind it, all compressed.
  static func nestedZip() throws -> [UInt8] {
    let inner = try Packing.pack(.zip, [("a.csv", table), ("sub/ä.csv", Array("x,y\n".utf8))])
    return try Packing.pack(
      .zip, [("first.csv", table), ("inner.zip", inner), ("last.csv", Array("z\n".utf8))])
  }

  static let nestedLines = [
    "d.zip!first.csv=a,b\n1,2\n", "d.zip!inner.zip!a.csv=a,b\n1,2\n",
    "d.zip!inner.zip!sub/ä.csv=x,y\n", "d.zip!last.csv=z\n",
  ]

  @Test(arguments: ["", "a,b\n1,2\n", "P", "PK is a text", "BZh is one too", "\u{1f}"])
  func `a file that is no container is its own only member`(_ text: String) throws {
    #expect(try Reading(Array(text.utf8), file: "a.csv").lines == ["a.csv=\(text)"])
  }

  @Test(arguments: [
    (Packing.Format.gzip, "gz"), (.xz, "xz"), (.zstd, "zst"), (.bzip2, "bz2"),
  ])
  func `a compressed file keeps its name`(_ format: Packing.Format, _ ending: String) throws {
    let large = Array(String(repeating: "a,b,c\n1,2,3\n", count: 50_000).utf8)
    for data in [Self.table, [], large] {
      let packed = try Packing.pack(format, [("a", data)])
      let text = String(decoding: data, as: UTF8.self)
      #expect(try Reading(packed, file: "a.csv.\(ending)").lines == ["a.csv.\(ending)=\(text)"])
    }
    let tar = try Packing.pack(.tar, [("./a.csv", Self.table), ("b/ö.csv", Array("2".utf8))])
    let packed = try Packing.pack(format, [("a", tar)])
    let name = "t.tar.\(ending)"
    #expect(
      try Reading(packed, file: name).lines == ["\(name)!a.csv=a,b\n1,2\n", "\(name)!b/ö.csv=2"])
  }

  @Test func `archives in archives are opened in order`() throws {
    let bytes = try Self.nestedZip()
    #expect(try Reading(bytes, file: "d.zip").lines == Self.nestedLines)
    #expect(try Reading(SlowSource(bytes), file: "d.zip").lines == Self.nestedLines)
    let tar = try Packing.pack(.tar, [("inner.zip", ZipBuilder(("a", "1"), ("b", "2")).bytes)])
    #expect(try Reading(tar, file: "t").lines == ["t!inner.zip!a=1", "t!inner.zip!b=2"])
  }

  @Test(arguments: ["zip:zip64", "zip:compression=store", "zip:!experimental"])
  func `zip archives of other writings are read`(_ options: String) throws {
    let files = [("a.csv", Self.table), ("b.csv", [])]
    let bytes = try Packing.pack(.zip, files, options: options)
    #expect(try Reading(bytes, file: "z").lines == ["z!a.csv=a,b\n1,2\n", "z!b.csv="])
    for length in 0..<bytes.count {
      #expect(throws: ContainerError.self) {
        try Reading(Array(bytes.prefix(length)), file: "z.zip")
      }
    }
  }

  @Test func `members that are not read are passed over and those behind them are right`() throws {
    let reader = ContainerReader(ArraySource(try Self.nestedZip()), file: "d.zip")
    var paths: [String] = []
    while let member = try reader.next() { paths.append(member.path) }
    #expect(paths == Self.nestedLines.map { String($0.prefix { $0 != "=" }) })
    #expect(try reader.next() == nil)
  }

  @Test func `several gzip members are one file`() throws {
    let bytes = Packing.gzip(Self.table) + Packing.gzip([]) + Packing.gzip(Array("3,4\n".utf8))
    for padding in [0, 1, 100_000] {
      let padded = bytes + Array(repeating: 0, count: padding)
      #expect(try Reading(padded, file: "a.gz").lines == ["a.gz=a,b\n1,2\n3,4\n"])
    }
  }

  @Test func `what desktops leave in archives is skipped and told`() throws {
    let zip = ZipBuilder(
      ("a.csv", "1"), ("__MACOSX/._a.csv", "x"), (".DS_Store", "x"), ("b/Thumbs.db", "x"),
      ("b/", ""), ("b/._c", "x"), ("b/c.csv", "2"))
    let reading = try Reading(zip.bytes, file: "z")
    #expect(reading.lines == ["z!a.csv=1", "z!b/c.csv=2"])
    #expect(reading.skipped == ["z!__MACOSX/._a.csv", "z!.DS_Store", "z!b/Thumbs.db", "z!b/._c"])
  }

  @Test(arguments: [
    ("a.xlsx", "x"), ("a.ods", "x"), ("a", "[Content_Types].xml"), ("a", "docProps/app.xml"),
  ])
  func `a document of an office program is one file`(_ name: String, _ entry: String) throws {
    let document = ZipBuilder((entry, "<x/>")).bytes
    let text = String(decoding: document, as: UTF8.self)
    #expect(try Reading(document, file: name).lines == ["\(name)=\(text)"])
    let zip = ZipBuilder([.init(Array(name.utf8), document), .init("b.csv", "1")])
    #expect(try Reading(zip.bytes, file: "z").lines == ["z!\(name)=\(text)", "z!b.csv=1"])
    let gzip = Packing.gzip(document)
    #expect(try Reading(gzip, file: name + ".gz").lines == ["\(name).gz=\(text)"])
  }

  @Test func `an OpenDocument file is told by its first entry`() throws {
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    let document = ZipBuilder(("mimetype", type), ("content.xml", "<x/>")).bytes
    #expect(try Reading(document, file: "a").files.map(\.path) == ["a"])
    let other = ZipBuilder(("mimetype", "text/csv"), ("content.xml", "<x/>")).bytes
    #expect(try Reading(other, file: "a").files.map(\.path) == ["a!mimetype", "a!content.xml"])
  }

  @Test func `an archive without files gives none`() throws {
    #expect(try Reading(ZipBuilder().bytes, file: "z.zip").files.isEmpty)
    #expect(try Reading(ZipBuilder(("a/", ""), ("a/b/", "")).bytes, file: "z").files.isEmpty)
  }

  @Test func `what the source throws comes out as it is, at whatever depth`() throws {
    let bytes = try Self.nestedZip()
    for packed in [bytes, Packing.gzip(bytes), try Packing.pack(.xz, [("a", bytes)])] {
      for count in [0, 1, 3, 40, 200, packed.count - 1, packed.count] {
        #expect(throws: SlowSource.Failure(), "after \(count) of \(packed.count)") {
          try Reading(SlowSource(packed, failingAfter: count), file: "d")
        }
      }
    }
  }

  @Test func `a member that was left can no longer be read`() throws {
    let reader = ContainerReader(
      ArraySource(ZipBuilder(("a", String(repeating: "1", count: 100_000)), ("b", "2")).bytes),
      file: "z")
    var first = try #require(try reader.next())
    _ = try reader.next()
    var bytes: [UInt8] = []
    let error = #expect(throws: ContainerError.self) {
      while try first.source.read(into: &bytes, upTo: 10) > 0 {}
    }
    #expect(error?.reason == "has gone on to its next entry: this one can no longer be read")
  }

  @Test func `after an error there is nothing but that error`() throws {
    var zip = ZipBuilder(("a", "1"), ("b", "2"), ("c", "3"))
    zip.entries[1].checksum = 7
    let reader = ContainerReader(ArraySource(zip.bytes), file: "z")
    #expect(try reader.next()?.path == "z!a")
    let first = #expect(throws: ContainerError.self) { try reader.next() }
    let second = #expect(throws: ContainerError.self) { try reader.next() }
    #expect(first?.reason.contains("bad CRC") == true)
    #expect(first == second)
  }
}
