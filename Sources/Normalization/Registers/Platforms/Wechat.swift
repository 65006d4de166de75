import TakedownModel

extension PlatformEntry {
  static let wechat = PlatformEntry(
    id: "wechat", name: "WeChat", company: "tencent",
    aliases: ["Weixin", "微信", "وي شات", "وی چت"],
    hosts: ["weixin.qq.com", "wechat.com"],
    rules: PlatformRules(
      shapes: ["qr/code?username={user}", "r/{url}", "g/{url}", "s/* = post"],
      grammars: [.user: HandleGrammar("_-", 5...32)],
      serviceLabels: "kf mp pay work"))
}
