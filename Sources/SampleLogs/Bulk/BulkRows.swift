import Bytes

/// The rows of a large made-up log, one at a time, without a `String` or an allocation a row.
struct BulkRows: Sendable {
  private var random: SplitMix64
  private let salt: UInt64
  private let days: [[UInt8]]
  private let platforms: [[[UInt8]]]
  private let platformOfShare: [UInt8]
  /// Rows drawn and accounts made so far.
  private var row = 0
  private var distinct = 0

  // What the current row holds.
  private var account = SampleAccount(platform: .facebook, serial: 0, scrambled: 0)
  private var bits: UInt64 = 0
  private var removed = 0
  private var spelled: [UInt8] = []

  init(seed: UInt64) {
    random = SplitMix64(seed: seed, stream: 21)
    salt = SplitMix64.mix(seed)
    let first = SamplePeriod.whole.first
    let count = SamplePeriod.whole.last.days - first.days + 1
    days = (0..<count).map { [UInt8](first.adding($0).iso.utf8) }
    platforms = SamplePlatform.allCases.map { $0.spellings.map { [UInt8]($0.utf8) } }
    platformOfShare = SamplePlatform.weights.enumerated().flatMap { index, weight in
      Array(repeating: UInt8(index), count: weight)
    }
  }

  /// Draws the next row: a new account six times in ten, else one of those before.
  mutating func draw() {
    row += 1
    let isNew = distinct == 0 || random.chance(perMille: 600)
    let serial = isNew ? distinct : random.below(distinct)
    if isNew { distinct += 1 }
    // Everything about an account follows from its serial, so that no list of them is kept.
    let scrambled = SplitMix64.mix(UInt64(truncatingIfNeeded: serial) ^ salt)
    let share = Int(scrambled & 0xff) * 100 / 256
    let platform = SamplePlatform(rawValue: Int(platformOfShare[share])) ?? .facebook
    account = SampleAccount(platform: platform, serial: serial, scrambled: scrambled)
    bits = random.next()
    removed = random.below(days.count)
    spelled.removeAll(keepingCapacity: true)
    account.append(to: &spelled, variant: random.next())
  }

  static let header =
    "reference,platform,account,outcome,date_referred,date_removed,advert_type,notes\n"

  func appendCSV(to bytes: inout [UInt8]) {
    appendReference(to: &bytes)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: platform)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: spelled)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: outcome)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: referredDay)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: days[removed])
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: category)
    bytes.append(UInt8(ascii: ","))
    bytes.append(contentsOf: hasQuotedNote ? Self.quotedNote : note)
    bytes.append(UInt8(ascii: "\n"))
  }

  func appendNDJSON(to bytes: inout [UInt8]) {
    bytes.append("{\"reference\":\"")
    appendReference(to: &bytes)
    bytes.append("\",\"platform\":\"")
    bytes.append(contentsOf: platform)
    bytes.append("\",\"account\":\"")
    bytes.append(contentsOf: spelled)
    bytes.append("\",\"outcome\":\"")
    bytes.append(contentsOf: outcome)
    bytes.append("\",\"date_referred\":\"")
    bytes.append(contentsOf: referredDay)
    bytes.append("\",\"date_removed\":\"")
    bytes.append(contentsOf: days[removed])
    bytes.append("\",\"advert_type\":\"")
    bytes.append(contentsOf: category)
    bytes.append("\",\"notes\":\"")
    bytes.append(contentsOf: hasQuotedNote ? Self.escapedNote : note)
    bytes.append("\"}\n")
  }

  func appendXML(to bytes: inout [UInt8]) {
    bytes.append("<row><reference>")
    appendReference(to: &bytes)
    bytes.append("</reference><platform>")
    bytes.append(contentsOf: platform)
    bytes.append("</platform><account>")
    bytes.append(xml: spelled)
    bytes.append("</account><outcome>")
    bytes.append(contentsOf: outcome)
    bytes.append("</outcome><date_referred>")
    bytes.append(contentsOf: referredDay)
    bytes.append("</date_referred><date_removed>")
    bytes.append(contentsOf: days[removed])
    bytes.append("</date_removed><advert_type>")
    bytes.append(contentsOf: category)
    bytes.append("</advert_type><notes>")
    bytes.append(contentsOf: hasQuotedNote ? Self.markedUpNote : note)
    bytes.append("</notes></row>\n")
  }

  private func appendReference(to bytes: inout [UInt8]) {
    bytes.append("RECORD-")
    bytes.append(decimal: row, width: 10)
  }

  private var platform: [UInt8] {
    let spellings = platforms[account.platform.rawValue]
    return spellings[Int(bits & 0xff) % spellings.count]
  }

  private var referredDay: [UInt8] {
    days[max(0, removed - Int(bits >> 8 & 15))]
  }

  private var outcome: [UInt8] { Self.outcomes[Int(bits >> 12 & 15)] }
  private var category: [UInt8] { Self.categories[Int(bits >> 16 & 7)] }
  private var note: [UInt8] { Self.notes[Int(bits >> 20 & 7)] }
  /// About 2 rows in 100.
  private var hasQuotedNote: Bool { bits >> 24 & 0xff < 5 }

  private static let outcomes = [
    "removed", "removed", "removed", "removed", "removed", "removed", "removed", "removed",
    "suspended", "suspended", "closed", "taken down", "disabled", "refused", "refused", "pending",
  ].map { [UInt8]($0.utf8) }
  private static let categories = [
    "small boat", "small boat", "small boat", "lorry", "flight", "false documents",
    "sham marriage", "other",
  ].map { [UInt8]($0.utf8) }
  private static let notes = [
    "none of the usual words; found by the picture alone",
    "seen in the weekly sweep and referred through the partner channel",
    "advert with a price and a date; no telephone number is given",
    "video of a boat with a caption and a link to a second account",
    "same text as in an earlier referral with another picture",
    "referred again after the first answer of the platform",
    "group of several hundred members that shares adverts each day",
    "profile picture and name changed since the first referral",
  ].map { [UInt8]($0.utf8) }
  private static let quotedNote = [UInt8](
    "\"says \"\"next week\"\", price on request,\nthen a second line\"".utf8)
  private static let escapedNote = [UInt8](
    "says \\\"next week\\\", price on request,\\nthen a second line".utf8)
  private static let markedUpNote = [UInt8](
    "says &quot;next week&quot;, price on request,\nthen a second line".utf8)
}
