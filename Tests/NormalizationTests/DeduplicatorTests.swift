import Bytes
import Tabular
import Testing

@testable import Normalization

struct DeduplicatorTests {
  /// A batch with a row for each key, of one file.
  private static func batch(_ keys: [KeyHash?], from first: Int = 1) -> NormalizedBatch {
    var batch = NormalizedBatch()
    let file = batch.files.insert(Array("nca,log.csv,".utf8).span)
    for (number, key) in keys.enumerated() {
      batch.rows += Array("nca,log.csv,\(first + number)\n".utf8)
      batch.rowEnds.append(batch.rows.count)
      batch.keys.append(key)
      batch.fileNumbers.append(Int32(file))
      batch.positions.append(first + number)
    }
    return batch
  }

  /// Keys that have one half in common, the other one different, and each the other way round.
  private static func halves(of half: UInt64) -> [KeyHash] {
    let others = (0..<1500).map { UInt64($0) &* 0x9e37_79b9_7f4a_7c15 }.filter { $0 != half }
    return others.map { KeyHash(high: half, low: $0) } + others.map { KeyHash(high: $0, low: half) }
  }

  @Test(arguments: [0, 7, UInt64.max])
  func `records of the same half hash are no duplicates of one another`(half: UInt64) throws {
    let keys = Self.halves(of: half)
    var deduplicator = Deduplicator()
    var takedowns: [UInt8] = []
    var duplicates: [UInt8] = []
    deduplicator.add(Self.batch(keys), takedowns: &takedowns, duplicates: &duplicates)
    #expect(duplicates.isEmpty)
    #expect(takedowns == Self.batch(keys).rows)

    // Each again is the duplicate of itself, not of one that shares half of its hash.
    deduplicator.add(
      Self.batch(keys, from: keys.count + 1), takedowns: &takedowns, duplicates: &duplicates)
    #expect(takedowns == Self.batch(keys).rows)
    let expected = keys.indices.map {
      "nca,log.csv,\(keys.count + 1 + $0),nca,log.csv,\(1 + $0)\n"
    }
    #expect(String(decoding: duplicates, as: UTF8.self) == expected.joined())
    #expect(deduplicator.bySource["nca"]?.counted == keys.count)
    #expect(deduplicator.bySource["nca"]?.duplicates == keys.count)
  }

  @Test func `records without a key are never duplicates`() {
    var deduplicator = Deduplicator()
    var takedowns: [UInt8] = []
    var duplicates: [UInt8] = []
    deduplicator.add(Self.batch([nil, nil, nil]), takedowns: &takedowns, duplicates: &duplicates)
    #expect(duplicates.isEmpty)
    #expect(deduplicator.bySource["nca"]?.counted == 3)
  }
}
