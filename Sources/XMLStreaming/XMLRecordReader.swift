import Bytes
import CLibXML2
package import Tabular

/// Reads the records of an XML document that arrives in pieces, in memory that one record needs.
///
/// The encoding is the one that is stated, else the one that the document declares; texts come out
/// as UTF-8, with white space at both ends removed. No file and no network is ever touched: a
/// document type is read without what lies outside the document, and one that declares entities is
/// refused, so that no text can be missing or multiply. XML 1.1 is read by the rules of XML 1.0. A
/// record inside a record is a part of it.
///
/// Where a field follows an id, the elements that can be meant are held to the end, of each the
/// texts that are wanted; a record waits until its ids are found, and is a reject if they are not.
@safe package struct XMLRecordReader: ~Copyable {
  private let context: UnsafeMutablePointer<XMLParserContext>
  private let parser: xmlParserCtxtPtr
  private let recordSteps: Int
  /// Nil where no field follows an id.
  private var resolver: XMLReferenceResolver?
  private let statedEncoding: String?
  /// The beginning of the document, until its encoding is known.
  private var start: [UInt8] = []
  private var isStarted = false
  /// Nil for UTF-8.
  private var decoder: XMLDecoder?
  private var decoded: [UInt8] = []
  private var isFinished = false

  /// - Parameters:
  ///   - record: the path of the records, from the document.
  ///   - fields: for each column the paths that may lead to it, from the record; the first of them
  ///     with a text that is not empty wins, and of several such texts of one path the first.
  ///   - encoding: what the document is in, whatever it says itself; nil to go by its own word.
  ///   - maximumDepth: elements that may be open at once.
  ///   - maximumRecordLength: bytes of text in one record.
  ///   - maximumHeldLength: bytes of text that may be held for ids that are followed.
  /// - Throws: `XMLError` without a place, where `record` does not mean an element.
  package init(
    record: XMLPath, fields: [[XMLPath]], encoding: String? = nil, maximumDepth: Int = 256,
    maximumRecordLength: Int = 10_000_000, maximumHeldLength: Int = 1 << 28
  ) throws(XMLError) {
    guard record.attribute == nil, !record.steps.isEmpty, record.references.isEmpty else {
      throw XMLError(
        line: 0, column: 0, reason: "the path '\(record)' of the records must lead to an element")
    }
    XMLParserContext.prepareLibrary
    let plan = XMLReferencePlan(fields)
    let context = UnsafeMutablePointer<XMLParserContext>.allocate(capacity: 1)
    unsafe context.initialize(
      to: XMLParserContext(
        XMLRecordBuilder(
          record: record, columns: plan.columns, maximumDepth: maximumDepth,
          maximumLength: maximumRecordLength),
        targets: plan.targets.map { target in
          XMLRecordBuilder(
            record: target.element,
            columns: target.columns.map { XMLRecordBuilder.Column(paths: [$0]) }, keepsRest: false,
            maximumDepth: maximumDepth, maximumLength: maximumRecordLength)
        }))
    var handler = unsafe XMLParserContext.handler
    guard let parser = unsafe xmlCreatePushParserCtxt(&handler, context, nil, 0, nil) else {
      unsafe context.deinitialize(count: 1)
      unsafe context.deallocate()
      throw XMLError(line: 0, column: 0, reason: "there is no memory for an XML parser")
    }
    unsafe context.pointee.parser = parser
    _ = unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    _ = unsafe xmlDictSetLimit(parser.pointee.dict, Self.maximumNameBytes)
    unsafe self.context = context
    unsafe self.parser = parser
    recordSteps = record.steps.count
    statedEncoding = encoding
    resolver =
      plan.isEmpty ? nil : XMLReferenceResolver(plan, maximumLength: maximumHeldLength)
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
    if let error = unsafe context.pointee.error { throw error }
    guard isStarted else {
      start.append(bytes)
      return try begin(isWhole: false)
    }
    try decode(bytes)
  }

  /// Says that the document is at its end.
  ///
  /// - Throws: `XMLError` where it is not complete.
  package mutating func finish() throws(XMLError) {
    guard !isFinished else { return }
    if let error = unsafe context.pointee.error { throw error }
    if !isStarted { try begin(isWhole: true) }
    try decodeEnd()
    try parse(Span(), isLast: true)
    isFinished = true
    if unsafe !context.pointee.hasRoot {
      try fail(unsafe context.pointee.fault("the document has no element"))
    }
    if unsafe context.pointee.builder.depth > 0 {
      try fail(unsafe context.pointee.fault("the document ends before its elements are closed"))
    }
    resolver?.finish(isWhole: true)
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
    guard resolver == nil else { return resolver?.takeBatch() ?? RecordBatch(width: 1) }
    return unsafe context.pointee.builder.takeBatch()
  }
}

