import Bytes

/// Turns blocks of encoded text into UTF-8, with a byte 0xFF for what is no character.
///
/// The same bytes come out however the text is cut into blocks.
struct TextDecoder: ~Copyable {
  /// How many faults are kept; all are counted.
  static let faultLimit = 100

  private let encoding: TextEncoding
  /// For an encoding of one byte a character.
  private let codePage: CodePage?
  private var iconv: Iconv

  /// Encoded bytes, of which those before `position` are decoded.
  private var input: [UInt8] = []
  private var position = 0
  /// The offset of the first byte of `input` in the file.
  private var inputOffset: Int

  /// Room for decoded bytes, of which the first `count` are there.
  private(set) var output: [UInt8] = []
  private(set) var count = 0

  /// The first faults.
  private(set) var faults: [DecodingFault] = []
  private(set) var faultCount = 0

  private var line = 1
  /// Lines are counted up to here.
  private var lineOffset = 0
  private var lastByte: UInt8 = 0

  /// A decoder of text that begins at an offset in its file.
  ///
  /// - Throws: `TextEncodingError` where the C library cannot read the encoding.
  init(_ encoding: TextEncoding, offset: Int) throws(TextEncodingError) {
    self.encoding = encoding
    inputOffset = offset
    var iconv = try Iconv(encoding)
    codePage = encoding.form == .codePage ? CodePage(encoding, through: &iconv) : nil
    self.iconv = iconv
  }

  /// Appends encoded bytes from a source; false at its end.
  mutating func read(_ source: inout any ByteSource, upTo limit: Int) throws -> Bool {
    try source.read(into: &input, upTo: limit) > 0
  }

  /// Appends encoded bytes.
  mutating func take(_ bytes: Span<UInt8>) {
    input.append(bytes)
  }

  /// Decodes the input into `output`, in place of what was there.
  ///
  /// - Parameter isFinal: whether the text ends here; else the start of a character waits for its
  ///   end.
  mutating func decode(isFinal: Bool) {
    count = 0
    lineOffset = 0
    let room = CodePage.room(for: input.count)
    if output.count < room { grow(room - output.count) }
    if let codePage {
      decode(codePage)
    } else {
      convert()
      if isFinal, position < input.count { replace(input.count - position) }
    }
    if faults.count < Self.faultLimit { countLines() }
    inputOffset += position
    input.removeFirst(position)
    position = 0
  }

  private mutating func decode(_ codePage: CodePage) {
    while position < input.count {
      codePage.decode(input, from: &position, into: &output, at: &count)
      if position < input.count { replace(1) }
    }
  }

  /// Lets the C library convert the input, but for the start of a character at its end.
  private mutating func convert() {
    while position < input.count {
      switch iconv.convert(&input, from: &position, into: &output, at: &count) {
      case .done, .incomplete: return
      case .invalid: replace(min(encoding.unit, input.count - position))
      case .full: grow(output.count)
      }
    }
  }

  /// Puts a byte that is never UTF-8 in place of so many that are no character.
  private mutating func replace(_ length: Int) {
    if count == output.count { grow(64) }
    if faults.count < Self.faultLimit {
      countLines()
      faults.append(
        DecodingFault(
          offset: inputOffset + position, line: line,
          bytes: input.span.extracting(position..<position + length).array, encoding: encoding))
    }
    output[count] = 0xff
    count += 1
    position += length
    faultCount += 1
  }

  private mutating func grow(_ room: Int) {
    output.append(contentsOf: repeatElement(0, count: room))
  }

  /// Counts the line ends (LF, CR LF, CR) of the output that are not counted yet.
  private mutating func countLines() {
    guard lineOffset < count else { return }
    let lines = Self.lineEnds(output.span.extracting(lineOffset..<count), after: lastByte)
    line += lines
    lastByte = output[count - 1]
    lineOffset = count
  }

  private static func lineEnds(_ text: Span<UInt8>, after last: UInt8) -> Int {
    var ends = 0
    var before = last
    for i in text.indices {
      let byte = text[i]
      ends &+= byte == 0x0d || byte == 0x0a && before != 0x0d ? 1 : 0
      before = byte
    }
    return ends
  }
}

extension TextDecoder {
  /// Short texts; nil where a byte of one is not in the encoding.
  static func decode(_ texts: [[UInt8]], _ encoding: TextEncoding) -> [String]? {
    guard var decoder = try? TextDecoder(encoding, offset: 0) else { return nil }
    var decoded: [String] = []
    for text in texts {
      decoder.take(text.span)
      decoder.decode(isFinal: true)
      guard decoder.faultCount == 0 else { return nil }
      decoded.append(decoder.output.span.extracting(0..<decoder.count).text)
    }
    return decoded
  }
}
