import Bytes
import CLibXML2

/// What the callbacks of the parser of one part work on.
@safe struct PartContext {
  let root: PartName
  let handler: any PartHandler
  var names: PartNameTable
  var parser: xmlParserCtxtPtr
  var depth = 0
  var hasRoot = false
  /// The address of the name space of the root, of which every known element is.
  private var space: UInt = 0
  /// The fault at which reading ended.
  var fault: PartFault?

  init(root: PartName, handler: any PartHandler, parser: xmlParserCtxtPtr) {
    self.root = root
    self.handler = handler
    unsafe names = PartNameTable(parser.pointee.dict)
    unsafe self.parser = parser
  }

  /// The transitional and the strict vocabularies.
  private static let spaces: Set<String> = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://schemas.openxmlformats.org/package/2006/content-types",
  ]

  /// Keeps the first fault and stops the parser.
  mutating func stop(_ fault: PartFault) {
    if self.fault == nil { self.fault = fault }
    unsafe xmlStopParser(parser)
  }

  /// A fault where the parser stands.
  func place(_ reason: String) -> PartFault {
    let line = unsafe xmlSAX2GetLineNumber(parser)
    let column = unsafe xmlSAX2GetColumnNumber(parser)
    return PartFault("line \(line), column \(column): \(reason)")
  }

  mutating func open(
    _ name: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?, _ attributes: PartAttributes
  ) throws(PartFault) {
    depth += 1
    // Without a tree the library has no limit of its own.
    guard depth <= 256 else { throw place("elements are nested more than 256 deep") }
    let symbol = unsafe names[name]
    let address = UInt(bitPattern: space)
    if !hasRoot {
      hasRoot = true
      let uri = unsafe space.map { unsafe String(cString: $0) } ?? ""
      guard symbol == root, Self.spaces.contains(uri) else {
        let found = unsafe String(cString: name)
        throw PartFault(
          """
          expected the element '\(root.rawValue)' of a workbook, found '\(found)' of \
          '\(uri.prefix(80))'
          """)
      }
      self.space = address
    }
    try handler.open(address == self.space ? symbol : .other, depth: depth, attributes)
  }

  mutating func close(
    _ name: UnsafePointer<UInt8>, _ space: UnsafePointer<UInt8>?
  ) throws(PartFault) {
    let isKnown = UInt(bitPattern: space) == self.space
    unsafe try handler.close(isKnown ? names[name] : .other, depth: depth)
    depth -= 1
  }
}

extension PartContext {
  /// The library asks to be set up once, before several threads use it.
  static let prepareLibrary: Void = xmlInitParser()

  static let receiveError: xmlStructuredErrorFunc = { pointer, error in
    guard let context = unsafe context(pointer), let error = unsafe error?.pointee,
      unsafe error.level.rawValue >= XML_ERR_ERROR.rawValue,
      unsafe context.pointee.fault == nil
    else { return }
    let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
    let end = message.lastIndex { !$0.isWhitespace }
    let reason = end.map { String(message[...$0]) } ?? "it is not well-formed"
    unsafe context.pointee.fault = PartFault(
      "line \(error.line), column \(error.int2): \(reason); expected well-formed XML")
  }

  static var handler: xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    unsafe handler.initialized = XML_SAX2_MAGIC
    unsafe handler.startElementNs = { pointer, name, _, space, _, _, count, _, attributes in
      guard let context = unsafe context(pointer), let name = unsafe name,
        unsafe context.pointee.fault == nil
      else { return }
      let list = unsafe PartAttributes(
        attributes, count: Int(count), names: context.pointee.names)
      do throws(PartFault) {
        unsafe try context.pointee.open(name, space, list)
      } catch {
        unsafe context.pointee.stop(error)
      }
    }
    unsafe handler.endElementNs = { pointer, name, _, space in
      guard let context = unsafe context(pointer), let name = unsafe name,
        unsafe context.pointee.fault == nil
      else { return }
      do throws(PartFault) {
        unsafe try context.pointee.close(name, space)
      } catch {
        unsafe context.pointee.stop(error)
      }
    }
    unsafe handler.characters = { unsafe take($0, $1, $2) }
    unsafe handler.ignorableWhitespace = { unsafe take($0, $1, $2) }
    unsafe handler.cdataBlock = { unsafe take($0, $1, $2) }
    unsafe handler.internalSubset = { pointer, _, _, _ in
      guard let context = unsafe context(pointer) else { return }
      unsafe context.pointee.stop(
        context.pointee.place("a document type is declared, which is refused in a workbook"))
    }
    unsafe handler.serror = receiveError
    return unsafe handler
  }
}

private func context(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<PartContext>? {
  unsafe pointer?.assumingMemoryBound(to: PartContext.self)
}

private func take(
  _ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ count: Int32
) {
  guard let context = unsafe context(pointer), unsafe context.pointee.fault == nil else { return }
  let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(count))
  do throws(PartFault) {
    unsafe try context.pointee.handler.take(bytes.span)
  } catch {
    unsafe context.pointee.stop(error)
  }
}
