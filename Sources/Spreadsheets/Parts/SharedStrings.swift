import Bytes

/// The texts that the cells of all sheets share, in one buffer.
final class SharedStrings: PartHandler {
  private(set) var strings = ByteStrings()
  private let limits: SpreadsheetLimits
  private var text: [UInt8] = []
  private var byteCount = 0
  private var isInRun = false
  private var isTaking = false

  init(limits: SpreadsheetLimits) {
    self.limits = limits
  }

  func open(_ name: PartName, depth: Int, _ attributes: PartAttributes) throws(PartFault) {
    switch depth {
    case 2:
      guard name == .si || name == .extLst else {
        throw PartFault("string \(strings.count + 1) is not an 'si' element, as expected")
      }
      text.removeAll(keepingCapacity: true)
      isInRun = false
    case 3:
      isInRun = name == .r
      isTaking = name == .t
    case 4:
      isTaking = isInRun && name == .t
    default:
      isTaking = false
    }
  }

  func take(_ text: Span<UInt8>) throws(PartFault) {
    guard isTaking else { return }
    self.text.append(text)
    guard self.text.count <= limits.cellBytes else {
      throw PartFault.longText("string \(strings.count + 1)", limit: limits.cellBytes)
    }
  }

  func close(_ name: PartName, depth: Int) throws(PartFault) {
    isTaking = false
    guard depth == 2, name == .si else { return }
    TextEscapes.decode(&text)
    strings.append(text.span)
    byteCount += text.count + 8
    guard byteCount <= limits.sharedStringBytes else {
      throw PartFault(
        """
        the texts of the workbook come to more than \(limits.sharedStringBytes) bytes, which is \
        refused; split it, or have the sheet exported as CSV
        """, isLimit: true)
    }
  }
}

extension PartFault {
  /// A text is longer than the limit.
  static func longText(_ place: String, limit: Int) -> PartFault {
    PartFault(
      "\(place) holds more than \(limit) bytes of text, which is refused; shorten it",
      isLimit: true)
  }
}
