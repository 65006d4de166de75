import TakedownModel

/// The rules of all platforms in flat arrays, as bytes are matched against them.
///
/// A *program* is an ordered list of shapes: one for each platform, by its index, and after these
/// one for each host that has addresses of its own.
struct PlainTables: Sendable {
  /// The lists of `words`.
  enum List {
    /// Placeholders and the spellings of platforms.
    static let names = 0
    /// Hosts, each with its index in `hosts`.
    static let hosts = 1
    /// The last labels of hosts.
    static let endings = 2
    /// Sub-domains that hold no accounts on any platform.
    static let companyLabels = 3
    /// First segments that say what kind of thing the next one is.
    static let sections = 4
    /// The first segments of a program that are literal or reserved, by index in `candidates`.
    static func firstSegments(_ program: Int) -> Int { 5 + program }
    /// Other sub-domains of a platform that hold no accounts.
    static func serviceLabels(_ platform: Int) -> Int { 100_000 + platform }
  }

  struct Host: Sendable {
    let platform: Int
    /// nil where only the general path knows the addresses.
    let program: Int?
    /// Whether the program holds for this host alone, not for those under it.
    let isOwn: Bool
    /// Whether the hosts under this one are named for accounts.
    let namesAccounts: Bool
  }

  /// The shapes of a program that a first segment leaves, in order, by where they are in `shapes`.
  struct Candidates: Sendable {
    /// Those for addresses of one segment, and those for all addresses.
    let ofOne: Range<Int>
    let ofMany: Range<Int>
    /// Where those end that hold for texts without a host only.
    let relativeEndOfOne: Int
    let relativeEndOfMany: Int
    let isReserved: Bool
  }

  struct Names: Sendable {
    /// Whether the platform has rules that bytes can be matched against.
    var isPlain = false
    var reservesNames = false
    var hasSections = false
    var takesPhones = PlatformRules.Phones.never
    var hasIDs = false
    var takesTails = false
    /// How many digits make a name an id; none when the range is empty.
    var idLengths = 0..<0
    /// Index in `grammars`.
    var grammar = 0
  }

  var words = WordTable()
  var hosts: [Host] = []
  var candidates: [Candidates] = []
  /// The candidates for first segments that are no word of a program, by program.
  var defaults: [Candidates] = []
  /// The shapes of all candidates, as often as they occur.
  var shapes: [PlainShape] = []
  var parts: [PlainShape.Part] = []
  /// Literals, prefixes and parameters, in lower case but for the prefixes of grammars.
  var bytes: [UInt8] = []
  /// For each of `bytes` the bit in which its two cases differ.
  var caseBits: [UInt8] = []
  var grammars: [PlainGrammar] = []
  /// 256 for each grammar, as in `HandleGrammar`.
  var canonicalBytes: [UInt8] = []
  /// 256 for each grammar, as in `HandleGrammar`.
  var places: [UInt8] = []
  /// By platform.
  var names: [Names] = []
  /// No spelling of a platform that could be taken for an address is longer.
  var longestNameLikeAddress = 0
  let byteClasses = ByteClass.all
  let hasTrunkZero = PlainPhone.trunkZeroTable
}
