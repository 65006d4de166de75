/// The parts of a workbook by name.
struct WorkbookPackage {
  let file: String
  let limits: SpreadsheetLimits
  private let bytes: WorkbookBytes
  /// The ordinals of the entries, from 0, by key.
  private var entries: [String: Int] = [:]

  /// - Throws: `SpreadsheetError` where the bytes are no zip archive in which every entry can be
  ///   told from the others.
  init(_ bytes: WorkbookBytes, file: String, limits: SpreadsheetLimits) throws(SpreadsheetError) {
    self.file = file
    self.limits = limits
    self.bytes = bytes
    do throws(PartFault) {
      try list()
    } catch {
      throw SpreadsheetError(fault: error, file)
    }
  }

  /// Bytes of CSV that a sheet may come to.
  var textLimit: Int { max(limits.smallTextBytes, bytes.count * limits.textRatio) }

  /// Whether there is such a part.
  func contains(_ part: String) -> Bool { entries[PartPath.key(part)] != nil }

  /// Whether an entry can only be of an OpenDocument file.
  var isOpenDocument: Bool { contains("mimetype") && contains("META-INF/manifest.xml") }

  /// A part, which must be one element `root`, on its way to a handler; `isHeld` where what it says is
  /// kept in memory.
  func stream(
    _ part: String, root: PartName, handler: any PartHandler, isHeld: Bool = false
  ) throws(SpreadsheetError) -> PartStream {
    guard let entry = entries[PartPath.key(part)] else {
      throw SpreadsheetError.missingPart(part, file)
    }
    do throws(PartFault) {
      return try PartStream(
        bytes, entry: entry, root: root, handler: handler, limits: limits,
        ratio: isHeld ? limits.heldRatio : limits.ratio)
    } catch {
      throw SpreadsheetError.damaged(file, part: part, error)
    }
  }

  /// Reads a whole part, of which the handler keeps what it needs.
  func read(
    _ part: String, root: PartName, into handler: any PartHandler
  ) throws(SpreadsheetError) {
    var stream = try stream(part, root: root, handler: handler, isHeld: true)
    do throws(PartFault) {
      while try stream.advance() {}
    } catch {
      throw SpreadsheetError.damaged(file, part: part, error)
    }
  }

  private mutating func list() throws(PartFault) {
    var zip = try ZipReader(bytes)
    var ordinal = 0
    while let entry = try zip.next() {
      if entry.isFile, !entry.name.isEmpty {
        let key = PartPath.key(entry.name)
        guard entries.updateValue(ordinal, forKey: key) == nil else {
          throw PartFault("the part '\(entry.name)' is in it twice; expected each part once")
        }
        guard !entry.isEncrypted else { throw PartFault.encryptedEntry }
      }
      ordinal += 1
      guard ordinal <= limits.entries else {
        throw PartFault(
          "it holds more than \(limits.entries) parts; expected an ordinary workbook",
          isLimit: true)
      }
    }
  }
}

extension PartFault {
  fileprivate static let encryptedEntry = PartFault(
    "the workbook is protected by a password; remove the password and save it again")
}

extension SpreadsheetError {
  fileprivate init(fault: PartFault, _ file: String) {
    let code: Code = fault.isLimit ? .tooLarge : fault == .encryptedEntry ? .encrypted : .damaged
    self.init(code, file, fault.reason)
  }
}
