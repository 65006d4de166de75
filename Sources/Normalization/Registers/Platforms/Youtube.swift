import TakedownModel

extension PlatformEntry {
  static let youtube = PlatformEntry(
    id: "youtube", name: "YouTube", company: "google",
    aliases: [
      "You Tube", "YT", "Youtube channel", "Google YouTube", "YouTube (Google)", "YouTube Shorts",
      "Jutub", "Jutjub", "Chaîne YouTube", "Kênh YouTube", "يوتيوب", "اليوتيوب", "يو تيوب",
      "یوتیوب",
      "یوتوب",
    ],
    hosts: ["youtube.com", "youtu.be", "youtube-nocookie.com"],
    // A channel may have a handle, a name of its own (`/c/name`, or `/name` without `@`) and an old user
    // name, and each of them may belong to another channel: they are three name spaces. A bare name
    // is a handle.
    rules: PlatformRules(
      shapes: [
        "//youtu.be/* = post", "//consent.youtube.com?continue={next}",
        "//consent.youtube.com", "redirect?q={next}", "attribution_link?u={next}",
        "signin?next={next}",
        "channel/{channel} = channel", "c/{user@c}", "user/{user@user}", "profile?user={user@user}",
        "watch?v=* = post",
        "watch/* = post", "shorts/* = post", "live/* = post", "embed/* = post", "v/* = post",
        "post/* = post", "{channel} = channel", "@{user}", "/{user@c}",
      ],
      grammars: [
        .user: HandleGrammar("_-.·", 1...100, allowsAllLetters: true),
        .channel: HandleGrammar("_-", 24...24, ignoresCase: false, prefix: "UC"),
      ],
      reserved: """
        about account ads attribution_link clip creators feed feeds gaming hashtag kids \
        live_chat music oembed playlist premium profile profile_redirector results signin source t trending upload
        """,
      reservesNames: false,
      serviceLabels: "artists cobalt creatoracademy creators img kids s studio tv upload vr"))
}
