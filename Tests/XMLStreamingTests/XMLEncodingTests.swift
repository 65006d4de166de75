import Bytes
import Tabular
import Testing
import XMLStreaming

struct XMLEncodingTests {
  /// The text of the one record, read in pieces of `step` bytes.
  private static func read(
    _ bytes: [UInt8], encoding: String? = nil, step: Int = .max
  ) throws -> String {
    var reader = try XMLRecordReader(
      record: XMLPath("l/r"), fields: [[XMLPath("a")]], encoding: encoding)
    var rest = bytes[...]
    var text = ""
    while !rest.isEmpty {
      let part = Array(rest.prefix(step))
      rest = rest.dropFirst(part.count)
      try reader.push(part.span)
      let batch = reader.takeBatch()
      for index in 0..<batch.count { text += batch.text(index, 0) { $0.text } }
    }
    try reader.finish()
    let batch = reader.takeBatch()
    for index in 0..<batch.count { text += batch.text(index, 0) { $0.text } }
    return text
  }

  private static func wide(_ text: String, bytes: Int, isLittle: Bool) -> [UInt8] {
    let units = bytes == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map(\.value)
    return units.flatMap { unit in
      let little = (0..<bytes).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
      return isLittle ? little : little.reversed()
    }
  }

  @Test(
    arguments: [
      ("windows-1252", [0x80, 0xe9, 0x99], "\u{20ac}\u{e9}\u{2122}"),
      ("ISO-8859-1", [0xe9, 0xa3], "\u{e9}\u{a3}"), ("iso-8859-5", [0xb6, 0xd6], "\u{416}\u{436}"),
      ("ISO-8859-15", [0xa4], "\u{20ac}"), ("windows-1251", [0xc6], "\u{416}"),
      ("Shift_JIS", [0x83, 0x65, 0x83, 0x58], "\u{30c6}\u{30b9}"),
      ("GB18030", [0xd6, 0xd0], "\u{4e2d}"), ("windows-1258", [0x61, 0xec, 0x7a], "\u{e1}z"),
      ("US-ASCII", [0x41], "A"), ("utf-8", [0xc3, 0xa9], "\u{e9}"),
    ] as [(String, [UInt8], String)])
  func `a declared encoding is decoded`(name: String, text: [UInt8], expected: String) throws {
    func document(_ declaration: String) -> [UInt8] {
      Array("<?xml version=\"1.0\"\(declaration)?>\n<l><r><a>".utf8) + text
        + Array("</a></r></l>".utf8)
    }
    for step in [1, 2, 7, Int.max] {
      #expect(try Self.read(document(" encoding=\"\(name)\""), step: step) == expected)
      #expect(
        try Self.read(document(" encoding='x-none'"), encoding: name, step: step) == expected)
      #expect(try Self.read(document(""), encoding: name, step: step) == expected)
    }
  }

  @Test(arguments: [true, false], [2, 4])
  func `wide text is read with and without a byte order mark`(isLittle: Bool, bytes: Int) throws {
    for declaration in ["", "<?xml version='1.0' encoding='UTF-\(bytes * 8)'?>"] {
      for mark in ["", "\u{feff}"] {
        let text = Self.wide(
          "\(mark)\(declaration)<l><r><a>\u{e9}\u{1f600}</a></r></l>", bytes: bytes,
          isLittle: isLittle)
        for step in [1, 3, Int.max] {
          #expect(try Self.read(text, step: step) == "\u{e9}\u{1f600}")
          #expect(
            try Self.read(text, encoding: "utf-\(bytes * 8)", step: step) == "\u{e9}\u{1f600}")
        }
      }
    }
  }

  @Test func `text that was converted already keeps its old declaration`() throws {
    for name in ["UTF-16", "windows-1252", "x-none"] {
      let text = "<?xml version='1.0' encoding='\(name)'?><l><r><a>\u{e9}</a></r></l>"
      #expect(try Self.read(Array(text.utf8), encoding: "UTF-8") == "\u{e9}")
      #expect(try Self.read(Array("\u{feff}\(text)".utf8), encoding: "UTF-8") == "\u{e9}")
    }
  }

  @Test func `a byte order mark wins over the declaration`() throws {
    let text = "\u{feff}<?xml version='1.0' encoding='ISO-8859-1'?><l><r><a>\u{e9}</a></r></l>"
    #expect(try Self.read(Array(text.utf8)) == "\u{e9}")
  }

  @Test(
    arguments: [
      ("windows-1252", [0x81]), ("US-ASCII", [0xe9]), ("Shift_JIS", [0x83, 0x0a]),
      ("utf-8", [0xe9]),
      ("utf-8", [0xc0, 0x80]), ("utf-8", [0xe0, 0x82, 0x80]), ("utf-8", [0xc1, 0x81]),
      ("utf-8", [0xed, 0xa0, 0x80]), ("utf-8", [0xf4, 0x90, 0x80, 0x80]),
    ] as [(String, [UInt8])])
  func `bytes that are no text are refused where they stand`(name: String, bytes: [UInt8]) throws {
    let before = "<?xml version='1.0' encoding='\(name)'?>\n<l><r>\n <a>"
    for after in ["</a></r></l>", "z</a></r></l>"] {
      for step in [1, Int.max] {
        let error = #expect(throws: XMLError.self) {
          _ = try Self.read(
            Array(before.utf8) + bytes + Array(after.utf8), encoding: nil, step: step)
        }
        #expect(error?.line == 3, "\(String(describing: error))")
        #expect((error?.column ?? 0) >= 5, "\(String(describing: error))")
      }
    }
  }

  @Test func `bytes that are no text are refused in an attribute and outside records`() throws {
    for text in ["<l><r a='\u{1}'/></l>", "<l><x>\u{1}</x></l>", "<l><!--\u{1}--></l>"] {
      let bytes = Array(text.utf8).map { $0 == 1 ? 0xe9 : $0 }
      #expect(throws: XMLError.self) { _ = try Self.read(bytes) }
    }
  }

  @Test func `a document that ends within a character is refused`() throws {
    let text = Self.wide("<l><r><a>x</a></r></l>\n", bytes: 2, isLittle: true)
    for length in 0..<text.count - 2 where length.isMultiple(of: 2) == false || length < 40 {
      #expect(throws: XMLError.self, "\(length)") {
        _ = try Self.read(Array(text.prefix(length)))
      }
    }
    let error = #expect(throws: XMLError.self) { _ = try Self.read(Array(text.dropLast())) }
    #expect(error?.reason.contains("ends within a character") == true)
  }

  @Test(arguments: ["x-none", "UTF-8//IGNORE", "", "windows-1252 "])
  func `an encoding that nobody knows is refused`(name: String) throws {
    let error = #expect(throws: XMLError.self) {
      _ = try Self.read(Array("<l/>".utf8), encoding: name)
    }
    #expect(error?.reason.hasPrefix("the encoding '\(name)' is not known") == true)
  }
}
