/// Takes what stands in one part of a workbook.
///
/// Elements of other vocabularies come as `.other`, with those inside them. The first depth is 1.
protocol PartHandler: AnyObject {
  func open(_ name: PartName, depth: Int, _ attributes: PartAttributes) throws(PartFault)
  func close(_ name: PartName, depth: Int) throws(PartFault)
  /// Text of the innermost element, or a part of it.
  func take(_ text: Span<UInt8>) throws(PartFault)
}

extension PartHandler {
  func close(_ name: PartName, depth: Int) throws(PartFault) {}
  func take(_ text: Span<UInt8>) throws(PartFault) {}
}
