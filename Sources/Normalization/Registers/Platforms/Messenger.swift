import TakedownModel

extension PlatformEntry {
  static let messenger = PlatformEntry(
    id: "messenger", name: "Messenger", company: "meta",
    aliases: [
      "Facebook Messenger", "FB Messenger", "Meta Messenger", "Messenger (Meta)", "ماسنجر",
      "مسنجر",
      "ماسنجر فيسبوك",
    ],
    hosts: ["messenger.com"],
    rules: PlatformRules(
      shapes: [
        "l.php?u={next}", "login?next={next}", "consent?next={next}", "j/{invite}", "t/{user}",
        "{user}",
      ],
      grammars: [.user: .facebookName, .id: .number, .invite: .code], idLengths: 1...25,
      reserved:
        "about archived desktop e2ee features groupcall help login marketplace new privacy requests room terms"
    ))
}
