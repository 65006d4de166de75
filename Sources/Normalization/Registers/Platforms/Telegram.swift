import TakedownModel

extension PlatformEntry {
  static let telegram = PlatformEntry(
    id: "telegram", name: "Telegram", company: "telegram",
    aliases: [
      "TG", "Telegram Messenger", "Tele gram", "Telegram channel", "Telegram group", "Telegramm",
      "Télégramme",
      "Télégram", "Telegrami", "Telegramkanal", "Kanal Telegram", "تلغرام", "تليغرام", "تيليغرام",
      "تلجرام", "تليجرام", "تيليجرام", "تلقرام", "تيليقرام", "التلغرام", "تلگرام",
    ],
    hosts: ["t.me", "telegram.me", "telegram.dog", "telegram.org"],
    // Users and channels are numbered apart, so a channel's number is of kind `channel`. The Bot API
    // writes -100 before it, and - before the number of a small group.
    rules: PlatformRules(
      shapes: [
        "resolve?domain={user}", "resolve?phone={number}", "join?invite={invite}",
        "user?id={id}", "im?p={user}", "iv?url={next}",
        "joinchat/{invite}", "+{number}", "+{invite}", "c/{channel}/* = post",
        "c/{channel} = channel", "s/{user}/* = post", "s/{user}", "boost/{user}",
        "-100{channel} = channel", "-{group} = group", "{user}/* = post", "{user}",
      ],
      grammars: [
        .user: HandleGrammar(
          "_", 4...32, startsWithLetter: true, notLast: "_", notTwice: "_"), .id: .number,
        .channel: .digits(5...20), .group: .digits(1...20), .invite: .code,
      ],
      idLengths: 1...25,
      reserved: """
        a addemoji addlist addstickers addtheme apps bg blog confirmphone contact dl faq giftcode \
        invoice k login m nft privacy proxy setlanguage share socks tos z
        """,
      // A channel may be called any of them: `t.me/news/12` is a post in one.
      hasSections: false,
      serviceLabels: "ads bugs core desktop fragment instantview my promote translations",
      phones: .withPlus, fragmentHosts: ["web.telegram.org"], subdomains: .names(of: "t.me"),
      appSchemes: ["tg"]))
}
