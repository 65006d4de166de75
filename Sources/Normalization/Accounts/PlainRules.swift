import Bytes
import TakedownModel

/// What the fast path knows of one platform; the canonical bytes of its names are in a table beside.
struct PlainRules: Sendable {
  /// Whether a bare text is a name, where it is legal as one.
  var takesBareNames = false
  /// Whether the first segment of a path is a name, where it is legal as one.
  var takesPathNames = false
  /// Whether `+` and digits are a phone number.
  var takesPhones = false
  /// Whether `profile.php?id=` gives an id.
  var takesProfiles = false
  /// Whether `channel/UC…` gives a channel, and a bare `UC…` of its length may be one.
  var takesChannels = false
  var startsWithLetter = false
  var allowsEdgeDots = true
  var shortest = 0
  var longest = 0
  /// How many digits make a name an id; none when the range is empty.
  var shortestID = 1
  var longestID = 0

  /// No platform rules, or ones whose plain shapes the fast path cannot tell from others.
  init() {}

  /// The part of a platform's rules that holds for plain shapes, and the table of its bytes.
  ///
  /// - Parameters:
  ///   - rules: The rules in full.
  ///   - canonicalBytes: 256 entries, as in `HandleGrammar`.
  init(_ rules: PlatformRules, canonicalBytes: inout [UInt8]) {
    if case .never = rules.phones {} else { takesPhones = true }
    guard let names = rules.grammars[.user], names.requires == nil, names.prefix.isEmpty,
      names.ignoresCase, !rules.addsHost
    else { return }
    canonicalBytes.replaceSubrange(0..<128, with: names.canonicalBytes)
    var isPlain = true
    for shape in rules.shapes + rules.bare where shape.host == nil {
      switch shape.parts.first {
      case .literal: continue
      case .any?, nil: isPlain = false
      case .capture("", .kind(.user), _): continue
      case .capture("", .tail, _): canonicalBytes[Int(UInt8(ascii: "-"))] = HandleGrammar.illegal
      case .capture("", .kind(.channel), _):
        if rules.grammars[.channel]?.prefix != "UC" { isPlain = false }
      case .capture(let prefix, _, _):
        // A prefix that no name holds cannot be mistaken for the start of one.
        guard let first = prefix.utf8.first, names.canonicalBytes[Int(first & 0x7F)] == 0 else {
          isPlain = false
          continue
        }
      }
    }
    guard isPlain else { return }
    // Where phone numbers name accounts, digits are not plain.
    if case .always = rules.phones { return }
    takesBareNames = (rules.shapes + rules.bare).contains(where: Self.isName)
    takesPathNames = rules.shapes.contains(where: Self.isName)
    takesProfiles = rules.shapes.contains { $0.firstLiteral == "profile.php" }
    takesChannels = rules.grammars[.channel]?.prefix == "UC"
    startsWithLetter = names.startsWithLetter
    allowsEdgeDots = names.allowsEdgeDots
    shortest = names.lengths.lowerBound
    longest = names.lengths.upperBound
    if let lengths = rules.idLengths {
      shortestID = lengths.lowerBound
      longestID = lengths.upperBound
    }
  }

  /// Whether a form is a name alone.
  private static func isName(_ shape: AddressShape) -> Bool {
    guard shape.host == nil, shape.query == nil, shape.parts.count == 1,
      case .capture("", .kind(.user), _) = shape.parts[0]
    else { return false }
    return true
  }
}
