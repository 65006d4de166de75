import TakedownModel

extension PlatformEntry {
  static let snapchat = PlatformEntry(
    id: "snapchat", name: "Snapchat", company: "snap",
    aliases: [
      "Snap", "Snap chat", "SC", "Snapçat", "سناب شات", "سنابشات", "سناب", "السناب", "اسنپ‌چت",
      "اسنپ چت", "سنپ چت",
    ],
    hosts: ["snapchat.com"],
    rules: PlatformRules(
      shapes: [
        "//t.snapchat.com/{url}", "t/{url}", "add/{user}", "s/{user}", "story/* = post",
        "spotlight/* = post", "{user}/* = post", "{user}",
      ],
      grammars: [
        .user: HandleGrammar("._-", 3...15, startsWithLetter: true, notLast: "._-"), .id: .number,
      ],
      idLengths: 16...30,
      reserved: """
        accounts ads create discover download explore lens lenses login p privacy s search stories \
        terms unlock web
        """,
      serviceLabels: """
        ar businesshelp businesses eng forbusiness kit lensstudio map my my-lenses scan values
        """,
      appSchemes: ["snapchat"]))
}
