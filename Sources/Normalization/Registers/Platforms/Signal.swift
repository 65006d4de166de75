import TakedownModel

extension PlatformEntry {
  static let signal = PlatformEntry(
    id: "signal", name: "Signal", company: "signal",
    aliases: ["سيغنال", "سيجنال", "سیگنال", "Sinjal"],
    hosts: ["signal.me"],
    rules: PlatformRules(
      shapes: ["p/{number}"], bare: [], grammars: [:], phones: .always,
      fragmentHosts: ["signal.me"]))
}
