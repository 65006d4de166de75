import Tabular

/// The codes that stand for the texts of a column, since a code may hold few characters.
struct CodeList {
  /// `CL_AGENCY`.
  let id: String
  let name: String
  /// In byte order of the texts.
  let codes: [(id: String, name: String)]
  private let codeOfText: [String: String]

  /// The list of the texts that have names; each name becomes that of the text's code.
  init(id: String, name: String, names: [String: String]) {
    self.id = id
    self.name = name
    var codes: [(id: String, name: String)] = []
    var codeOfText: [String: String] = [:]
    var taken: Set<String> = []
    let texts = names.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for text in texts {
      let base = Self.code(text)
      var code = base
      var number = 1
      while !taken.insert(code).inserted {
        number += 1
        code = "\(base)_\(number)"
      }
      codes.append((code, names[text] ?? text))
      codeOfText[text] = code
    }
    self.codes = codes
    self.codeOfText = codeOfText
  }

  /// The code of a text; a text that the list was not made of has none.
  func code(of text: String) -> String? { codeOfText[text] }

  /// A text in the letters of a code: `account+page` as `account_page`.
  private static func code(_ text: String) -> String {
    var code: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d: code.append(byte)
      default: if code.last != 0x5f { code.append(0x5f) }
      }
    }
    return code.isEmpty ? "_" : String(decoding: code.prefix(100), as: UTF8.self)
  }

  func json(version: String) -> JSONValue {
    .object([
      "agencyID": .string(Structure.maintainer),
      "id": .string(id),
      "name": .string(name),
      "version": .string(version),
      "codes": .array(
        codes.map { .object(["id": .string($0.id), "name": .string($0.name)]) }),
    ])
  }
}
