package import TakedownModel

/// The platforms, found by any of their spellings and by the hosts of their addresses.
package struct PlatformRegister: Sendable {
  /// Sorted by id, each id once.
  package let platforms: [Platform]
  /// How accounts are named, by platform; nil for one whose texts and URLs are taken as they stand.
  let rules: [PlatformRules?]
  private let indexByID: [String: Int]
  private let indexBySpelling: [String: Int]
  private let indexByHost: [String: Int]
  /// Every folded spelling with its platform, sorted, for suggestions.
  private let spellings: [(text: [Unicode.Scalar], index: Int)]

  /// A register of `platforms`, where an entry of `extra` replaces the one with the same id.
  ///
  /// A spelling or host that two platforms claim belongs to the one in `extra`, else to the one
  /// that comes first by id.
  package init(_ entries: [PlatformEntry], extra: [PlatformEntry] = []) {
    var byID: [String: PlatformEntry] = [:]
    for entry in entries + extra { byID[entry.platform.id] = entry }
    let sorted = byID.values.map(\.platform).sorted { $0.id < $1.id }
    let extraIDs = Set(extra.map(\.platform.id))
    var bySpelling: [String: Int] = [:]
    var byHost: [String: Int] = [:]
    let all = Array(sorted.enumerated())
    for (index, platform) in all.filter({ extraIDs.contains($0.element.id) })
      + all.filter({ !extraIDs.contains($0.element.id) })
    {
      let names = [platform.id, platform.name] + platform.aliases + platform.hosts
      for spelling in names + platform.hosts.map({ "www." + $0 }) {
        let folded = foldedSpelling(spelling)
        if !folded.isEmpty, bySpelling[folded] == nil { bySpelling[folded] = index }
      }
      for host in platform.hosts where byHost[host.lowercased()] == nil {
        byHost[host.lowercased()] = index
      }
    }
    self.platforms = sorted
    rules = sorted.map { byID[$0.id]?.rules }
    indexByID = Dictionary(all.map { ($0.element.id, $0.offset) }) { first, _ in first }
    indexBySpelling = bySpelling
    indexByHost = byHost
    spellings = bySpelling.sorted { $0.key < $1.key }.map {
      (Array($0.key.unicodeScalars), $0.value)
    }
  }

  /// A register of `platforms` with the built-in rules for names, where an entry of `extra` replaces
  /// the one with the same id.
  package init(_ platforms: [Platform], extra: [Platform] = []) {
    let rules = Dictionary(uniqueKeysWithValues: PlatformEntry.builtIn.map { ($0.id, $0.rules) })
    func entries(_ platforms: [Platform]) -> [PlatformEntry] {
      platforms.map { PlatformEntry($0, rules: rules[$0.id] ?? nil) }
    }
    self.init(entries(platforms), extra: entries(extra))
  }

  /// The index of the platform with this id, as it stands.
  package func index(ofID id: String) -> Int? { indexByID[id] }

  /// The index of the platform with this name, alias, id or host; nil for one that is not known.
  package func lookup(spelling: String) -> Int? {
    indexBySpelling[foldedSpelling(spelling)]
  }

  /// The index of the platform at a host or at the nearest domain above it.
  ///
  /// `fr-fr.facebook.com` is at `facebook.com`; `dropbox.com` is not at `x.com`.
  package func lookup(host: String) -> Int? {
    lookupDomain(host: host)?.index
  }

  /// The same, with the host that the register has.
  func lookupDomain(host: String) -> (index: Int, domain: String)? {
    var rest = host.lowercased()[...]
    if let colon = rest.firstIndex(of: ":") { rest = rest[..<colon] }
    while rest.hasSuffix(".") { rest = rest.dropLast() }
    while !rest.isEmpty {
      if let index = indexByHost[String(rest)] { return (index, String(rest)) }
      guard let dot = rest.firstIndex(of: ".") else { return nil }
      rest = rest[rest.index(after: dot)...]
    }
    return nil
  }

  /// Up to three ids whose spellings are close to one that is not known, the closest first.
  ///
  /// Close is one edit, and one more for every four characters. Ties are sorted by id.
  package func suggestions(for spelling: String) -> [String] {
    let wanted = Array(foldedSpelling(spelling).unicodeScalars.prefix(60))
    let limit = 1 + wanted.count / 4
    var best: [Int: Int] = [:]
    for (text, index) in spellings where abs(text.count - wanted.count) <= limit {
      let distance = editDistance(wanted, text)
      // As many edits as characters would suggest anything for anything.
      guard distance <= limit, distance < max(wanted.count, text.count) else { continue }
      best[index] = min(best[index] ?? .max, distance)
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(3)
      .map { platforms[$0.key].id }
  }
}
