import Bytes

/// Turns the stored value of a cell into the text that stands for it.
struct CellConverter {
  /// What kind of value a cell says it has.
  enum Kind {
    case number, shared, text, inline, boolean, error, date
  }

  let formats: [CellFormat]
  let strings: ByteStrings
  let dates: SerialDate
  var findings = FindingTally()
  private static let trueText = Array("TRUE".utf8)
  private static let falseText = Array("FALSE".utf8)
  private var decimal = DecimalText()
  private var text: [UInt8] = []

  init(formats: [CellFormat], strings: ByteStrings, countsFrom1904: Bool) {
    self.formats = formats
    self.strings = strings
    dates = SerialDate(countsFrom1904: countsFrom1904)
  }

  /// Appends a cell whose stored value is not empty.
  mutating func append(
    _ value: inout [UInt8], _ kind: Kind, style: Int, column: Int, to rows: inout SheetRows
  ) throws(PartFault) {
    switch kind {
    case .number:
      appendNumber(value.span, style: style, column: column, to: &rows)
    case .shared:
      guard let index = value.span.withoutSpace.wholeNumber, index < strings.count else {
        throw PartFault(
          """
          row \(rows.row), column \(CellReference.letters(column)): the shared string \
          '\(value.span.text.prefix(40))' does not exist; there are \(strings.count)
          """)
      }
      rows.append(strings[index], column: column)
    case .text, .inline:
      TextEscapes.decode(&value)
      rows.append(value.span, column: column)
    case .boolean:
      try appendBoolean(value.span, column: column, to: &rows)
    case .error:
      findings.add(.errorValue, row: rows.row, column: column, example: value.span)
      rows.append(value.span.withoutSpace, column: column)
    case .date:
      rows.append(value.span.withoutSpace, column: column)
    }
  }

  private func appendBoolean(
    _ value: Span<UInt8>, column: Int, to rows: inout SheetRows
  ) throws(PartFault) {
    let value = value.withoutSpace
    let isFalse = value.equals("0") || value.equals("false")
    guard value.isTrue || isFalse else {
      throw PartFault(
        """
        row \(rows.row), column \(CellReference.letters(column)): '\(value.text.prefix(40))' \
        stands for true or false; expected 1 or 0
        """)
    }
    rows.append((isFalse ? Self.falseText : Self.trueText).span, column: column)
  }

  private mutating func appendNumber(
    _ value: Span<UInt8>, style: Int, column: Int, to rows: inout SheetRows
  ) {
    let value = value.withoutSpace
    guard value.count > 0 else { return }
    let format = style < formats.count ? formats[style] : .number
    if format == .number, value.isShortWholeNumber {
      return rows.append(value, column: column)
    }
    guard decimal.read(value) else {
      findings.add(.numberUnreadable, row: rows.row, column: column, example: value)
      return rows.append(value, column: column)
    }
    switch format {
    case .number:
      appendPlain(value, column: column, to: &rows)
    case .zeros(let count):
      if decimal.isInteger, decimal.point < count {
        findings.add(.leadingZerosFormat, row: rows.row, column: column, example: value)
      }
      appendPlain(value, column: column, to: &rows)
    case .moment, .elapsed:
      appendMoment(value, format, column: column, to: &rows)
    }
  }

  /// Appends a number that was read as plain digits where they are exact, else as it is stored.
  private mutating func appendPlain(_ value: Span<UInt8>, column: Int, to rows: inout SheetRows) {
    let isLong = decimal.isInteger && decimal.point > 15
    if isLong {
      findings.add(.numberPrecisionLost, row: rows.row, column: column, example: value)
    }
    let isShortFraction = !decimal.isInteger && decimal.hasExponent && abs(decimal.point) <= 15
    guard decimal.isInteger && !isLong || isShortFraction else {
      return rows.append(value, column: column)
    }
    text.removeAll(keepingCapacity: true)
    decimal.append(to: &text)
    rows.append(text.span, column: column)
  }

  private mutating func appendMoment(
    _ value: Span<UInt8>, _ format: CellFormat, column: Int, to rows: inout SheetRows
  ) {
    text.removeAll(keepingCapacity: true)
    var outcome = SerialDate.Outcome.outOfRange
    if let (days, seconds) = decimal.daysAndSeconds {
      if case .moment(let hasDate, let hasTime) = format {
        outcome = dates.append(
          days: days, seconds: seconds, hasDate: hasDate, hasTime: hasTime, to: &text)
      } else {
        dates.append(elapsedDays: days, seconds: seconds, to: &text)
        outcome = .written
      }
    }
    switch outcome {
    case .written:
      return rows.append(text.span, column: column)
    case .outOfRange:
      findings.add(.dateOutOfRange, row: rows.row, column: column, example: value)
    case .falseLeapDay:
      findings.add(.falseLeapDay, row: rows.row, column: column, example: value)
    }
    rows.append(value, column: column)
  }
}

extension Span<UInt8> {
  /// The bytes without white space of XML at both ends.
  fileprivate var withoutSpace: Span<UInt8> {
    @_lifetime(copy self) get {
      var start = 0
      var end = count
      while start < end, self[start] <= 0x20 { start += 1 }
      while end > start, self[end - 1] <= 0x20 { end -= 1 }
      return extracting(start..<end)
    }
  }

  /// Whether these are one to fifteen digits, the first of which is not 0.
  fileprivate var isShortWholeNumber: Bool {
    guard count >= 1, count <= 15, self[0] != 0x30 else { return false }
    for i in indices where self[i] &- 0x30 > 9 { return false }
    return true
  }
}