extension XMLRecordReader {
  /// Finds out the encoding, and reads what was kept until then.
  private mutating func begin(isWhole: Bool) throws(XMLError) {
    let encoding: XMLEncoding?
    do throws(XMLError) {
      encoding = try XMLEncoding(start: start.span, stated: statedEncoding, isWhole: isWhole)
      if case .converted(let name) = encoding { decoder = try XMLDecoder(name) }
    } catch {
      return try fail(error)
    }
    guard let encoding else { return }
    isStarted = true
    if encoding != .plain(ignoresDeclaration: false) {
      _ = unsafe xmlCtxtUseOptions(
        parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
    }
    let bytes = start
    start = []
    try decode(bytes.span)
  }

  private mutating func decode(_ bytes: Span<UInt8>) throws(XMLError) {
    guard decoder != nil else { return try parse(bytes) }
    var offset = 0
    while offset < bytes.count {
      let end = min(offset + Self.pieceSize, bytes.count)
      decoded.removeAll(keepingCapacity: true)
      let fault = decoder?.decode(bytes.extracting(offset..<end), into: &decoded)
      try parseDecoded()
      if let fault { try fail(fault) }
      offset = end
    }
  }

  private mutating func decodeEnd() throws(XMLError) {
    guard decoder != nil else { return }
    decoded.removeAll(keepingCapacity: true)
    let fault = decoder?.finish(into: &decoded)
    try parseDecoded()
    if let fault { try fail(fault) }
  }

  private mutating func parseDecoded() throws(XMLError) {
    let text = decoded
    decoded = []
    try parse(text.span)
    decoded = text
  }

  private static let pieceSize = 1 << 17

  /// How many bytes the different names and prefixes of a document may have together: a log has some
  /// thousand, and the library spends ten times the memory, and the square of the time.
  private static let maximumNameBytes = 500_000

  private mutating func parse(_ bytes: Span<UInt8>) throws(XMLError) {
    var start = 0
    while start < bytes.count {
      let end = min(start + Self.pieceSize, bytes.count)
      try parse(bytes.extracting(start..<end), isLast: false)
      start = end
    }
  }

  private mutating func parse(_ bytes: Span<UInt8>, isLast: Bool) throws(XMLError) {
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
    if let failure = resolve() {
      unsafe context.pointee.stop(failure)
    }
    if let error = unsafe context.pointee.error { try fail(error) }
  }

  /// Hands on what was read to where ids are followed.
  ///
  /// - Returns: why reading cannot go on; nil when it can.
  private mutating func resolve() -> String? {
    guard resolver != nil else { return nil }
    var failure: String?
    for target in unsafe context.pointee.targets.indices {
      let elements = unsafe context.pointee.targets[target].takeBatch()
      let reason = resolver?.add(elements, to: target)
      if failure == nil { failure = reason }
    }
    let records = unsafe context.pointee.builder.takeBatch()
    let lines = unsafe context.pointee.builder.lines
    // The line of a record that is still open stays.
    unsafe context.pointee.builder.lines.removeFirst(min(records.count, lines.count))
    resolver?.add(records, lines: lines)
    if failure == nil { failure = resolver?.advance() }
    return failure
  }

  private mutating func fail(_ error: XMLError) throws(XMLError) {
    unsafe context.pointee.error = error
    resolver?.finish(isWhole: false)
    throw error
  }
}
