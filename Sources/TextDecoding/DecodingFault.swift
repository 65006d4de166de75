/// Bytes that are no character of the encoding that a file is in.
///
/// In the decoded text one byte 0xFF stands in their place.
package struct DecodingFault: Hashable, Sendable {
  /// Where they begin in the file, 0-based, a byte order mark included.
  package let offset: Int
  /// The line of the decoded text that they stand on, 1-based.
  package let line: Int
  /// The bytes, as they stand in the file.
  package let bytes: [UInt8]
  package let encoding: TextEncoding

  /// What was found and where, for a message: `byte 0x81 at offset 27 is not in windows-1252`.
  package var words: String {
    let hex = bytes.map { byte in
      "0x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
    }
    let place = "\(hex.joined(separator: " ")) at offset \(offset)"
    switch encoding.form {
    case .wide:
      return
        "bytes \(place) are half of a character or none in \(encoding.name)"
    case .codePage where isRefused && encoding == .macintosh:
      return "byte \(place) stands for different characters in readers of \(encoding.name)"
    case .codePage where isRefused:
      return "byte \(place) is a control character in \(encoding.name)" + windowsReading
    case .codePage, .multiByte, .utf8:
      return (bytes.count == 1 ? "byte " : "bytes ") + place
        + (bytes.count == 1 ? " is" : " are") + " not in \(encoding.name)"
    }
  }

  private var isRefused: Bool {
    guard let byte = bytes.first else { return false }
    return encoding.refused.contains { $0.contains(byte) }
  }

  /// The Windows page that most text of the ISO one really is in, where it has a character there.
  private var windowsReading: String {
    let page: Int
    switch encoding.name {
    case "ISO-8859-1", "ISO-8859-15": page = 1252
    case "ISO-8859-2": page = 1250
    case "ISO-8859-5": page = 1251
    case "ISO-8859-6": page = 1256
    case "ISO-8859-7": page = 1253
    case "ISO-8859-8": page = 1255
    case "ISO-8859-9": page = 1254
    case "ISO-8859-11": page = 874
    case "ISO-8859-13": page = 1257
    default: return ""
    }
    let windows = TextEncoding.windows(page)
    guard let reading = TextDecoder.decode([bytes], windows)?.first else { return "" }
    return "; \(windows.name) reads it as '\(reading)'"
  }
}
