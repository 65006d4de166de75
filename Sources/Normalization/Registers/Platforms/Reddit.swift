import TakedownModel

extension PlatformEntry {
  static let reddit = PlatformEntry(
    id: "reddit", name: "Reddit", company: "reddit", aliases: ["ريديت", "ردیت", "Subreddit"],
    hosts: ["reddit.com", "redd.it"],
    rules: PlatformRules(
      shapes: [
        "//redd.it/* = post", "//out.reddit.com?url={next}",
        "login?dest={next}", "user/{user}/comments/* = post", "u/{user}/comments/* = post",
        "user/{user}", "u/{user}", "r/u_{user}/comments/* = post", "r/u_{user}",
        "r/{group}/comments/* = post", "r/{group}/s/* = post", "r/{group} = group",
      ],
      grammars: [.user: HandleGrammar("_-", 3...20), .group: HandleGrammar("_", 2...21)]))
}
