import TakedownModel

extension PlatformEntry {
  static let tiktok = PlatformEntry(
    id: "tiktok", name: "TikTok", company: "bytedance",
    aliases: [
      "Tik Tok", "TT", "Tictoc", "Tic Tok", "Tiktoc", "TikToku", "Tik Toku", "TikTok Live",
      "تيك توك", "تيكتوك", "التيك توك", "تکتاک", "تیک تاک", "تیک‌تاک", "تيك تاك", "Tóp Tóp",
    ],
    hosts: ["tiktok.com"],
    // Ids have 19 digits now, and 17 or more for years; shorter ones are taken as names.
    rules: PlatformRules(
      shapes: [
        "//vm.tiktok.com/{url}", "//vt.tiktok.com/{url}", "t/{url}", "login?redirect_url={next}",
        "link/v2?target={next}",
        "user/{id}", "video/* = post", "photo/* = post", "share/user/{id}", "share/video/* = post",
        "v/* = post", "embed/* = post",
        "{language}/@{user}/video/* = post", "{language}/@{user}/photo/* = post",
        "{language}/@{user}",
        "{user}/video/* = post", "{user}/photo/* = post", "@{user}", "/{language}", "{user}",
      ],
      grammars: [.user: HandleGrammar("._", 2...24, notLast: "."), .id: .number],
      idLengths: 17...25,
      reserved: """
        about ads business channel creators discover download embed explore following foryou friends \
        inbox legal live login messages music photo search share signup tag u upload user users video
        """,
      reservesNames: false,
      serviceLabels: """
        activity ads-partner business creatormarketplace effecthouse getstarted live-backstage \
        livecenter music newsroom seller seller-uk sf16 shop studio
        """))
}
