import CLibXML2

/// What the callbacks of the parser work on.
@safe struct XMLParserContext {
  var builder: XMLRecordBuilder
  var parser: xmlParserCtxtPtr?
  /// The fault at which reading ended.
  var error: XMLError?
  /// The last message of the parser that was not fatal by itself.
  var warning: XMLError?
  var hasRoot = false

  init(_ builder: XMLRecordBuilder) {
    self.builder = builder
  }

  /// An error where the parser stands.
  func fault(_ reason: String) -> XMLError {
    unsafe XMLError(
      line: Int(xmlSAX2GetLineNumber(parser)), column: Int(xmlSAX2GetColumnNumber(parser)),
      reason: reason)
  }

  /// The message of the library, or a clearer one where it would mislead.
  func reason(for error: xmlError) -> String {
    switch UInt32(truncatingIfNeeded: unsafe error.code) {
    case XML_ERR_DOCUMENT_END.rawValue where !hasRoot:
      return "the document has no element"
    case XML_ERR_DOCUMENT_END.rawValue where builder.depth > 0:
      return "the document ends before its elements are closed"
    case XML_ERR_DOCUMENT_EMPTY.rawValue:
      return "expected an XML document, found other text"
    default:
      let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
      guard let end = message.lastIndex(where: { !$0.isWhitespace }) else {
        return "the document is not well-formed"
      }
      let isLimit = ["Huge input lookup", "too long", "too big", "size limit"].contains {
        message.contains($0)
      }
      return message[...end]
        + (isLimit ? " (a name, value or comment is longer than the parser allows)" : "")
    }
  }

  /// Stops the parser for a reason of our own.
  mutating func stop(_ reason: String) {
    if error == nil { error = fault(reason) }
    unsafe xmlStopParser(parser)
  }
}

extension XMLParserContext {
  /// The library asks to be set up once, before several threads use it.
  static let prepareLibrary: Void = xmlInitParser()

  static let receiveError: xmlStructuredErrorFunc = { pointer, error in
    guard let context = unsafe context(pointer), let error = unsafe error?.pointee else { return }
    let found = unsafe XMLError(
      line: Int(error.line), column: Int(error.int2),
      reason: context.pointee.reason(for: error))
    // After a parameter entity the library lets an entity that nobody declared vanish.
    let isFatal =
      unsafe error.level == XML_ERR_FATAL
      || error.code == XML_ERR_UNDECLARED_ENTITY.rawValue
      || error.code == XML_WAR_UNDECLARED_ENTITY.rawValue
    if isFatal {
      if unsafe context.pointee.error == nil { unsafe context.pointee.error = found }
    } else {
      unsafe context.pointee.warning = found
    }
  }

  static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = { pointer, name, _, _, _, _, count, _, attributes in
      guard let context = unsafe context(pointer), let name = unsafe name else { return }
      unsafe context.pointee.hasRoot = true
      unsafe context.pointee.builder.open(name, attributes, count: Int(count))
      unsafe stopIfFailed(context)
    }
    unsafe handler.endElementNs = { pointer, _, _, _ in
      guard let context = unsafe context(pointer) else { return }
      unsafe context.pointee.builder.close()
      unsafe stopIfFailed(context)
    }
    unsafe handler.characters = { unsafe append($0, $1, $2) }
    unsafe handler.ignorableWhitespace = { unsafe append($0, $1, $2) }
    unsafe handler.cdataBlock = { unsafe append($0, $1, $2) }
    unsafe handler.internalSubset = { pointer, _, publicID, systemID in
      guard unsafe publicID != nil || systemID != nil else { return }
      unsafe context(pointer)?.pointee.stop(
        "the document type lies outside the document, which is refused")
    }
    unsafe handler.entityDecl = { pointer, _, _, _, _, _ in unsafe refuseEntity(pointer) }
    unsafe handler.unparsedEntityDecl = { pointer, _, _, _, _ in unsafe refuseEntity(pointer) }
    unsafe handler.reference = { pointer, _ in unsafe refuseEntity(pointer) }
    unsafe handler.serror = receiveError
    return unsafe handler
  }
}

private func context(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLParserContext>?
{
  unsafe pointer?.assumingMemoryBound(to: XMLParserContext.self)
}

private func append(
  _ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ count: Int32
) {
  guard let context = unsafe context(pointer) else { return }
  let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
  unsafe context.pointee.builder.append(bytes.span)
  unsafe stopIfFailed(context)
}

private func stopIfFailed(_ context: UnsafeMutablePointer<XMLParserContext>) {
  guard let failure = unsafe context.pointee.builder.failure else { return }
  unsafe context.pointee.stop(failure)
}

private func refuseEntity(_ pointer: UnsafeMutableRawPointer?) {
  unsafe context(pointer)?.pointee.stop(
    "the document declares or uses an entity of its own, which is refused: write its text instead")
}
