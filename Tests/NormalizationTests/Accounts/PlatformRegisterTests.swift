import TakedownModel
import Testing

@testable import Normalization

struct PlatformRegisterTests {
  private let register = PlatformRegister(Platform.builtIn)

  @Test(arguments: [
    ("X", "x"), ("Twitter", "x"), ("x.com", "x"), ("X (formerly Twitter)", "x"), ("𝕏", "x"),
    ("تويتر", "x"), ("FB", "facebook"), ("Face-book", "facebook"), ("فيسبوك", "facebook"),
    ("www.facebook.com", "facebook"), ("Tik Tok", "tiktok"), ("TIK_TOK", "tiktok"),
    ("تيك توك", "tiktok"), ("تلغرام", "telegram"), ("تلگرام", "telegram"), ("t.me", "telegram"),
    ("واتساب", "whatsapp"), ("What's App", "whatsapp"), ("What’s App", "whatsapp"),
    ("انستغرام", "instagram"), ("Insta", "instagram"), ("IG", "instagram"), ("يوتيوب", "youtube"),
    ("You Tube", "youtube"), ("سناب شات", "snapchat"), ("\u{200F}Snapchat\u{200E}", "snapchat"),
    ("ＦＡＣＥＢＯＯＫ", "facebook"), ("Chaîne YouTube", "youtube"),
    ("Chai\u{302}ne YouTube", "youtube"),
  ])
  func `a spelling names its platform`(spelling: String, id: String) throws {
    #expect(register.lookup(spelling: spelling) == register.index(ofID: id))
    try #require(register.index(ofID: id) != nil)
  }

  @Test(arguments: ["", "?", "Facebok2", "dropbox.com", "xx", "N/A"])
  func `a spelling that is not listed names nothing`(spelling: String) {
    #expect(register.lookup(spelling: spelling) == nil)
  }

  @Test(arguments: [
    ("facebook.com", "facebook"), ("fr-fr.facebook.com", "facebook"), ("X.com", "x"),
    ("mobile.twitter.com.", "x"), ("www.youtube.com:443", "youtube"), ("vm.tiktok.com", "tiktok"),
  ])
  func `a host or one below it names its platform`(host: String, id: String) {
    #expect(register.lookup(host: host) == register.index(ofID: id))
  }

  @Test(arguments: ["dropbox.com", "notfacebook.com", "facebook.com.evil.example", "com", "", "."])
  func `a host that only looks like one names nothing`(host: String) {
    #expect(register.lookup(host: host) == nil)
  }

  @Test
  func `no spelling and no host belongs to two platforms`() {
    var owners: [String: String] = [:]
    for platform in Platform.builtIn {
      for spelling in Set(([platform.id, platform.name] + platform.aliases).map(foldedSpelling)) {
        #expect(owners[spelling] == nil, "\(spelling) of \(platform.id)")
        #expect(!spelling.isEmpty)
        owners[spelling] = platform.id
      }
      for host in platform.hosts {
        #expect(register.lookup(host: host) == register.index(ofID: platform.id))
      }
    }
    #expect(Platform.builtIn.map(\.id) == Platform.builtIn.map(\.id).sorted())
  }

  @Test
  func `an extra entry replaces the one with its id, and its spellings win`() {
    let extra = [
      Platform(id: "x", name: "X", company: "x", aliases: ["Xitter"]),
      Platform(id: "chirp", name: "Chirp", company: "chirp", aliases: ["Twitter", "FB"]),
    ]
    let register = PlatformRegister(Platform.builtIn, extra: extra)
    #expect(register.platforms.count == Platform.builtIn.count + 1)
    #expect(register.platforms.map(\.id) == register.platforms.map(\.id).sorted())
    #expect(register.lookup(spelling: "xitter") == register.index(ofID: "x"))
    #expect(register.lookup(spelling: "twitter") == register.index(ofID: "chirp"))
    #expect(register.lookup(spelling: "FB") == register.index(ofID: "chirp"))
    #expect(register.lookup(host: "twitter.com") == nil)
  }

  @Test
  func `what is added to a platform leaves the rest of its rules`() {
    var changes = PlatformChanges()
    changes.reserved = ["lobby"]
    let added = PlatformRules(PlatformEntry.telegram.rules, changes)
    #expect(added.reserved.contains("lobby") && added.reserved.contains("login"))
    #expect(!added.hasSections && added.fragmentHosts == ["web.telegram.org"])
  }

  @Test(arguments: [
    ("Facebbok", ["facebook"]), ("Telegarm", ["telegram"]), ("Whatsaap", ["whatsapp"]),
    ("Sbapchat", ["snapchat"]), ("q", []), ("", []), ("completely different", []),
  ])
  func `suggestions are the platforms that are spelt most like it`(spelling: String, ids: [String])
  {
    #expect(register.suggestions(for: spelling) == ids)
  }

  @Test(arguments: ["X (formerly Twitter)", "ﬁ…É", "Straße", "ΣΊΣΥΦΟΣ", "\u{200F}سناب شات", "İI"])
  func `folding twice changes nothing more`(spelling: String) {
    let folded = foldedSpelling(spelling)
    #expect(foldedSpelling(folded) == folded)
    #expect(!folded.contains(" "))
  }
}
