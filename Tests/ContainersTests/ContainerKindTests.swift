import Containers
import Testing

struct ContainerKindTests {
  @Test(arguments: Packing.Format.allCases)
  func `each kind is told by how it begins`(_ format: Packing.Format) throws {
    for data in [ContainerReaderTests.table, []] {
      let bytes = try Packing.pack(format, [("a", data)])
      #expect(ContainerKind(prefix: bytes.span)?.rawValue == format.rawValue)
    }
  }

  @Test func `a tar is told by the sum of its header`() throws {
    var bytes = try Packing.pack(.tar, [("a", [])])
    bytes[0] ^= 1
    #expect(ContainerKind(prefix: bytes.span) == nil)
    #expect(ContainerKind(prefix: [UInt8](repeating: 0, count: 1024).span) == nil)
    #expect(ContainerKind(prefix: [UInt8](repeating: 0x20, count: 1024).span) == nil)
  }

  @Test(arguments: ["", "a,b\n", "PK", "PK\u{3}", "BZh9", "BZh91AY&SX", "7z", "Rar!"])
  func `another text is none`(_ text: String) {
    #expect(ContainerKind(prefix: Array(text.utf8).span) == nil)
  }
}
