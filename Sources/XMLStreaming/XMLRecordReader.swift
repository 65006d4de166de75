import CLibXML2
package import Tabular

/// Reads the records of an XML document that arrives in pieces, in memory that one record needs.
///
/// The encoding is the one that the document declares; texts come out as UTF-8, with white space at
/// both ends removed. No file and no network is ever touched, and a document type that declares
/// entities or lies outside the document is refused, so that no text can be missing or multiply.
/// A record inside a record is a part of it.
@safe package struct XMLRecordReader: ~Copyable {
  private let context: UnsafeMutablePointer<XMLParserContext>
  private let parser: xmlParserCtxtPtr
  private let recordSteps: Int
  private var isFinished: Bool

  /// - Parameters:
  ///   - record: the path of the records, from the document.
  ///   - fields: for each column the paths that may lead to it, from the record; the first of them
  ///     with a text that is not empty wins, and of several such texts of one path the first.
  ///   - maximumDepth: elements that may be open at once.
  ///   - maximumRecordLength: bytes of text in one record.
  /// - Throws: `XMLError` without a place, where `record` does not mean an element.
  package init(
    record: XMLPath, fields: [[XMLPath]], maximumDepth: Int = 256,
    maximumRecordLength: Int = 10_000_000
  ) throws(XMLError) {
    guard record.attribute == nil, !record.steps.isEmpty else {
      throw XMLError(
        line: 0, column: 0, reason: "the path '\(record)' of the records must lead to an element")
    }
    XMLParserContext.prepareLibrary
    let context = UnsafeMutablePointer<XMLParserContext>.allocate(capacity: 1)
    unsafe context.initialize(
      to: XMLParserContext(
        XMLRecordBuilder(
          record: record, fields: fields, maximumDepth: maximumDepth,
          maximumLength: maximumRecordLength)))
    var handler = unsafe XMLParserContext.handler
    guard let parser = unsafe xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
      unsafe context.deinitialize(count: 1)
      unsafe context.deallocate()
      throw XMLError(line: 0, column: 0, reason: "there is no memory for an XML parser")
    }
    unsafe context.pointee.parser = parser
    _ = unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    unsafe self.context = context
    unsafe self.parser = parser
    recordSteps = record.steps.count
    isFinished = false
  }

  deinit {
    unsafe xmlFreeDoc(parser.pointee.myDoc)
    unsafe xmlFreeParserCtxt(parser)
    unsafe context.deinitialize(count: 1)
    unsafe context.deallocate()
  }

  /// How many records were read so far.
  package var recordCount: Int { unsafe context.pointee.builder.position }

  /// Reads the next bytes of the document, cut anywhere.
  ///
  /// - Throws: `XMLError` for the first fault; the records that were complete before it can still be
  ///   taken, and every further call throws the same.
  package mutating func push(_ bytes: Span<UInt8>) throws(XMLError) {
    var start = 0
    while start < bytes.count {
      let end = min(start + 65_536, bytes.count)
      try parse(bytes.extracting(start..<end), isLast: false)
      start = end
    }
  }

  /// Says that the document is at its end.
  ///
  /// - Throws: `XMLError` where it is not complete.
  package mutating func finish() throws(XMLError) {
    guard !isFinished else { return }
    try parse(Span(), isLast: true)
    isFinished = true
    guard unsafe context.pointee.hasRoot else {
      throw unsafe context.pointee.fault("the document has no element")
    }
    guard unsafe context.pointee.builder.depth == 0 else {
      throw unsafe context.pointee.fault("the document ends before its elements are closed")
    }
  }

  /// Whether no element was at the path of the records though there were others than those around
  /// it: then the path leads nowhere, while an empty log has no others.
  package var leadsNowhere: Bool {
    let outside = unsafe context.pointee.builder.outsideCount
    return recordCount == 0 && outside >= max(2, recordSteps)
  }

  /// The records that were completed since the last call: a column for each field, and one with the
  /// texts that no field took as a JSON object from path to text.
  package mutating func takeBatch() -> RecordBatch {
    unsafe context.pointee.builder.takeBatch()
  }

  private mutating func parse(_ bytes: Span<UInt8>, isLast: Bool) throws(XMLError) {
    if let error = unsafe context.pointee.error { throw error }
    unsafe clibxml2_set_error_handlers(context, XMLParserContext.receiveError)
    unsafe bytes.withUnsafeBytes { buffer in
      _ = unsafe xmlParseChunk(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count),
        isLast ? 1 : 0)
    }
    clibxml2_set_error_handlers(nil, nil)
    if unsafe context.pointee.error == nil,
      unsafe parser.pointee.wellFormed == 0 || parser.pointee.disableSAX != 0
    {
      unsafe context.pointee.error =
        context.pointee.warning ?? context.pointee.fault("the document is not well-formed")
    }
    if let error = unsafe context.pointee.error { throw error }
  }
}
