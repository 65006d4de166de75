import TakedownModel

/// One form of address on a platform, as a line of a table: `groups/{group}/posts/* = post`.
///
/// Segments are separated by `/`; `*` is any segment; `{user}`, `{id}` and so on take the account
/// of that kind, after an optional prefix (`id{id}`) and up to an underscore in `{id}_*`. Besides the
/// kinds there are `{number}` (a phone number that starts with its calling code), `{tail}` (the id
/// after the last hyphen of `Some-Page-100089602000001`), `{next}` (another address, wrapped in this
/// one) and `{url}` (the whole address is the account). `?name={id}` takes it from the query, and
/// `//host/…` restricts a form to a host. Segments after the last one are ignored. A form that takes
/// nothing says that the address has no account.
struct AddressShape: Sendable, ExpressibleByStringLiteral {
  /// What is taken out of an address.
  enum Capture: Equatable, Sendable {
    case kind(AccountKind)
    case number
    case tail
    case next
  }

  /// What one segment has to be.
  enum Part: Sendable {
    case literal(String)
    case any
    case capture(prefix: String, Capture, endsAtUnderscore: Bool)
  }

  let host: String?
  let parts: [Part]
  let query: (name: String, capture: Capture?)?
  let counts: UnitOfCount?
  private let description: String

  init(stringLiteral text: String) {
    description = text
    var rest = Substring(text)
    if let equals = rest.firstRange(of: " = ") {
      let unit = UnitOfCount(rawValue: String(rest[equals.upperBound...]))
      precondition(unit != nil, "'\(text)' counts an unknown unit")
      counts = unit
      rest = rest[..<equals.lowerBound]
    } else {
      counts = nil
    }
    if let question = rest.firstIndex(of: "?") {
      let pair = rest[rest.index(after: question)...].split(separator: "=")
      precondition(pair.count == 2, "'\(text)' has no value for its query")
      query = (String(pair[0]), pair[1] == "*" ? nil : Self.capture(pair[1].dropFirst().dropLast()))
      rest = rest[..<question]
    } else {
      query = nil
    }
    var segments = rest.split(separator: "/")
    if rest.hasPrefix("//") {
      host = String(segments.removeFirst())
    } else {
      host = nil
    }
    parts = segments.map(Self.part)
  }

  /// The first segment, where only one text will do.
  var firstLiteral: String? {
    if case .literal(let literal)? = parts.first { literal } else { nil }
  }

  private static func part(_ segment: Substring) -> Part {
    if segment == "*" { return .any }
    guard let open = segment.firstIndex(of: "{"), let close = segment.firstIndex(of: "}") else {
      return .literal(String(segment))
    }
    return .capture(
      prefix: String(segment[..<open]),
      capture(segment[segment.index(after: open)..<close]),
      endsAtUnderscore: segment.hasSuffix("}_*"))
  }

  private static func capture(_ name: Substring) -> Capture {
    switch name {
    case "number": return .number
    case "tail": return .tail
    case "next": return .next
    default:
      guard let kind = AccountKind(rawValue: String(name)) else {
        preconditionFailure("'{\(name)}' is no part of an address")
      }
      return .kind(kind)
    }
  }
}
