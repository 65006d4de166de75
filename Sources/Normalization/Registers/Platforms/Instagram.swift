import TakedownModel

extension PlatformEntry {
  static let instagram = PlatformEntry(
    id: "instagram", name: "Instagram", company: "meta",
    aliases: [
      "Insta", "IG", "Instagram (Meta)", "Meta Instagram", "Instagramm", "Instagrami",
      "Instegram",
      "انستغرام", "إنستغرام", "انستقرام", "إنستقرام", "انستجرام", "إنستجرام", "انستا", "إنستا",
      "انستگرام", "اینستاگرام", "اينستاگرام", "اینستا",
    ],
    hosts: ["instagram.com", "instagr.am", "ig.me"],
    rules: PlatformRules(
      shapes: [
        "//l.instagram.com?u={next}", "//ig.me/m/{user}", "accounts/login?next={next}",
        "accounts/suspended?next={next}", "challenge?next={next}", "consent?next={next}",
        "stories/highlights/* = post", "stories/{user}/* = post", "stories/{user}",
        "user?username={user}", "_u/{user}",
        "p/* = post", "reel/* = post", "reels/* = post", "tv/* = post",
        "{user}/p/* = post", "{user}/reel/* = post", "{user}/tv/* = post", "{user}",
      ],
      grammars: [.user: .instagramName],
      reserved: """
        about accounts api audio challenge consent create developer direct directory emails explore \
        graphql invites legal lite nametag oauth popular press privacy s share stories terms web
        """,
      serviceLabels: "business creators",
      appSchemes: ["instagram"]))
}
