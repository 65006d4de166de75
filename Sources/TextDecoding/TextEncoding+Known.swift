extension TextEncoding {
  package static let utf8 = TextEncoding("UTF-8", .utf8)
  package static let utf16 = TextEncoding("UTF-16", .wide(unit: 2, littleEndian: nil))
  package static let utf16LE = TextEncoding("UTF-16LE", .wide(unit: 2, littleEndian: true))
  package static let utf16BE = TextEncoding("UTF-16BE", .wide(unit: 2, littleEndian: false))
  package static let utf32 = TextEncoding("UTF-32", .wide(unit: 4, littleEndian: nil))
  package static let utf32LE = TextEncoding("UTF-32LE", .wide(unit: 4, littleEndian: true))
  package static let utf32BE = TextEncoding("UTF-32BE", .wide(unit: 4, littleEndian: false))
  package static let windows1252 = windows(1252)

  static func windows(_ number: Int) -> TextEncoding {
    TextEncoding("windows-\(number)", .codePage, iconv: "CP\(number)")
  }

  static func iso8859(_ part: Int) -> TextEncoding {
    // Control characters that no log has; a byte here is a sign of the Windows page.
    TextEncoding("ISO-8859-\(part)", .codePage, refusing: [0x80...0x9f])
  }

  static func ibm(_ number: Int) -> TextEncoding {
    let name =
      switch number {
      case 858: "IBM00858"
      case 737: "cp737"
      default: "IBM\(number)"
      }
    return TextEncoding(name, .codePage, iconv: "CP\(number)")
  }

  static let koi8R = TextEncoding("KOI8-R", .codePage)
  static let koi8U = TextEncoding("KOI8-U", .codePage)
  /// The C library has U+0394 where Apple has U+2206, and another private character for the apple.
  static let macintosh = TextEncoding(
    "macintosh", .codePage, refusing: [0xc6...0xc6, 0xf0...0xf0], iconv: "MACINTOSH")

  /// The names, in the order in which they are listed for people.
  package static var names: [String] { known.map(\.encoding.name) }

  static let byLabel: [String: TextEncoding] = {
    var byLabel: [String: TextEncoding] = [:]
    for (encoding, labels) in known {
      for label in labels { byLabel[label] = encoding }
    }
    return byLabel
  }()

  private typealias Known = (encoding: TextEncoding, labels: [String])

  /// Each encoding with its names in small letters and digits.
  private static let known: [Known] =
    [
      (utf8, ["utf8", "unicode11utf8", "cp65001", "windows65001", "65001", "utf8sig", "utf8bom"]),
      (utf16, ["utf16", "unicode", "csunicode", "iso10646ucs2", "ucs2"]),
      (utf16LE, ["utf16le", "unicodelittle", "ucs2le", "cp1200", "1200"]),
      (utf16BE, ["utf16be", "unicodefffe", "unicodebig", "ucs2be", "cp1201", "1201"]),
      (utf32, ["utf32", "ucs4", "iso10646ucs4"]),
      (utf32LE, ["utf32le", "ucs4le", "cp12000", "12000"]),
      (utf32BE, ["utf32be", "ucs4be", "cp12001", "12001"]),
      (
        TextEncoding("US-ASCII", .codePage),
        ["usascii", "ascii", "iso646us", "ansix341968", "cp20127", "20127"]
      ),
    ]
    + (1250...1258).map { page(windows($0), $0) }
    + [page(windows(874), 874)]
    + [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16].map { iso($0) }
    + [
      (koi8R, ["koi8r", "koi8", "koi", "cskoi8r", "cp20866", "20866"]),
      (koi8U, ["koi8u", "cskoi8u", "cp21866", "21866"]),
      (
        macintosh, ["macintosh", "mac", "macroman", "xmacroman", "csmacintosh", "cp10000", "10000"]
      ),
    ]
    + [437, 737, 775, 850, 852, 855, 857, 858, 862, 866].map { page(ibm($0), $0) }
    + [
      (
        TextEncoding("GB18030", .multiByte),
        ["gb18030", "gbk", "gb2312", "xgbk", "chinese", "cp936", "936", "cp54936", "54936"]
      ),
      (
        TextEncoding("windows-949", .multiByte, iconv: "CP949"),
        ["windows949", "cp949", "949", "uhc", "euckr", "korean", "ksc56011987", "ksc5601"]
      ),
    ]

  private static func page(_ encoding: TextEncoding, _ number: Int) -> Known {
    let prefixes = ["", "windows", "xwindows", "win", "cp", "xcp", "ms", "ibm", "csibm", "dos"]
    return (encoding, prefixes.map { "\($0)\(number)" } + ["ibm00\(number)", "cp00\(number)"])
  }

  private static func iso(_ part: Int) -> Known {
    let common = ["iso8859\(part)", "8859\(part)", "iso8859part\(part)", "csiso8859\(part)"]
    let numbers = ["cp\(28590 + part)", "\(28590 + part)"]
    let others: [String] =
      switch part {
      case 1: ["latin1", "l1", "isolatin1", "csisolatin1", "isoir100", "cp819", "ibm819"]
      case 2: ["latin2", "l2", "isolatin2", "csisolatin2", "isoir101"]
      case 3: ["latin3", "l3", "csisolatin3", "isoir109"]
      case 4: ["latin4", "l4", "csisolatin4", "isoir110"]
      case 5: ["cyrillic", "csisolatincyrillic", "isoir144"]
      case 6: ["arabic", "csisolatinarabic", "isoir127", "asmo708", "ecma114"]
      case 7: ["greek", "greek8", "csisolatingreek", "isoir126", "elot928", "ecma118"]
      case 8: ["hebrew", "csisolatinhebrew", "isoir138", "iso88598i", "logical"]
      case 9: ["latin5", "l5", "csisolatin5", "isoir148"]
      case 10: ["latin6", "l6", "csisolatin6", "isoir157"]
      case 11: ["thai", "tis620"]
      case 13: ["latin7", "l7"]
      case 14: ["latin8", "l8"]
      case 15: ["latin9", "l9", "csisolatin9"]
      case 16: ["latin10", "l10"]
      default: []
      }
    return (iso8859(part), common + numbers + others)
  }
}
