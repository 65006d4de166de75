extension PlatformEntry {
  static let imo = PlatformEntry(
    id: "imo", name: "imo", company: "pagebites",
    aliases: ["imo.im", "imo messenger", "إيمو", "ایمو"],
    hosts: ["imo.im"])
}
