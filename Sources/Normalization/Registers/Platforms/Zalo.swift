import TakedownModel

extension PlatformEntry {
  static let zalo = PlatformEntry(
    id: "zalo", name: "Zalo", company: "vng", aliases: ["Zalo Việt Nam", "زالو"],
    hosts: ["zalo.me", "zaloapp.com"],
    // National numbers in Zalo's own addresses are Vietnamese; longer ones are ids.
    rules: PlatformRules(
      shapes: ["g/{invite} = group", "s/{user}", "{user}"],
      grammars: [
        .user: HandleGrammar("._-", 3...60, notFirst: ".", notLast: "."), .id: .number,
        .invite: .code,
      ],
      idLengths: 15...25, reserved: "download login me pc", serviceLabels: "chat id oa stc",
      phones: .always, urlCountry: "VN"))
}
