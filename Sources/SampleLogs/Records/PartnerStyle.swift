/// What sets the rows of one agency apart before they are written.
struct PartnerStyle: Sendable {
  /// Languages of the adverts, the frequent ones repeated.
  let languages: [String]
  let notes: [String]
  /// Some platform names are in Arabic script.
  var writesArabic = false
  /// Every row is an account; posts are kept elsewhere.
  var logsAccountsOnly = false

  static let british = PartnerStyle(
    languages: ["en", "ku", "sq", "vi", "ar", "fa", "ps"],
    notes: [
      "Seen in sweep, same advert as earlier", "Advert reads \"next week, good price\"",
      "Two lines:\nfirst contact by message,\nthen a phone number",
      "Linked to earlier referral", "Video of a boat, caption in Kurdish", "Text only",
      "Re-referred, \"no violation\" at first", "Story highlights, archived",
    ])

  static let american = PartnerStyle(
    languages: ["es", "es", "en", "pt", "zh", ""],
    notes: ["Tip line", "Partner lead, see case file", "Caption: \"papers included\""])

  static let albanian = PartnerStyle(
    languages: ["sq", "sq", "sq", "en", "it"],
    notes: ["Njoftim për udhëtim me kamion", "Çmim & datë në përshkrim", "Kërkesë e përsëritur"])

  static let swedish = PartnerStyle(
    languages: ["sv", "ar", "fa", "so", ""],
    notes: ["Anmält igen; samma text", "Bild på båt", "Kontakt via \"meddelande\""],
    logsAccountsOnly: true)

  static let tunisian = PartnerStyle(
    languages: ["ar", "ar", "fr"],
    notes: ["Annonce répétée", "إعلان عن رحلة", "Prix & date affichés", "Vidéo d’un départ"],
    writesArabic: true)

  static let vietnamese = PartnerStyle(
    languages: ["vi", "vi", "vi", "en"],
    notes: ["Bài đăng lặp lại", "Quảng cáo \"giá rẻ\"", "Đã báo cáo trước đó"])
}
