import TakedownModel

extension PlatformEntry {
  static let x = PlatformEntry(
    id: "x", name: "X", company: "x",
    aliases: [
      "Twitter", "X (formerly Twitter)", "X (Twitter)", "X/Twitter", "Twitter/X", "Twitter (X)",
      "Formerly Twitter", "X Corp", "X (ex-Twitter)", "X (anciennement Twitter)",
      "X (tidigare Twitter)",
      "X (eski adıyla Twitter)", "X (ish Twitter)", "X (trước đây là Twitter)", "Tuiter",
      "Twitteri",
      "تويتر", "إكس", "اكس", "إكس (تويتر سابقا)", "إكس (تويتر سابقًا)", "منصة إكس", "توییتر",
      "تويیتر",
      "توئیتر", "ایکس", "إكس (تويتر)",
    ],
    hosts: ["x.com", "twitter.com", "t.co"],
    // No name is longer than 15 characters, so 16 digits or more are an id; fewer are a name.
    rules: PlatformRules(
      shapes: [
        "//t.co/{url}", "//pic.twitter.com/* = post", "//pic.x.com/* = post",
        "account/redirect_by_id?id={id}", "i/flow/login?redirect_after_login={next}",
        "i/user/{id}", "intent/user?user_id={id}", "intent/user?screen_name={user}",
        "user?screen_name={user}", "intent/follow?screen_name={user}",
        "i/communities/{group} = group",
        "i/lists/*", "i/events/*", "i/spaces/*", "i/status/* = post", "i/web/status/* = post",
        "statuses/* = post",
        "login?redirect_after_login={next}", "i/redirect?url={next}",
        "{user}/status/* = post", "{user}/statuses/* = post", "{user}",
      ],
      grammars: [.user: HandleGrammar("_", 1...15), .id: .number, .group: .number],
      idLengths: 16...25,
      reserved: """
        about account compose download explore hashtag home i intent jobs login logout messages \
        notifications oauth privacy search settings share signup tos who_to_follow widgets
        """,
      serviceLabels:
        "abs analytics api business cards media pbs platform publish studio tweetdeck video",
      appSchemes: ["twitter"]))
}
