import TakedownModel

extension PlatformEntry {
  static let viber = PlatformEntry(
    id: "viber", name: "Viber", company: "rakuten",
    aliases: ["Vajber", "Rakuten Viber", "فايبر", "وایبر"],
    hosts: ["viber.com", "viber.click", "vb.me"],
    rules: PlatformRules(
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
      phones: .always, appSchemes: ["viber"]))
}
