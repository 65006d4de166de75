import CLibXML2

/// What the callbacks of the parser work on.
@safe struct XMLParserContext {
  var builder: XMLRecordBuilder
  /// The elements that records refer to, each kind as records of its own.
  var targets: [XMLRecordBuilder]
  private let hasTargets: Bool
  var parser: xmlParserCtxtPtr?
  /// The fault at which reading ended.
  var error: XMLError?
  /// The last message of the parser that was not fatal by itself.
  var warning: XMLError?
  var hasRoot = false

  init(_ builder: XMLRecordBuilder, targets: [XMLRecordBuilder]) {
    self.builder = builder
    self.targets = targets
    hasTargets = !targets.isEmpty
  }

  /// Whether an event is dealt with once the builder has seen it.
  var isSimple: Bool { !hasTargets && !builder.hasFailed }

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
    case XML_ERR_NO_MEMORY.rawValue:
      return """
        there are more than 500,000 bytes of different names and prefixes, or no memory is left
        """
    case XML_ERR_DOCUMENT_EMPTY.rawValue:
      return "expected an XML document, found other text"
    default:
      let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
      guard let end = message.lastIndex(where: { !$0.isWhitespace }) else {
        return "the document is not well-formed"
      }
      if message.hasPrefix("Input is not proper UTF-8") {
        let byte = message.split(separator: "Bytes: ").dropFirst().first?.prefix(4)
        return """
          \(byte.map { "the byte \($0) is" } ?? "bytes here are") not UTF-8, which the document is to be \
          in; expected UTF-8, or an encoding that the document or the pipeline file declares
          """
      }
      let isLimit = ["Huge input lookup", "too long", "too big", "size limit"].contains {
        message.contains($0)
      }
      if isLimit {
        return """
          a name, an attribute, a comment or a section is longer than the parser allows, which is \
          10 million bytes, for a name 50,000
          """
      }
      return String(message[...end].replacing("\n", with: "; "))
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
    unsafe handler.startElementNs = { pointer, name, _, namespace, _, _, count, _, attributes in
      guard let context = unsafe context(pointer), let name = unsafe name else { return }
      unsafe context.pointee.hasRoot = true
      unsafe context.pointee.builder.open(
        name, namespace: namespace, attributes, count: Int(count))
      if unsafe context.pointee.isSimple { return }
      for target in unsafe context.pointee.targets.indices {
        unsafe context.pointee.targets[target].open(
          name, namespace: namespace, attributes, count: Int(count))
      }
      unsafe noteLine(context)
      unsafe stopIfFailed(context)
    }
    unsafe handler.endElementNs = { pointer, _, _, _ in
      guard let context = unsafe context(pointer) else { return }
      unsafe context.pointee.builder.close()
      if unsafe context.pointee.isSimple { return }
      for target in unsafe context.pointee.targets.indices {
        unsafe context.pointee.targets[target].close()
      }
      unsafe stopIfFailed(context)
    }
    unsafe handler.characters = { unsafe append($0, $1, $2) }
    unsafe handler.ignorableWhitespace = { unsafe append($0, $1, $2) }
    unsafe handler.cdataBlock = { unsafe append($0, $1, $2) }
    unsafe handler.internalSubset = { pointer, _, _, _ in unsafe checkDocumentType(pointer) }
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
  if unsafe context.pointee.isSimple { return }
  for target in unsafe context.pointee.targets.indices {
    unsafe context.pointee.targets[target].append(bytes.span)
  }
  unsafe stopIfFailed(context)
}

private func stopIfFailed(_ context: UnsafeMutablePointer<XMLParserContext>) {
  if let failure = unsafe context.pointee.builder.failure {
    unsafe context.pointee.stop(failure)
  }
  for target in unsafe context.pointee.targets.indices {
    if let failure = unsafe context.pointee.targets[target].failure {
      unsafe context.pointee.stop(failure)
    }
  }
}

/// Keeps the line of a record, which is needed where it may turn out to refer to nothing.
private func noteLine(_ context: UnsafeMutablePointer<XMLParserContext>) {
  guard unsafe context.pointee.builder.isAtRecord else { return }
  unsafe context.pointee.builder.lines.append(
    Int(xmlSAX2GetLineNumber(context.pointee.parser)))
}

/// Refuses what the parser lets pass about a document type: no space after its keyword, and an
/// internal subset after its end.
private func checkDocumentType(_ pointer: UnsafeMutableRawPointer?) {
  guard let context = unsafe context(pointer),
    let input = unsafe context.pointee.parser?.pointee.input?.pointee, let base = unsafe input.base,
    let current = unsafe input.cur
  else { return }
  if unsafe current[0] == UInt8(ascii: ">") && current[1] == UInt8(ascii: "[") {
    unsafe context.pointee.stop("the document type has text after its end")
  }
  var start = unsafe current
  while unsafe start > base, unsafe start[0] != UInt8(ascii: "<") { unsafe start -= 1 }
  let keyword = "<!DOCTYPE".utf8.count
  guard unsafe current - start >= keyword, unsafe start[1] == UInt8(ascii: "!") else { return }
  if unsafe !XMLRecordBuilder.isSpace(start[keyword]) {
    unsafe context.pointee.stop("the document type has no space before its name")
  }
}

private func refuseEntity(_ pointer: UnsafeMutableRawPointer?) {
  unsafe context(pointer)?.pointee.stop(
    "the document declares or uses an entity of its own, which is refused: write its text instead")
}
