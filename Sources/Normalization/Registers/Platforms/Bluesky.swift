import TakedownModel

extension PlatformEntry {
  static let bluesky = PlatformEntry(
    id: "bluesky", name: "Bluesky", company: "bluesky",
    aliases: ["BSky", "Blue Sky Social", "بلوسكاي"],
    hosts: ["bsky.app", "bsky.social"],
    // A handle is a domain name, so one without a full stop is none.
    rules: PlatformRules(
      shapes: [
        "profile/{id}/post/* = post", "profile/{id}", "profile/{user}/post/* = post",
        "profile/{user}", "{user}",
      ],
      bare: ["{id}", "{user}"],
      grammars: [
        .user: HandleGrammar(".-", 4...253, notFirst: ".", notLast: ".", requires: "."),
        .id: HandleGrammar(":._-", 10...100, ignoresCase: false, prefix: "did:"),
      ],
      reservesNames: false, subdomains: .accounts(of: "bsky.social")))
}
