import TakedownModel

extension PlatformEntry {
  static let vk = PlatformEntry(
    id: "vk", name: "VK", company: "vk",
    aliases: ["VKontakte", "V Kontakte", "ВКонтакте", "ВК", "في كي"],
    hosts: ["vk.com", "vk.ru", "vkontakte.ru", "vk.cc", "vk.me"],
    rules: PlatformRules(
      shapes: [
        "away.php?to={next}", "away?to={next}",
        "topic-{group}_* = post", "album-{group}_* = post", "album{id}_* = post",
        "clip-{group}_* = post", "clip{id}_* = post", "//vk.me/join/{invite}", "//vk.me/{user}",
        "//vk.cc/{url}", "wall-{group}_* = post", "wall{id}_* = post",
        "video-{group}_* = post", "photo-{group}_* = post", "photo{id}_* = post",
        "video{id}_* = post", "id{id}", "club{group} = group", "public{group} = group",
        "event{group} = group", "-{group} = group", "write{id}", "write-{group} = group", "{user}",
      ],
      grammars: [
        .user: HandleGrammar("_.", 2...32, notFirst: ".", notLast: ".", notTwice: "."),
        .id: .number,
        .group: .number, .invite: .code,
      ],
      idLengths: 1...25,
      reserved: """
        about ads apps audio docs feed friends groups im join login market mail photos search \
        settings share.php video
        """))
}
