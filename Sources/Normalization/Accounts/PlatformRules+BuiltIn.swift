import TakedownModel

extension PlatformRules {
  /// The rules by platform id; a platform without any takes every text and URL as it stands.
  static let builtIn: [String: PlatformRules] = [
    "bluesky": bluesky, "discord": discord, "facebook": facebook, "instagram": instagram,
    "linkedin": linkedin, "mastodon": mastodon, "messenger": messenger, "ok": ok,
    "pinterest": pinterest, "reddit": reddit, "signal": signal, "snapchat": snapchat,
    "telegram": telegram, "threads": threads, "tiktok": tiktok, "viber": viber, "vk": vk,
    "whatsapp": whatsapp, "x": x, "youtube": youtube, "zalo": zalo,
  ]

  /// Codes in invitation links, whose case counts.
  private static let code = HandleGrammar("_-", 4...64, ignoresCase: false)
  private static let number = HandleGrammar.digits(1...30)

  // The full stops of a name are ignored, and names of old pages hold hyphens and underscores. All
  // digits are an id: no name is made of digits alone.
  private static let facebookName = HandleGrammar("_-", 3...80, ignoring: ".")

  private static let facebook = PlatformRules(
    shapes: [
      "//fb.watch/* = post",
      "l.php?u={next}", "flx/warn?u={next}", "login?next={next}", "login.php?next={next}",
      "checkpoint?next={next}", "plugins/page.php?href={next}", "sharer?u={next}",
      "profile.php?id={id}", "people/*/{id}", "pages/category/*/{tail}", "pages/*/{id}",
      "p/{tail}", "profile/{id}", "page/{id}", "marketplace/profile/{id}",
      "story.php?id={id} = post", "permalink.php?id={id} = post", "photo.php?id={id} = post",
      "photo.php?fbid=* = post", "photo?fbid=* = post", "watch?v=* = post",
      "video.php?v=* = post", "reel/* = post", "marketplace/item/* = post",
      "ads/library?view_all_page_id={id}", "ads/library?id=* = advert",
      "groups/*/user/{id}", "groups/{group}/posts/* = post",
      "groups/{group}/permalink/* = post", "groups/{group} = group", "group/{group} = group",
      "pg/{tail}", "pg/{user}/posts/* = post", "pg/{user}",
      "stories/{id}",
      "{user}/posts/* = post", "{user}/videos/* = post", "{user}/photos/* = post",
      "{user}/reel/* = post", "{user}/permalink/* = post", "{tail}", "{user}",
    ],
    grammars: [
      .user: facebookName, .id: number, .group: HandleGrammar("_-", 1...100, ignoring: "."),
    ],
    idLengths: 1...25,
    reserved: """
      about ads app apps bookmarks business careers events events.php gaming hashtag help home \
      home.php index.php legal me media messages notifications pages people permalink photo \
      photos policies privacy public reels reg search settings share sharer.php stories terms \
      video videos watch
      """)

  private static let messenger = PlatformRules(
    shapes: ["l.php?u={next}", "login?next={next}", "j/{invite}", "t/{user}", "{user}"],
    grammars: [.user: facebookName, .id: number, .invite: code], idLengths: 1...25,
    reserved: "about archived desktop features help login marketplace new privacy requests terms")

  private static let instagram = PlatformRules(
    shapes: [
      "//l.instagram.com?u={next}", "//ig.me/m/{user}", "accounts/login?next={next}",
      "stories/highlights/* = post", "stories/{user}/* = post", "stories/{user}", "_u/{user}",
      "p/* = post", "reel/* = post", "reels/* = post", "tv/* = post",
      "{user}/p/* = post", "{user}/reel/* = post", "{user}/tv/* = post", "{user}",
    ],
    grammars: [.user: HandleGrammar("._", 1...30, allowsEdgeDots: false)],
    reserved: """
      about accounts api audio challenge create developer direct directory emails explore \
      graphql legal oauth popular press privacy s share stories terms web
      """)

  // A Threads name is the Instagram name, but Threads is a platform of its own.
  private static let threads = PlatformRules(
    shapes: [
      "//l.threads.net?u={next}", "//l.threads.com?u={next}", "t/* = post",
      "{user}/post/* = post", "{user}",
    ],
    grammars: [.user: HandleGrammar("._", 1...30, allowsEdgeDots: false)],
    reserved: "activity download intent login privacy search settings share terms",
    reservesNames: false)

