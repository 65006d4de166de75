import Bytes
import CLibXML2

/// Converts a document that arrives in pieces to UTF-8, through iconv.
@safe struct XMLDecoder: ~Copyable {
  private let converter: iconv_t
  private let encoding: String
  /// The beginning of a character whose end has not come.
  private var rest: [UInt8] = []
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var isAtStart = true
  private var line = 1
  private var column = 1

  /// - Throws: `XMLError` for a name that means no encoding.
  init(_ encoding: String) throws(XMLError) {
    // What may follow a name after slashes would let bytes vanish or be replaced.
    let isName = encoding.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: ":"):
        true
      default: false
      }
    }
    guard isName, !encoding.isEmpty, let converter = unsafe clibxml2_open_converter(encoding)
    else {
      throw XMLError(
        line: 1, column: 1,
        reason: """
          the encoding '\(encoding.prefix(40))' is not known; declare one that is, such as \
          windows-1252, in the pipeline file
          """)
    }
    unsafe self.converter = converter
    self.encoding = encoding
  }

  deinit {
    unsafe iconv_close(converter)
  }

  /// Appends the text of the next bytes.
  ///
  /// - Returns: the fault at which it ends; nil when all was converted.
  mutating func decode(_ bytes: Span<UInt8>, into text: inout [UInt8]) -> XMLError? {
    guard rest.isEmpty else {
      var whole = rest
      whole.append(bytes)
      rest = []
      return convert(whole.span, into: &text)
    }
    return convert(bytes, into: &text)
  }

  /// Appends what the converter held back.
  ///
  /// - Returns: the fault of a document that ends within a character.
  mutating func finish(into text: inout [UInt8]) -> XMLError? {
    guard rest.isEmpty else { return fault("ends within a character") }
    var consumed = 0
    var produced = 0
    _ = unsafe buffer.withUnsafeMutableBytes { output in
      unsafe clibxml2_convert(
        converter, nil, 0, &consumed, output.baseAddress, output.count, &produced)
    }
    append(produced, to: &text)
    return nil
  }

  private mutating func convert(_ bytes: Span<UInt8>, into text: inout [UInt8]) -> XMLError? {
    var offset = 0
    while offset < bytes.count {
      var consumed = 0
      var produced = 0
      let outcome = unsafe bytes.withUnsafeBytes { input in
        unsafe buffer.withUnsafeMutableBytes { output in
          unsafe clibxml2_convert(
            converter, input.baseAddress?.advanced(by: offset), input.count - offset, &consumed,
            output.baseAddress, output.count, &produced)
        }
      }
      offset += consumed
      append(produced, to: &text)
      switch outcome {
      case CLIBXML2_CONVERTED, CLIBXML2_OUTPUT_FULL: continue
      case CLIBXML2_INCOMPLETE:
        rest = bytes.extracting(offset...).array
        return nil
      default:
        let shown = bytes.extracting(offset..<min(offset + 1, bytes.count)).array
          .map { "0x" + String($0, radix: 16) }.joined()
        return fault("has the byte \(shown), which is no text there")
      }
    }
    return nil
  }

  /// Takes over what was converted, and counts its lines.
  private mutating func append(_ count: Int, to text: inout [UInt8]) {
    var start = 0
    if isAtStart, count > 0 {
      isAtStart = false
      if count >= 3, buffer.span.extracting(0..<3).equals("\u{feff}") { start = 3 }
    }
    text.append(buffer.span.extracting(start..<count))
    for i in start..<count {
      column += 1
      if buffer[i] == 0x0a {
        line += 1
        column = 1
      }
    }
  }

  private func fault(_ what: String) -> XMLError {
    XMLError(
      line: line, column: column,
      reason: """
        the document, read in the encoding '\(encoding)', \(what); expected text in that encoding; \
        declare the one that it is in in the pipeline file
        """)
  }
}
