extension PlatformEntry {
  static let tumblr = PlatformEntry(
    id: "tumblr", name: "Tumblr", company: "automattic", aliases: ["تمبلر"], hosts: ["tumblr.com"])
}
