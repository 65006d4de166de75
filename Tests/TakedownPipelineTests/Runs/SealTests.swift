import Tabular
import Testing

@testable import TakedownPipeline

struct SealTests {
  private static let record = JSONValue.object([
    "version": 1, "host": "a", "stages": .object(["ingest": .object(["ran": true])]),
  ])

  @Test func `a record under a seal is read as it was written`() {
    let bytes = Seal.closing(Self.record)
    let opened = Seal.opening(bytes)
    #expect(opened?["host"]?.string == "a")
    #expect(opened?["seal"]?.string?.count == 64)
  }

  @Test func `a record that lost or changed any byte is not believed`() {
    let bytes = Seal.closing(Self.record)
    for i in bytes.indices {
      var changed = bytes
      changed[i] ^= 1
      #expect(Seal.opening(changed) == nil, "byte \(i)")
      #expect(Seal.opening(Array(bytes[..<i])) == nil, "cut at \(i)")
    }
    #expect(Seal.opening(bytes + [0x0a]) == nil)
  }
}
