extension PlatformEntry {
  static let line = PlatformEntry(
    id: "line", name: "LINE", company: "ly", aliases: ["Line Messenger", "LINE app"],
    hosts: ["line.me", "lin.ee"])
}
