import TakedownModel

extension PlatformEntry {
  static let facebook = PlatformEntry(
    id: "facebook", name: "Facebook", company: "meta",
    aliases: [
      "FB", "F.B.", "Face book", "Facebook page", "Facebook group", "Facebook profile",
      "Facebook.com (Meta)", "Facebook (Meta)", "Meta Facebook", "Meta (Facebook)", "Fbook",
      "Facebok", "Fejsbuk", "Fejsbuku", "Feysbuk", "Feysbuku", "Facebooku", "Feisbuk",
      "فيسبوك", "فيس بوك", "الفيسبوك", "الفيس بوك", "فایسبوک", "فيسبوک", "فیسبوک", "فیس‌بوک",
      "فيس", "Phây búc", "Phây", "Facebook Việt Nam",
    ],
    hosts: [
      "facebook.com", "fb.com", "fb.me", "fb.watch", "m.me", "facebookcorewwwi.onion",
      "facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion",
    ],
    rules: PlatformRules(
      shapes: [
        "//fb.watch/* = post",
        "l.php?u={next}", "flx/warn?u={next}", "login?next={next}", "login.php?next={next}",
        "checkpoint?next={next}", "plugins/page.php?href={next}", "plugins/post.php?href={next}",
        "sharer?u={next}",
        "sharer.php?u={next}", "sharer/sharer.php?u={next}", "share.php?u={next}",
        "dialog/share?href={next}", "recover/initiate?next={next}", "consent?next={next}",
        "privacy/consent?next={next}", "user_cookie_choice?next={next}",
        "profile.php?id={id}", "people/*/{id}", "pages/category/*/{tail}", "pages/*/{id}",
        "p/{tail}", "profile/{id}", "page/{id}", "user/{id}", "users/{id}",
        "marketplace/profile/{id}",
        "story.php?id={id} = post", "permalink.php?id={id} = post", "photo.php?id={id} = post",
        "photo.php?fbid=* = post", "photo?fbid=* = post", "watch?v=* = post",
        "video.php?v=* = post", "reel/* = post", "marketplace/item/* = post",
        "ads/library?view_all_page_id={id}", "ads/library?id=* = advert",
        "groups/feed", "groups/discover", "groups/joins", "groups/create", "groups/search",
        "groups/notifications", "groups/category", "groups/you_should_join",
        "groups/*/user/{id}", "groups/{group}/posts/* = post",
        "groups/{group}/permalink/* = post", "groups/{group} = group", "group/{group} = group",
        "pg/{tail}", "pg/{user}/posts/* = post", "pg/{user}",
        "stories/{id}",
        "{user}/posts/* = post", "{user}/videos/* = post", "{user}/photos/* = post",
        "{user}/reel/* = post", "{user}/permalink/* = post", "{tail}", "{user}",
      ],
      grammars: [
        .user: .facebookName, .id: .number, .group: HandleGrammar("_-", 1...100, ignoring: "."),
      ],
      idLengths: 1...25,
      reserved: """
        about ads ajax app apps bookmarks business careers checkpoint dialog events events.php gaming hashtag help home \
        home.php index.php legal login me media messages notes notifications pages people plugins policy permalink photo \
        photos policies privacy public reels reg search settings share sharer.php stories terms \
        video videos watch
        """,
      serviceLabels: "adsmanager ai lookaside pixel sustainability upload wa-api",
      appSchemes: ["fb"]))
}
