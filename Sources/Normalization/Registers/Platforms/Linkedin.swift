import TakedownModel

extension PlatformEntry {
  static let linkedin = PlatformEntry(
    id: "linkedin", name: "LinkedIn", company: "microsoft",
    aliases: ["Linked In", "لينكد إن", "لينكدإن", "لينكدان", "لینکدین"],
    hosts: ["linkedin.com", "lnkd.in"],
    // Members, companies and groups have names apart; a company's is of kind `channel`.
    rules: PlatformRules(
      shapes: [
        "//lnkd.in/{url}", "redir/redirect?url={next}", "authwall?sessionRedirect={next}",
        "safety/go?url={next}", "uas/login?session_redirect={next}", "in/{user}",
        "mwlite/in/{user}",
        "mwlite/company/{channel} = page", "pub/*/*/*/{url}", "company/{channel} = page",
        "school/{channel} = page", "showcase/{channel} = page", "groups/{group} = group",
        "posts/{user}_* = post", "feed/* = post",
      ],
      grammars: [
        .user: HandleGrammar("-_", 3...100, allowsAllLetters: true),
        .channel: HandleGrammar("-_.&'–", 1...100, allowsAllLetters: true), .group: .number,
      ],
      reservesNames: false))
}
