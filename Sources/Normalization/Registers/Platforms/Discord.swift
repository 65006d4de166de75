import TakedownModel

extension PlatformEntry {
  static let discord = PlatformEntry(
    id: "discord", name: "Discord", company: "discord",
    aliases: ["Discord server", "ديسكورد", "دیسکورد"],
    hosts: ["discord.com", "discord.gg", "discordapp.com"],
    rules: PlatformRules(
      shapes: [
        "//discord.gg/invite/{invite} = group", "//discord.gg/{invite} = group",
        "invite/{invite} = group", "users/{id}",
        "channels/{group}/*/* = post", "channels/{group} = group",
      ],
      grammars: [
        .user: HandleGrammar("_.", 2...32, notTwice: "."), .id: .number, .group: .number,
        .invite: HandleGrammar("_-", 2...64, ignoresCase: false),
      ],
      idLengths: 17...20, reservesNames: false))
}
