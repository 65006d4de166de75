import Bytes
import Containers
import Testing

/// What breaks off or was altered is never taken for a shorter or another whole.
struct DamagedContainerTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let file: String
    let bytes: [UInt8]

    var testDescription: String { file }
  }

  static func samples() throws -> [Sample] {
    let nested = try ContainerReaderTests.nestedZip()
    let table = ContainerReaderTests.table
    let text = Array(String(repeating: "a,b,c\n1,2,3\n", count: 20).utf8)
    let stored = ZipBuilder(
      [.init("a.csv", "a,b\n"), .init(Array("i.zip".utf8), ZipBuilder(("b", "1")).bytes)])
    var commented = stored
    commented.comment = Array("made by hand PK".utf8)
    let tar = try Packing.pack(.tar, [("a.csv", table), ("i.zip", stored.bytes)])
    return [
      Sample(file: "deflated.zip", bytes: nested),
      Sample(file: "stored.zip", bytes: stored.bytes),
      Sample(file: "commented.zip", bytes: commented.bytes),
      Sample(file: "a.tar", bytes: tar),
      Sample(file: "a.gz", bytes: Packing.gzip(text)),
      Sample(file: "a.tgz", bytes: try Packing.pack(.gzip, [("a", tar)])),
      Sample(file: "a.xz", bytes: try Packing.pack(.xz, [("a", text)])),
      Sample(file: "a.zst", bytes: try Packing.pack(.zstd, [("a", text)])),
      Sample(file: "a.bz2", bytes: try Packing.pack(.bzip2, [("a", text)])),
      Sample(file: "empty.xz", bytes: try Packing.pack(.xz, [("a", [])])),
      Sample(file: "empty.bz2", bytes: try Packing.pack(.bzip2, [("a", [])])),
      Sample(file: "empty.zst", bytes: try Packing.pack(.zstd, [("a", [])])),
      Sample(file: "zip.gz", bytes: Packing.gzip(stored.bytes)),
    ]
  }

  @Test func `cut at any byte it is an error or complete`() throws {
    for sample in try Self.samples() {
      let whole = try Reading(sample.bytes, file: sample.file)
      #expect(!whole.files.isEmpty)
      for length in 0..<sample.bytes.count {
        let cut = Array(sample.bytes.prefix(length))
        if let reading = try? Reading(cut, file: sample.file) {
          #expect(reading == whole, "\(sample.file) cut to \(length)")
        }
      }
    }
  }

  @Test func `a nested zip that is cut is an error at every byte`() throws {
    let bytes = try ContainerReaderTests.nestedZip()
    for length in 0..<bytes.count {
      #expect(throws: ContainerError.self, "cut to \(length)") {
        try Reading(Array(bytes.prefix(length)), file: "d.zip")
      }
    }
  }

  @Test func `with one bit turned it is an error or the same`() throws {
    // A tar has no checksum of its contents, and zstd as libarchive writes it has none either.
    for sample in try Self.samples() where !sample.file.hasSuffix("tar") && sample.file != "a.zst" {
      let whole = try Reading(sample.bytes, file: sample.file)
      for index in sample.bytes.indices {
        for bit in [UInt8(1), 8, 64] {
          var bytes = sample.bytes
          bytes[index] ^= bit
          // Another beginning makes it no container, which the caller sees by its path.
          guard ContainerKind(prefix: bytes.span) != nil else { continue }
          if let reading = try? Reading(bytes, file: sample.file) {
            #expect(reading.files == whole.files, "\(sample.file) byte \(index) bit \(bit)")
          }
        }
      }
    }
  }

  @Test(arguments: ["gz", "xz", "zst", "bz2", "zip", "tar"])
  func `bytes behind the end are an error`(_ ending: String) throws {
    let formats: [String: Packing.Format] = [
      "gz": .gzip, "xz": .xz, "zst": .zstd, "bz2": .bzip2, "zip": .zip, "tar": .tar,
    ]
    let format = try #require(formats[ending])
    let bytes = try Packing.pack(format, [("a", ContainerReaderTests.table)])
    for more in ["xyz", String(repeating: "a,b\n", count: 100_000)] {
      #expect(throws: ContainerError.self) {
        try Reading(bytes + Array(more.utf8), file: "a.\(ending)")
      }
    }
  }

  @Test func `a wrong checksum is told though the member was not read`() throws {
    var zip = ZipBuilder(("a", "1"), ("b", "2"))
    zip.entries[0].checksum = 7
    let reader = ContainerReader(ArraySource(zip.bytes), file: "z")
    #expect(throws: ContainerError.self) {
      while try reader.next() != nil {}
    }
    #expect(throws: ContainerError.self) { try reader.next() }
  }
}
