/// How the styles of a workbook show numbers.
final class CellFormats: PartHandler {
  private var custom: [Int: CellFormat] = [:]
  private var formatIDs: [Int] = []
  private var section = PartName.other

  func open(_ name: PartName, depth: Int, _ attributes: PartAttributes) throws(PartFault) {
    if depth == 2 { section = name }
    guard depth == 3 else { return }
    switch (section, name) {
    case (.numFmts, .numFmt):
      guard let id = attributes.text(.numFmtId).flatMap({ Int($0) }),
        let code = attributes.text(.formatCode)
      else { return }
      custom[id] = CellFormat(code: code)
      try checkCount(custom.count)
    case (.cellXfs, .xf):
      formatIDs.append(attributes.text(.numFmtId).flatMap { Int($0) } ?? 0)
      try checkCount(formatIDs.count)
    default: break
    }
  }

  /// Spreadsheet programs end at 65,490 styles.
  private func checkCount(_ count: Int) throws(PartFault) {
    guard count <= 65_536 else {
      throw PartFault("it has more than 65536 styles, which is refused", isLimit: true)
    }
  }

  /// The format of each style, in the order in which cells refer to them.
  var formats: [CellFormat] {
    formatIDs.map { custom[$0] ?? CellFormat(builtIn: $0) }
  }
}
