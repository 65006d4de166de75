import TakedownModel

extension PlatformEntry {
  static let twitch = PlatformEntry(
    id: "twitch", name: "Twitch", company: "amazon", aliases: ["تويتش", "توییچ"],
    hosts: ["twitch.tv"],
    rules: PlatformRules(
      shapes: [
        "//clips.twitch.tv/* = post", "videos/* = post", "{user}/video/* = post",
        "{user}/clip/* = post", "popout/{user}", "moderator/{user}", "u/{user}", "{user}",
      ],
      grammars: [.user: HandleGrammar("_", 2...25)],
      reserved: """
        collections directory downloads drops friends inventory jobs login p prime products search \
        settings signup store subscriptions team turbo videos wallet
        """,
      serviceLabels: "api brand dashboard player"))
}
