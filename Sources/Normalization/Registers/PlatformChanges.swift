package import TakedownModel

/// What `pipeline.json` says of how accounts are named on a platform.
///
/// What is nil or empty leaves what there is.
package struct PlatformChanges: Sendable {
  /// Addresses, tried before those that there are.
  package var shapes: [AddressShape] = []
  /// Texts without a host that are accounts, tried before those that there are; where there are no
  /// rules yet they are all, and without them user names are.
  package var bare: [AddressShape]?
  /// The names of each kind, each in place of the one that there is.
  package var grammars: [AccountKind: HandleGrammar] = [:]
  package var idLengths: ClosedRange<Int>?
  /// Further first segments that are no account, in lower case.
  package var reserved: [String] = []
  package var reservesNames: Bool?
  /// Further sub-domains without accounts.
  package var serviceLabels: [String] = []
  package var phones: PlatformRules.Phones?
  package var urlCountry: String?
  package var fragmentHosts: [String] = []
  package var subdomains: PlatformRules.Subdomains?
  package var addsHost: Bool?
  package var appSchemes: [String] = []

  package init() {}

  /// Whether nothing at all is said.
  var isEmpty: Bool {
    shapes.isEmpty && bare == nil && grammars.isEmpty && idLengths == nil && reserved.isEmpty
      && reservesNames == nil && serviceLabels.isEmpty && phones == nil && urlCountry == nil
      && fragmentHosts.isEmpty && subdomains == nil && addsHost == nil && appSchemes.isEmpty
  }
}

extension PlatformRules {
  /// The rules that there are, if any, with the changes.
  init(_ rules: PlatformRules?, _ changes: PlatformChanges) {
    let bare = (changes.bare ?? []) + (rules?.bare ?? (changes.bare == nil ? ["{user}"] : []))
    self.init(
      shapes: changes.shapes + (rules?.shapes ?? []), bare: bare,
      grammars: (rules?.grammars ?? [:]).merging(changes.grammars) { $1 },
      idLengths: changes.idLengths ?? rules?.idLengths,
      reserved: (changes.reserved + (rules?.reserved ?? [])).joined(separator: " "),
      reservesNames: changes.reservesNames ?? rules?.reservesNames ?? true,
      hasSections: rules?.hasSections ?? true,
      serviceLabels: (changes.serviceLabels + (rules?.serviceLabels ?? []))
        .joined(separator: " "),
      phones: changes.phones ?? rules?.phones ?? .never,
      urlCountry: changes.urlCountry ?? rules?.urlCountry ?? "",
      fragmentHosts: (rules?.fragmentHosts ?? []) + changes.fragmentHosts,
      subdomains: changes.subdomains ?? rules?.subdomains ?? .ignored,
      addsHost: changes.addsHost ?? rules?.addsHost ?? false,
      appSchemes: (rules?.appSchemes ?? []) + changes.appSchemes)
  }
}

extension PlatformEntry {
  /// The entry of a platform as `pipeline.json` describes it, on top of a built-in one if there is one.
  ///
  /// An empty name or company leaves what is there. The first host, which stands for the others in
  /// links that open the app, stays the first.
  package init(_ own: Platform, _ changes: PlatformChanges, over known: PlatformEntry?) {
    func first(_ text: String, _ other: String?, _ fallback: String) -> String {
      text.isEmpty ? other ?? fallback : text
    }
    let platform = known?.platform
    let hosts = platform?.hosts ?? []
    self.init(
      Platform(
        id: own.id, name: first(own.name, platform?.name, own.id),
        company: first(own.company, platform?.company, ""),
        aliases: own.aliases + (platform?.aliases ?? []),
        hosts: hosts + own.hosts.filter { !hosts.contains($0) }),
      rules: changes.isEmpty ? known?.rules : PlatformRules(known?.rules, changes))
  }
}
