import TakedownModel

extension PlatformEntry {
  static let ok = PlatformEntry(
    id: "ok", name: "Odnoklassniki", company: "vk",
    aliases: ["OK.ru", "Odnoklasniki", "Одноклассники", "ОК"],
    hosts: ["ok.ru", "odnoklassniki.ru"],
    rules: PlatformRules(
      shapes: [
        "profile/{id}/statuses/* = post", "profile/{id}", "group/{group}/topic/* = post",
        "group/{group} = group", "video/* = post", "live/* = post", "{user}/topic/* = post",
        "{user}",
      ],
      grammars: [
        .user: HandleGrammar("._-", 2...60, notFirst: ".", notLast: "."), .id: .number,
        .group: .number,
      ],
      idLengths: 1...25, reserved: "dk feed games groups market messages music search settings"))
}
