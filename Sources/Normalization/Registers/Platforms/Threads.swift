import TakedownModel

extension PlatformEntry {
  static let threads = PlatformEntry(
    id: "threads", name: "Threads", company: "meta",
    aliases: ["Threads (Meta)", "Meta Threads", "Instagram Threads", "ثريدز", "تردز"],
    hosts: ["threads.net", "threads.com"],
    // A Threads name is the Instagram name, but Threads is a platform of its own.
    rules: PlatformRules(
      shapes: [
        "//l.threads.net?u={next}", "//l.threads.com?u={next}", "login?next={next}",
        "t/* = post",
        "{user}/post/* = post", "{user}",
      ],
      grammars: [.user: .instagramName],
      reserved: "activity download intent login privacy search settings share terms",
      reservesNames: false))
}
