package import TakedownModel

extension PlatformEntry {
  /// The platforms that the register knows unless `pipeline.json` says otherwise, sorted by id.
  ///
  /// Spellings are those of logs in English, French, Arabic, Persian, Vietnamese, Albanian, Swedish
  /// and Turkish, where they differ by more than case, spaces and punctuation.
  package static let builtIn: [PlatformEntry] = [
    bluesky, discord, facebook, imo, instagram, line, linkedin, mastodon, messenger, ok, pinterest,
    reddit, signal, snapchat, telegram, threads, tiktok, tumblr, twitch, viber, vk, wechat,
    whatsapp, x, youtube, zalo,
  ]
}

extension Platform {
  /// The platforms of `PlatformEntry.builtIn`.
  package static let builtIn: [Platform] = PlatformEntry.builtIn.map(\.platform)
}
