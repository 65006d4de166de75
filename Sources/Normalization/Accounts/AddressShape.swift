import TakedownModel

/// One form of address on a platform, as a line of a table: `groups/{group}/posts/* = post`.
///
/// Segments are separated by `/`; `*` is any segment, `{language}` one that says a language (`en`,
/// `pt-BR`). `{user}`, `{id}` and so on take the account of that kind, after an optional prefix
/// (`id{id}`) and up to an underscore in `{id}_*`; `{user@c}` takes a user whose names are a name
/// space of their own, so that the account is `c/name`. Besides the kinds there are `{number}` (a
/// phone number that starts with its calling code), `{tail}` (the id after the last hyphen of
/// `Some-Page-100089602000001`), `{next}` (another address, wrapped in this one), `{rest}` (the same,
/// but all that is left of the path and the query) and `{url}` (the whole address is the account).
/// `?name={id}` takes it from the query, `//host/…` restricts a form to a host, and a leading `/` to
/// addresses that have a host. Segments after the last one are ignored. A form that takes nothing
/// says that the address has no account.
package struct AddressShape: Sendable, ExpressibleByStringLiteral {
  /// What is taken out of an address.
  enum Capture: Equatable, Sendable {
    case kind(AccountKind)
    case number
    case tail
    case next
    case rest
  }

  /// What one segment has to be.
  enum Part: Sendable {
    case literal(String)
    case any
    case language
    case capture(prefix: String, Capture, endsAtUnderscore: Bool)
  }

  /// No form has more segments.
  static let longest = 8

  /// The form as it was written.
  package let text: String
  let host: String?
  /// Whether a text without a host does not fit.
  let needsHost: Bool
  let parts: [Part]
  /// Whether no segment has to be a text of its own, so that many an address fits.
  let isOpen: Bool
  /// The first segment, where only one text will do.
  let firstLiteral: String?
  let query: (name: String, capture: Capture?)?
  let counts: UnitOfCount?
  /// The name space of user names; empty for the platform's own.
  let space: String

  package init(stringLiteral text: String) {
    do throws(AddressShapeError) {
      try self.init(parsing: text)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// Reads a line of the table.
  package init(parsing text: String) throws(AddressShapeError) {
    self.text = text
    var rest = Substring(text)
    var unit: UnitOfCount?
    if let equals = rest.firstRange(of: " = ") {
      unit = UnitOfCount(rawValue: String(rest[equals.upperBound...]))
      guard unit != nil else {
        let units = UnitOfCount.allCases.map(\.rawValue).joined(separator: ", ")
        throw AddressShapeError(text, "counts an unknown unit; expected one of \(units)")
      }
      rest = rest[..<equals.lowerBound]
    }
    counts = unit
    var space = ""
    if let question = rest.firstIndex(of: "?") {
      let pair = rest[rest.index(after: question)...].split(separator: "=")
      guard pair.count == 2 else { throw AddressShapeError(text, "has no value for its query") }
      let isBraced = pair[1].hasPrefix("{") && pair[1].hasSuffix("}")
      guard isBraced || pair[1] == "*" else {
        throw AddressShapeError(text, "has a value in its query that is neither '*' nor in braces")
      }
      query = (
        pair[0].lowercased(),
        isBraced ? try Self.capture(pair[1].dropFirst().dropLast(), of: text, &space) : nil
      )
      rest = rest[..<question]
    } else {
      query = nil
    }
    var segments = rest.split(separator: "/")
    if rest.hasPrefix("//") {
      guard !segments.isEmpty else { throw AddressShapeError(text, "has no host after '//'") }
      host = segments.removeFirst().lowercased()
      needsHost = true
    } else {
      host = nil
      needsHost = rest.hasPrefix("/")
    }
    guard segments.count <= Self.longest else {
      throw AddressShapeError(text, "has more than \(Self.longest) segments")
    }
    var parts: [Part] = []
    for segment in segments { parts.append(try Self.part(segment, of: text, &space)) }
    self.parts = parts
    isOpen = parts.allSatisfy { if case .literal = $0 { false } else { true } }
    if case .literal(let literal)? = parts.first {
      firstLiteral = literal
    } else {
      firstLiteral = nil
    }
    self.space = space
  }

  private static func part(
    _ segment: Substring, of text: String, _ space: inout String
  ) throws(AddressShapeError) -> Part {
    if segment == "*" { return .any }
    if segment == "{language}" { return .language }
    guard let open = segment.firstIndex(of: "{") else { return .literal(segment.lowercased()) }
    guard let close = segment.firstIndex(of: "}"), open < close,
      segment[close...] == "}" || segment[close...] == "}_*"
    else { throw AddressShapeError(text, "has a brace that does not close at a segment's end") }
    return .capture(
      prefix: segment[..<open].lowercased(),
      try capture(segment[segment.index(after: open)..<close], of: text, &space),
      endsAtUnderscore: segment[close...] == "}_*")
  }

  private static func capture(
    _ name: Substring, of text: String, _ space: inout String
  ) throws(AddressShapeError) -> Capture {
    switch name {
    case "number": return .number
    case "tail": return .tail
    case "next": return .next
    case "rest": return .rest
    default:
      let words = name.split(separator: "@", maxSplits: 1)
      guard let first = words.first, let kind = AccountKind(rawValue: String(first)),
        words.count == 1 || kind == .user
      else { throw AddressShapeError(text, "takes '{\(name)}', which is no part of an address") }
      if words.count == 2 { space = String(words[1]) }
      return .kind(kind)
    }
  }
}
