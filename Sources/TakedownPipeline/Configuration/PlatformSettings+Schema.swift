import Normalization
import TakedownModel
import Tabular

extension PlatformSettings {
  /// The keys that say how accounts are named on a platform.
  static let members: [ObjectShape.Member] = [
    .init(
      "addresses", .list(of: .text(.nonEmpty)), default: [],
      "Forms of addresses, the more exact ones first, such as '{user}/post/* = post': segments, '*' "
        + "for any, and in braces what is taken: user, id, channel, group, invite, number (a "
        + "telephone number), tail (the id after the last hyphen), next (an address inside this "
        + "one), url (the address is the account). '?name={id}' takes a parameter, '//host/…' is "
        + "for that host alone, '= post' says what is counted, and a form without braces that there "
        + "is no account. Tried before the built-in ones."),
    .init(
      "bare", .list(of: .text(.nonEmpty)),
      "Forms of texts without a host, beside those of addresses; without it '{user}'."),
    .init(
      "names",
      .object(
        ObjectShape(
          namedKinds.map {
            .init($0.rawValue, nameSchema, "How names of the kind '\($0.rawValue)' are made.")
          })), default: .object([] as [JSONValue.Member]),
      "For each kind of account what its names look like, in place of a built-in rule for the kind."
    ),
    .init(
      "id_lengths", .range(1...100),
      "How many digits make a text an id where a user name could stand, such as [16, 25]."),
    .init(
      "reserved", .list(of: .text(.segment)), default: [],
      "First segments of paths that are no account, such as 'login'."),
    .init(
      "reserves_names", .boolean,
      "Whether those are no user names either, without it true; false where names have an '@' in "
        + "addresses."),
    .init(
      "service_labels", .list(of: .text(.label)), default: [],
      "Sub-domains that hold pages of the company and no accounts, beside common ones such as "
        + "'help'."),
    .init(
      "phones", .text(.choice(PlatformRules.Phones.allCases.map(\.rawValue))),
      "Whether telephone numbers name accounts; without it never."),
    .init(
      "url_country", .text(.country),
      "The country whose national numbers stand in the platform's own addresses."),
    .init(
      "fragment_hosts", .list(of: .text(.host)), default: [],
      "Hosts whose addresses have their path after '#'."),
    .init(
      "subdomain_names", .text(.host),
      "The host whose sub-domains are names of accounts: with 'example.org', name.example.org is "
        + "'name'."),
    .init(
      "subdomain_accounts", .text(.host),
      "The same, but the whole host is the account's name: 'name.example.org'."),
    .init(
      "adds_host", .boolean,
      "Whether a name is an account only together with its host, as name@host."),
    .init(
      "app_schemes", .list(of: .text(.scheme)), default: [],
      "Schemes of links that open the app; their paths are those of the first host."),
  ]

  /// What must hold between them.
  static let rules: [ObjectShape.Rule] = [
    .notBoth(["subdomain_names"], ["subdomain_accounts"])
  ]

  private static let nameSchema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        "length", .range(1...1000), required: true,
        "How many characters names have at least and at most."),
      .init(
        "letters", .text(.choice(NameSettings.Letters.allCases.map(\.rawValue))),
        default: "latin",
        "The letters that are legal: a to z, those of all scripts, or none. Digits always are."),
      .init(
        "symbols", .text(.symbols), default: "", "Other characters that are legal, such as '._'."),
      .init(
        "ignored", .text(.symbols), default: "",
        "Characters that are legal and make no difference."),
      .init(
        "case", .text(.choice(NameSettings.Case.allCases.map(\.rawValue))), default: "ignored",
        "Whether names that differ by the case of letters are one."),
      .init(
        "starts_with_letter", .boolean, default: false, "Whether a letter has to stand first."),
      .init("not_first", .text(.symbols), default: "", "Symbols that may not stand first."),
      .init("not_last", .text(.symbols), default: "", "Symbols that may not stand last."),
      .init(
        "not_twice", .text(.symbols), default: "",
        "Symbols of which no two may stand side by side."),
      .init("prefix", .text(.nameStart), default: "", "What every name starts with."),
      .init("requires", .text(.symbol), default: "", "A symbol that every name holds."),
    ]))
}