  // Ids have 19 digits now, and 17 or more for years; shorter ones are taken as names.
  private static let tiktok = PlatformRules(
    shapes: [
      "//vm.tiktok.com/{url}", "//vt.tiktok.com/{url}", "t/{url}", "login?redirect_url={next}",
      "share/user/{id}", "share/video/* = post", "v/* = post", "embed/* = post",
      "{user}/video/* = post", "{user}/photo/* = post", "{user}",
    ],
    grammars: [.user: HandleGrammar("._", 2...24, allowsEdgeDots: false), .id: number],
    idLengths: 17...25,
    reserved: """
      about ads business channel creators discover download embed explore following foryou friends \
      inbox legal live login messages music search share signup tag upload
      """,
    reservesNames: false)

  // No name is longer than 15 characters, so 16 digits or more are an id; fewer are a name.
  private static let x = PlatformRules(
    shapes: [
      "//t.co/{url}",
      "i/user/{id}", "intent/user?user_id={id}", "intent/user?screen_name={user}",
      "intent/follow?screen_name={user}", "i/communities/{group} = group",
      "i/status/* = post", "i/web/status/* = post", "statuses/* = post",
      "login?redirect_after_login={next}",
      "{user}/status/* = post", "{user}/statuses/* = post", "{user}",
    ],
    grammars: [.user: HandleGrammar("_", 1...15), .id: number, .group: number],
    idLengths: 16...25,
    reserved: """
      about account compose download explore hashtag home i intent jobs login logout messages \
      notifications oauth privacy search settings share signup tos who_to_follow widgets
      """)

  private static let youtube = PlatformRules(
    shapes: [
      "//youtu.be/* = post", "redirect?q={next}",
      "channel/{channel} = channel", "c/{user}", "user/{user}", "watch?v=* = post",
      "watch/* = post", "shorts/* = post", "live/* = post", "embed/* = post", "v/* = post",
      "post/* = post", "{channel} = channel", "{user}",
    ],
    grammars: [
      .user: HandleGrammar("_-.", 1...100, allowsAllLetters: true),
      .channel: HandleGrammar("_-", 24...24, ignoresCase: false, prefix: "UC"),
    ],
    reserved: """
      about account ads attribution_link clip creators feed feeds gaming hashtag kids \
      live_chat music oembed playlist premium results signin t trending upload
      """,
    reservesNames: false)

  // Users and channels are numbered apart, so a channel's number is of kind `channel`. The Bot API
  // writes -100 before it, and - before the number of a small group.
  private static let telegram = PlatformRules(
    shapes: [
      "resolve?domain={user}", "resolve?phone={number}", "join?invite={invite}",
      "user?id={id}", "im?p={user}", "iv?url={next}",
      "joinchat/{invite}", "+{number}", "+{invite}", "c/{channel}/* = post",
      "c/{channel} = channel", "s/{user}/* = post", "s/{user}", "boost/{user}",
      "-100{channel} = channel", "-{group} = group", "{user}/* = post", "{user}",
    ],
    grammars: [
      .user: HandleGrammar("_", 4...32, startsWithLetter: true), .id: number,
      .channel: .digits(5...20), .group: .digits(1...20), .invite: code,
    ],
    idLengths: 1...25,
    reserved: """
      a addemoji addlist addstickers addtheme apps bg blog confirmphone contact dl faq giftcode \
      invoice k login m privacy proxy setlanguage share socks tos z
      """,
    phones: .withPlus, fragmentHosts: ["web.telegram.org"], subdomains: .names(of: "t.me"))

  private static let whatsapp = PlatformRules(
    shapes: [
      "//chat.whatsapp.com/invite/{invite} = group", "//chat.whatsapp.com/{invite} = group",
      "//wa.me/c/{number}", "//wa.me/message/{url}", "//wa.me/qr/{url}", "//wa.me/{number}",
      "send?phone={number}", "channel/{channel}/* = post", "channel/{channel} = channel",
    ],
    bare: [], grammars: [.invite: code, .channel: code], phones: .always)

  private static let snapchat = PlatformRules(
    shapes: [
      "t/{url}", "add/{user}", "story/* = post", "spotlight/* = post", "{user}/* = post", "{user}",
    ],
    grammars: [
      .user: HandleGrammar("._-", 3...15, startsWithLetter: true), .id: number,
    ],
    idLengths: 16...30,
    reserved: """
      accounts ads create discover download explore lens lenses login p privacy s search stories \
      terms unlock web
      """)

  private static let reddit = PlatformRules(
    shapes: [
      "//redd.it/* = post", "user/{user}/comments/* = post", "u/{user}/comments/* = post",
      "user/{user}", "u/{user}", "r/{group}/comments/* = post", "r/{group} = group",
    ],
    grammars: [.user: HandleGrammar("_-", 3...20), .group: HandleGrammar("_", 2...21)])

