import TakedownModel

extension PlatformEntry {
  static let whatsapp = PlatformEntry(
    id: "whatsapp", name: "WhatsApp", company: "meta",
    aliases: [
      "WA", "Whats app", "What's App", "WhatsApp (Meta)", "WhatsApp Business", "WhatsApp group",
      "Whatsap", "Watsapp", "Watsap", "Whatsup", "Uatsap", "Vatsap", "واتساب", "واتس اب",
      "واتس آب",
      "واتس", "الواتساب", "الواتس", "واتس‌اپ", "واتساپ", "واتس اپ",
    ],
    hosts: ["whatsapp.com", "wa.me", "whatsapp.net"],
    rules: PlatformRules(
      shapes: [
        "//chat.whatsapp.com/invite/{invite} = group", "//chat.whatsapp.com/{invite} = group",
        "//wa.me/c/{number}", "//wa.me/message/{url}", "//wa.me/qr/{url}", "//wa.me/p/*/{number}",
        "//wa.me/{number}", "catalog/{number}",
        "send?phone={number}", "channel/{channel}/* = post", "channel/{channel} = channel",
      ],
      bare: [], grammars: [.invite: .code, .channel: .code], phones: .always,
      appSchemes: ["whatsapp"]))
}
