import Bytes
import Tabular

extension JSONWindow {
  /// The next byte that is not white space; nil at the end of the file.
  mutating func peek(skipsSeparators: Bool = false) throws -> UInt8? {
    while true {
      place = spaceEnd(skipsSeparators)
      if place < text.count { return text[place] }
      guard !isAtEnd else { return nil }
      _ = try fill(keepingFrom: place)
    }
  }

  private func spaceEnd(_ skipsSeparators: Bool) -> Int {
    let text = text
    var i = place
    while i < text.count {
      switch text[i] {
      case 0x20, 0x0a, 0x0d, 0x09: i += 1
      case 0x1e where skipsSeparators: i += 1
      default: return i
      }
    }
    return i
  }

  /// Steps over a byte order mark at the start of the file.
  mutating func skipByteOrderMark() throws {
    while text.count < 3, !isAtEnd { _ = try fill(keepingFrom: 0) }
    var scanner = JSONScanner(text)
    scanner.skipByteOrderMark()
    place = scanner.offset
  }

  /// An error at the next byte.
  mutating func located(_ reason: String, kind: RejectKind = .malformedJSON) -> JSONError {
    locate(
      JSONError(line: 1, column: 1, offset: 0, kind: .text(kind), reason: reason), from: place)
  }

  /// The error that something else stands at the next byte.
  mutating func unexpected(_ expected: String) -> JSONError {
    let error = JSONScanner(text.extracting(place...)).unexpected(expected)
    return locate(error, from: place)
  }

  /// Steps over the next value, which may be of any size, and checks it.
  ///
  /// - Parameter depth: how many arrays and objects are open around it.
  /// - Throws: `JSONError` for a value that is ill-formed; what the source throws.
  mutating func skipValue(depth: Int) throws {
    var closers: [UInt8] = []
    repeat {
      guard let first = try peek() else { throw unexpected("a value") }
      let isOpening = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
      if isOpening, closers.count > 1 || !skipWhole(depth: depth + closers.count) {
        guard depth + closers.count < JSONScanner.standardDepth else {
          throw located(JSONScanner.tooDeep(JSONScanner.standardDepth), kind: .tooDeep)
        }
        place += 1
        closers.append(first + 2)
        if try peek() != first + 2 {
          if first == UInt8(ascii: "{") { _ = try readKey() }
          continue
        }
      } else if !isOpening {
        _ = try skipScalar()
      }
      try closeAll(&closers)
    } while !closers.isEmpty
  }

  /// Steps over closing brackets and the comma after them.
  private mutating func closeAll(_ closers: inout [UInt8]) throws {
    while let closer = closers.last {
      let next = try peek()
      if next == closer {
        place += 1
        closers.removeLast()
      } else if next == UInt8(ascii: ",") {
        place += 1
        if closer == UInt8(ascii: "}") { _ = try readKey() }
        return
      } else {
        throw unexpected(closer == UInt8(ascii: "}") ? "',' or '}'" : "',' or ']'")
      }
    }
  }

  /// Steps over a sound value that lies in the window as a whole.
  private mutating func skipWhole(depth: Int) -> Bool {
    var scanner = JSONScanner(
      text.extracting(place...), maximumDepth: JSONScanner.standardDepth - depth, isUTF8: isUTF8)
    guard let token = try? scanner.skipValue() else { return false }
    place += token.end
    return true
  }

  /// Steps over a key and its colon; returns what it says.
  mutating func readKey() throws -> [UInt8] {
    guard try peek() == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
    let end = try valueEnd(limit: JSONRecordReader.recordLimit, tooLong: Self.tooLong)
    var key: [UInt8] = []
    do throws(JSONError) {
      var scanner = JSONScanner(text.extracting(place..<end))
      let token = try scanner.skipValue()
      scanner.append(token, to: &key)
    } catch {
      throw locate(error, from: place)
    }
    place = end
    guard try peek() == UInt8(ascii: ":") else { throw unexpected("':' after the key") }
    place += 1
    return key
  }

  /// The text that the next value holds at some segments of a pointer; empty where there is none.
  ///
  /// The place stays where it is.
  mutating func textOfValue(at segments: ArraySlice<String>) throws -> [UInt8] {
    guard try peek() != nil else { throw unexpected("a value") }
    _ = try valueEnd(limit: JSONRecordReader.recordLimit, tooLong: Self.tooLong)
    do throws(JSONError) {
      return try text(at: segments)
    } catch {
      throw locate(error, from: place)
    }
  }

  private func text(at segments: ArraySlice<String>) throws(JSONError) -> [UInt8] {
    let rest = text.extracting(place...)
    var scanner = JSONScanner(rest)
    var token = try scanner.skipValue()
    for segment in segments {
      guard let next = try token.step(segment, rest) else { return [] }
      token = next
    }
    var text: [UInt8] = []
    if !token.isBlank { scanner.append(token, to: &text) }
    return text
  }

  /// Steps over a string, number or word.
  mutating func skipScalar() throws -> JSONToken {
    _ = try valueEnd(limit: JSONRecordReader.recordLimit, tooLong: Self.tooLong)
    do throws(JSONError) {
      var scanner = JSONScanner(text.extracting(place...), isUTF8: isUTF8)
      let token = try scanner.skipValue()
      place += token.end
      return token
    } catch {
      throw locate(error, from: place)
    }
  }

  /// Brings the next value into the window as a whole; returns its end.
  ///
  /// - Throws: the first fault where the end cannot be told, and for a value that is too long.
  mutating func valueEnd(limit: Int, tooLong: (Int) -> String) throws -> Int {
    var extent = JSONExtent()
    var scanned = place
    while true {
      switch extent.scan(text, from: scanned, isEnd: isAtEnd) {
      case .closed(let end): return end
      case .open where !isAtEnd:
        guard text.count - place <= limit else { throw located(tooLong(limit), kind: .tooLong) }
        scanned = text.count
        scanned -= try fill(keepingFrom: place)
      case .open, .untold: throw fault()
      }
    }
  }

  /// What is wrong with the next value.
  mutating func fault() -> JSONError {
    var scanner = JSONScanner(text.extracting(place...))
    do throws(JSONError) {
      _ = try scanner.skipValue()
      return locate(scanner.unexpected("another value"), from: place)
    } catch {
      return locate(error, from: place)
    }
  }

  static func tooLong(_ limit: Int) -> String {
    "a text is longer than \(limit >> 20) MiB: is its closing quote missing?"
  }

  /// The keys of the object that comes next, as far as it is in the window, in words.
  mutating func keysInWords() throws -> String {
    while text.count - place < 1 << 20, !isAtEnd { _ = try fill(keepingFrom: place) }
    return JSONListFinder.keys(of: text.extracting(place...))
  }
}

extension JSONError {
  /// The same place with another reason.
  func saying(_ reason: String, kind: Kind = .text(.malformedJSON)) -> JSONError {
    JSONError(line: line, column: column, offset: offset, kind: kind, reason: reason)
  }
}