  private static let vk = PlatformRules(
    shapes: [
      "away.php?to={next}", "//vk.cc/{url}", "wall-{group}_* = post", "wall{id}_* = post",
      "video-{group}_* = post", "photo-{group}_* = post", "photo{id}_* = post",
      "video{id}_* = post", "id{id}", "club{group} = group", "public{group} = group",
      "event{group} = group", "-{group} = group", "write{id}", "write-{group} = group", "{user}",
    ],
    grammars: [
      .user: HandleGrammar("_.", 2...32, allowsEdgeDots: false), .id: number, .group: number,
    ],
    idLengths: 1...25,
    reserved: """
      about ads apps audio docs feed friends groups im join login market mail photos search \
      settings share.php video
      """)

  private static let ok = PlatformRules(
    shapes: [
      "profile/{id}/statuses/* = post", "profile/{id}", "group/{group}/topic/* = post",
      "group/{group} = group", "video/* = post", "live/* = post", "{user}/topic/* = post", "{user}",
    ],
    grammars: [
      .user: HandleGrammar("._-", 2...60, allowsEdgeDots: false), .id: number, .group: number,
    ],
    idLengths: 1...25, reserved: "dk feed games groups market messages music search settings")

  // National numbers in Zalo's own addresses are Vietnamese; longer ones are ids.
  private static let zalo = PlatformRules(
    shapes: ["g/{invite} = group", "s/{user}", "{user}"],
    grammars: [
      .user: HandleGrammar("._-", 3...60, allowsEdgeDots: false), .id: number, .invite: code,
    ],
    idLengths: 15...25, reserved: "download login me pc", phones: .always, urlCountry: "VN")

  private static let viber = PlatformRules(
    shapes: [
      "//invite.viber.com?g2={invite}", "//invite.viber.com?g={invite}",
      "//chats.viber.com/{channel} = channel", "//viber.click/{number}", "//vb.me/{url}",
      "chat?number={number}", "add?number={number}", "contact?number={number}",
      "pa?chaturi={channel} = channel",
    ],
    bare: [],
    grammars: [
      .channel: HandleGrammar("_-.", 2...64),
      .invite: HandleGrammar("_-+%/=", 4...200, ignoresCase: false),
    ],
    phones: .always)

  private static let signal = PlatformRules(
    shapes: ["p/{number}"], bare: [], grammars: [:], phones: .always,
    fragmentHosts: ["signal.me"])

  private static let discord = PlatformRules(
    shapes: [
      "//discord.gg/{invite} = group", "invite/{invite} = group", "users/{id}",
      "channels/{group}/*/* = post", "channels/{group} = group",
    ],
    grammars: [
      .user: HandleGrammar("_.", 2...32, allowsEdgeDots: false), .id: number, .group: number,
      .invite: HandleGrammar("_-", 2...64, ignoresCase: false),
    ],
    idLengths: 17...20, reservesNames: false)

  // Members, companies and groups have names apart; a company's is of kind `channel`.
  private static let linkedin = PlatformRules(
    shapes: [
      "//lnkd.in/{url}", "redir/redirect?url={next}", "in/{user}", "company/{channel} = page",
      "school/{channel} = page", "showcase/{channel} = page", "groups/{group} = group",
      "posts/{user}_* = post", "feed/* = post",
    ],
    grammars: [
      .user: HandleGrammar("-_", 3...100, allowsAllLetters: true),
      .channel: HandleGrammar("-_", 1...100, allowsAllLetters: true), .group: number,
    ],
    reservesNames: false)

  private static let pinterest = PlatformRules(
    shapes: ["//pin.it/{url}", "pin/* = post", "{user}"],
    grammars: [.user: HandleGrammar("_-", 3...30)],
    reserved: "_ about business categories discover explore ideas login search settings today")

  // A handle is a domain name, so one without a full stop is none.
  private static let bluesky = PlatformRules(
    shapes: [
      "profile/{id}/post/* = post", "profile/{id}", "profile/{user}/post/* = post",
      "profile/{user}", "{user}",
    ],
    bare: ["{id}", "{user}"],
    grammars: [
      .user: HandleGrammar(".-", 4...253, allowsEdgeDots: false, requires: "."),
      .id: HandleGrammar(":._-", 10...100, ignoresCase: false, prefix: "did:"),
    ],
    reservesNames: false, subdomains: .accounts(of: "bsky.social"))

  private static let mastodon = PlatformRules(
    shapes: [
      "users/{user}/statuses/* = post", "users/{user}", "web/{user}", "{user}/* = post", "{user}",
    ],
    grammars: [.user: HandleGrammar("_.-@", 3...200, allowsEdgeDots: false, requires: "@")],
    reserved: "about auth explore home public privacy-policy settings tags web", addsHost: true)
}
