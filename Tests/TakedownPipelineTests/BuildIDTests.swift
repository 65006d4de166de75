import Testing

@testable import TakedownPipeline

struct BuildIDTests {
  private static let note: [UInt8] =
    words(4, 4, 3) + Array("GNU\0".utf8) + [0xde, 0xad, 0x00, 0x0f]
  private static let other: [UInt8] = words(4, 4, 1) + Array("GNU\0".utf8) + [1, 2, 3, 4]

  /// 32-bit words, the lowest byte first.
  private static func words(_ words: Int...) -> [UInt8] {
    words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  /// A program of headers and one segment.
  private static func program(
    _ segment: [UInt8], type: Int = 4, offset: Int = 120, alignment: Int = 4
  ) -> [UInt8] {
    var file: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1] + Array(repeating: 0, count: 26)
    file += words(64, 0, 0, 0) + words(0) + [64, 0, 56, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    file += words(type, 4, offset, 0, 0, 0, 0, 0)
    file += words(segment.count, 0, segment.count, 0, alignment, 0)
    return file + segment
  }

  @Test(arguments: [
    program(note), program(other + note), program(note, alignment: 8),
    program(words(3, 0, 9) + Array("abc\0".utf8) + note),
  ])
  func `the digest is found among the notes of a program`(file: [UInt8]) {
    #expect(BuildID.find(in: file.span) == "dead000f")
  }

  @Test(arguments: [
    [], Array("#!/bin/sh\n".utf8) + Array(repeating: 0x20, count: 100), program(other),
    program(note, type: 1), program(note, offset: 1 << 30), program(Array(note.dropLast())),
    program([0xff, 0xff, 0xff, 0xff] + note.dropFirst(4)),
  ])
  func `a file without one, or cut off, has none`(file: [UInt8]) {
    #expect(BuildID.find(in: file.span) == nil)
  }

  @Test func `no byte of a program, whatever it is, ends the reading in another way`() {
    let file = Self.program(Self.other + Self.note)
    for index in file.indices {
      for byte in [0, 0x7f, 0x80, 0xff] as [UInt8] {
        var damaged = file
        damaged[index] = byte
        #expect((BuildID.find(in: damaged.span)?.count ?? 0) % 2 == 0)
      }
      _ = BuildID.find(in: Array(file[..<index]).span)
    }
  }
}
