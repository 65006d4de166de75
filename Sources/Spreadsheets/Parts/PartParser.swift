import CLibXML2

/// Parses one part of a workbook that arrives in pieces.
///
/// No file and no network is ever touched, and a document type is refused.
@safe struct PartParser: ~Copyable {
  private let context: UnsafeMutablePointer<PartContext>
  private let parser: xmlParserCtxtPtr

  init(root: PartName, handler: any PartHandler) throws(PartFault) {
    PartContext.prepareLibrary
    let context = UnsafeMutablePointer<PartContext>.allocate(capacity: 1)
    var callbacks = unsafe PartContext.handler
    guard let parser = unsafe xmlCreatePushParserCtxt(&callbacks, context, nil, 0, nil) else {
      unsafe context.deallocate()
      throw PartFault("there is no memory for an XML parser")
    }
    _ = unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
    unsafe context.initialize(to: PartContext(root: root, handler: handler, parser: parser))
    unsafe self.context = context
    unsafe self.parser = parser
  }

  deinit {
    unsafe xmlFreeDoc(parser.pointee.myDoc)
    unsafe xmlFreeParserCtxt(parser)
    unsafe context.pointee.names.deallocate()
    unsafe context.deinitialize(count: 1)
    unsafe context.deallocate()
  }

  /// Parses further bytes, cut anywhere; not more than 1 GiB at a time.
  mutating func push(_ bytes: UnsafeRawBufferPointer) throws(PartFault) {
    unsafe try parse(bytes, isLast: false)
  }

  /// Says that the part is at its end, which must be that of its root too.
  mutating func finish() throws(PartFault) {
    unsafe try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    guard unsafe context.pointee.hasRoot, unsafe context.pointee.depth == 0 else {
      throw unsafe context.pointee.place("it ends before its elements are closed")
    }
  }

  private mutating func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(PartFault) {
    unsafe clibxml2_set_error_handlers(context, PartContext.receiveError)
    _ = unsafe xmlParseChunk(
      parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
      isLast ? 1 : 0)
    clibxml2_set_error_handlers(nil, nil)
    if let fault = unsafe context.pointee.fault { throw fault }
    if unsafe parser.pointee.wellFormed == 0 || parser.pointee.disableSAX != 0 {
      let fault = unsafe context.pointee.place("it is not well-formed XML")
      unsafe context.pointee.fault = fault
      throw fault
    }
  }
}
