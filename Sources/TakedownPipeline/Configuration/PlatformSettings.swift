package import Normalization
package import TakedownModel

/// What the register says of one platform; nil and empty leave what a built-in entry has.
package struct PlatformSettings: Hashable, Sendable {
  /// How it is spelt and where it is; an empty name or company leaves what is there.
  package let platform: Platform
  /// Forms of addresses, as they are written.
  package let addresses: [String]
  /// Forms of texts without a host, as they are written.
  package let bare: [String]?
  package let names: [AccountKind: NameSettings]
  package let idLengths: ClosedRange<Int>?
  package let reserved: [String]
  package let reservesNames: Bool?
  package let serviceLabels: [String]
  package let phones: PlatformRules.Phones?
  package let urlCountry: String?
  package let fragmentHosts: [String]
  /// The host below which a sub-domain is the name of an account.
  package let subdomainNames: String?
  /// The host below which the whole host is the name of an account.
  package let subdomainAccounts: String?
  package let addsHost: Bool?
  package let appSchemes: [String]

  init(_ settings: ValidSettings) {
    platform = Platform(
      id: settings.text("id"), name: settings.text("name"), company: settings.text("company"),
      aliases: settings.texts("aliases"), hosts: settings.texts("hosts"))
    addresses = settings.texts("addresses")
    bare = settings.has("bare") ? settings.texts("bare") : nil
    let names = settings.object("names")
    self.names = Dictionary(
      uniqueKeysWithValues: Self.namedKinds.filter { names.has($0.rawValue) }.map {
        ($0, NameSettings(names.object($0.rawValue)))
      })
    idLengths = settings.range("id_lengths")
    reserved = settings.texts("reserved")
    reservesNames = settings.optionalFlag("reserves_names")
    serviceLabels = settings.texts("service_labels")
    phones = settings.optionalText("phones").flatMap(PlatformRules.Phones.init)
    urlCountry = settings.optionalText("url_country")
    fragmentHosts = settings.texts("fragment_hosts")
    subdomainNames = settings.optionalText("subdomain_names")
    subdomainAccounts = settings.optionalText("subdomain_accounts")
    addsHost = settings.optionalFlag("adds_host")
    appSchemes = settings.texts("app_schemes")
  }

  /// The kinds of account that have names; what the others look like is the same everywhere.
  static let namedKinds: [AccountKind] = [.user, .id, .channel, .group, .invite]

  /// The built-in entry with the id of this one.
  private var known: PlatformEntry? {
    PlatformEntry.builtIn.first { $0.id == platform.id }
  }

  /// The entry of the register, on top of the built-in one if there is one.
  ///
  /// Forms that cannot be read are left out: `problems` tells of them.
  var entry: PlatformEntry {
    func shapes(_ texts: [String]) -> [AddressShape] {
      texts.compactMap { try? AddressShape(parsing: $0) }
    }
    var changes = PlatformChanges()
    changes.shapes = shapes(addresses)
    changes.bare = bare.map(shapes)
    changes.grammars = names.mapValues(\.grammar)
    changes.idLengths = idLengths
    changes.reserved = reserved.map { $0.lowercased() }
    changes.reservesNames = reservesNames
    changes.serviceLabels = serviceLabels
    changes.phones = phones
    changes.urlCountry = urlCountry
    changes.fragmentHosts = fragmentHosts
    changes.subdomains =
      subdomainNames.map { .names(of: $0) } ?? subdomainAccounts.map { .accounts(of: $0) }
    changes.addsHost = addsHost
    changes.appSchemes = appSchemes
    return PlatformEntry(platform, changes, over: known)
  }

  /// What is wrong beside what the schema knows, by the key that has it.
  var problems: [(key: String, reason: String)] {
    let entry = entry
    var problems: [(key: String, reason: String)] = []
    for (key, texts) in [("addresses", addresses), ("bare", bare ?? [])] {
      for (number, text) in texts.enumerated() {
        do throws(AddressShapeError) {
          let shape = try AddressShape(parsing: text)
          if let reason = entry.problem(of: shape) ?? bareProblem(shape, key) {
            problems.append(("\(key)[\(number)]", "the form \(quoted(text)) \(reason)"))
          }
        } catch {
          problems.append(("\(key)[\(number)]", "the form \(quoted(text)) \(error.reason)"))
        }
      }
    }
    for kind in Self.namedKinds {
      problems += (names[kind]?.problems ?? []).map {
        ("names.\(kind.rawValue).\($0.key)", $0.reason)
      }
    }
    let hosts =
      fragmentHosts.enumerated().map { ("fragment_hosts[\($0)]", $1) }
      + [("subdomain_names", subdomainNames), ("subdomain_accounts", subdomainAccounts)]
      .compactMap { key, host in host.map { (key, $0) } }
    for (key, host) in hosts where !entry.isOwn(host: host) {
      problems.append(
        (key, "\(quoted(host)) is not at any of the platform's hosts; add it to hosts"))
    }
    // What cannot be read is missing there too.
    if problems.isEmpty, let problem = entry.problem { problems.append(problem) }
    return problems
  }

  private func bareProblem(_ shape: AddressShape, _ key: String) -> String? {
    key == "bare" && shape.isHostOnly
      ? "is for addresses with a host, which 'bare' has none of; put it into addresses" : nil
  }
}
