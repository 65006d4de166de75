import TakedownModel

extension PlatformEntry {
  static let pinterest = PlatformEntry(
    id: "pinterest", name: "Pinterest", company: "pinterest",
    aliases: ["بينتيريست", "بنترست", "پینترست"],
    hosts: [
      "pinterest.com", "pinterest.co.uk", "pinterest.fr", "pinterest.de", "pinterest.es",
      "pinterest.it",
      "pinterest.se", "pinterest.ca", "pinterest.at", "pinterest.ch", "pinterest.ie",
      "pinterest.pt",
      "pinterest.dk", "pinterest.nz", "pinterest.com.au", "pinterest.com.mx", "pin.it",
    ],
    rules: PlatformRules(
      shapes: ["//pin.it/{url}", "offsite?url={next}", "pin/* = post", "{user}"],
      grammars: [.user: HandleGrammar("_-", 3...30)],
      reserved: "_ about business categories discover explore ideas login search settings today"))
}
