import TakedownModel

extension PlatformEntry {
  static let mastodon = PlatformEntry(
    id: "mastodon", name: "Mastodon", company: "mastodon", aliases: ["ماستودون"],
    hosts: [
      "mastodon.social", "mastodon.online", "mstdn.social", "mas.to", "mastodon.world",
      "mastodon.cloud",
    ],
    rules: PlatformRules(
      shapes: [
        "users/{user}/statuses/* = post", "users/{user}", "web/{user}", "{user}/* = post", "{user}",
      ],
      grammars: [.user: HandleGrammar("_.-@", 3...200, notFirst: ".", notLast: ".", requires: "@")],
      reserved: """
        about admin api auth authorize_interaction bookmarks deck directory explore favourites \
        filters home invite lists media notifications oauth public privacy-policy search settings \
        share statuses tags terms-of-service timelines web
        """, addsHost: true))
}
