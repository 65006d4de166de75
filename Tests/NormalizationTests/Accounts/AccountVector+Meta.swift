extension AccountVector {
  /// Facebook, Messenger, Instagram, Threads, WhatsApp.
  static let meta: [AccountVector] = [
    // Ids of Facebook.
    .init(
      "facebook", "https://www.facebook.com/profile.php?id=100089602000001",
      "facebook id 100089602000001"),
    .init(
      "facebook", "https://m.facebook.com/profile.php?id=100089602000001&mibextid=ZbWKwL",
      "facebook id 100089602000001"),
    .init(
      "facebook", "facebook.com/profile.php?sk=about&id=100089602000001",
      "facebook id 100089602000001"),
    .init("facebook", "https://www.facebook.com/100089602000001/", "facebook id 100089602000001"),
    .init(
      "facebook", "https://www.facebook.com/people/Sample-Name/100089602000001/",
      "facebook id 100089602000001"),
    .init(
      "facebook", "https://www.facebook.com/people/_/100089602000001", "facebook id 100089602000001"
    ),
    .init(
      "facebook", "https://www.facebook.com/people/T%C3%AAn-M%E1%BA%ABu/100089602000001",
      "facebook id 100089602000001"),
    .init("facebook", "profile.php?id=100089602000001", "facebook id 100089602000001"),
    .init("facebook", "100089602000001", "facebook id 100089602000001"),
    .init("facebook", "100089602000001.0", "facebook id 100089602000001"),
    .init("facebook", "'100089602000001", "facebook id 100089602000001"),
    .init("facebook", "=\"100089602000001\"", "facebook id 100089602000001"),
    .init("facebook", "١٠٠٠٨٩٦٠٢٠٠٠٠٠١", "facebook id 100089602000001"),
    .init("facebook", "0012345678", "facebook id 0012345678"),
    .init("facebook", "facebook:id:100089602000001", "facebook id 100089602000001"),
    .init(
      "facebook", "https://www.facebook.com/pages/Sample-Page/123456789012345",
      "facebook id 123456789012345"),
    .init(
      "facebook", "https://www.facebook.com/pages/category/Travel/Sample-Page-123456789012345/",
      "facebook id 123456789012345"),
    .init(
      "facebook", "https://www.facebook.com/p/Sample-Page-100089602000001/",
      "facebook id 100089602000001"),
    .init(
      "facebook", "https://www.facebook.com/Sample-Page-123456789012345/",
      "facebook id 123456789012345"),
    .init(
      "facebook", "https://m.facebook.com/story.php?story_fbid=pfbid0a&id=100089602000001",
      "facebook id 100089602000001 [post]"),
    .init(
      "facebook", "https://www.facebook.com/permalink.php?story_fbid=1&id=100089602000001",
      "facebook id 100089602000001 [post]"),
    .init(
      "facebook", "https://www.facebook.com/100089602000001/posts/122",
      "facebook id 100089602000001 [post]"),
    .init(
      "facebook", "https://www.facebook.com/groups/123456/user/100089602000001/",
      "facebook id 100089602000001"),
    .init(
      "facebook", "https://www.facebook.com/marketplace/profile/100089602000001/",
      "facebook id 100089602000001"),
    .init("facebook", "fb://profile/100089602000001", "facebook id 100089602000001"),
    .init(
      "facebook",
      "https://www.facebook.com/ads/library/?active_status=all&view_all_page_id=123456789012345",
      "facebook id 123456789012345"),
    // Names of Facebook.
    .init("facebook", "https://fb.com/sample.page", "facebook user samplepage"),
    .init(
      "facebook", "https://www.facebook.com/sample.page/?locale=vi_VN", "facebook user samplepage"),
    .init(
      "facebook", "https://web.facebook.com/SamplePage?_rdc=1&_rdr", "facebook user samplepage"),
    .init("facebook", "https://www.facebook.com/pg/sample.page/posts", "facebook user samplepage"),
    .init(
      "facebook",
      "https://www.facebook.com/login/?next=https%3A%2F%2Fwww.facebook.com%2Fsample.page",
      "facebook user samplepage"),
    .init("facebook", "https://fb.me/sample.page", "facebook user samplepage"),
    .init("facebook", "https://m.me/sample.page", "facebook user samplepage"),
    .init(
      "facebook", "https://www.facebook.com/sample.page/posts/pfbid02abc",
      "facebook user samplepage [post]"),
    .init(
      "facebook", "https://www.facebook.com/sample.page/videos/123/",
      "facebook user samplepage [post]"),
    .init(
      "facebook", "https://www.facebook.com/sample.page/photos/a.1/2",
      "facebook user samplepage [post]"),
    .init("facebook", "https://facebookcorewwwi.onion/sample.page", "facebook user samplepage"),
    .init("facebook", "https://mbasic.facebook.com/sample.page", "facebook user samplepage"),
    .init("facebook", "https://fr-fr.facebook.com/sample.page", "facebook user samplepage"),
    .init("facebook", "HTTPS://WWW.FACEBOOK.COM/Sample.Page", "facebook user samplepage"),
    .init("facebook", "http://facebook.com:80/sample.page", "facebook user samplepage"),
    .init("facebook", "https://user:pass@facebook.com/sample.page", "facebook user samplepage"),
    .init("facebook", "//facebook.com/sample.page", "facebook user samplepage"),
    .init("facebook", "https://www.facebook.com//sample.page//", "facebook user samplepage"),
    .init("facebook", "https://www.facebook.com/sample%2Epage#about", "facebook user samplepage"),
    .init("facebook", "https://www.facebook.com/#!/sample.page", "facebook user samplepage"),
    .init("facebook", "hxxps://www[.]facebook[.]com/sample.page", "facebook user samplepage"),
    .init("facebook", "<https://www.facebook.com/sample.page>", "facebook user samplepage"),
    .init("facebook", "\u{201C}@John.Smith.9\u{201D}", "facebook user johnsmith9"),
    .init("facebook", "john.smith.9", "facebook user johnsmith9"),
    .init("facebook", "JOHNSMITH9\u{200B}", "facebook user johnsmith9"),
    .init("facebook", "\u{202A}johnsmith9\u{202C}", "facebook user johnsmith9"),
    .init("facebook", "sample_nfc", "facebook user sample_nfc"),
    .init("facebook", "sample.page?mibextid=ZbWKwL", "facebook user samplepage"),
    .init("facebook", "FB: sample.page", "facebook user samplepage"),
    .init("facebook", "@unknown", "facebook user unknown"),
    .init("-", "facebook.com/sample.page", "facebook user samplepage"),
    .init("-", "Facebook: sample.page", "facebook user samplepage"),
    // Groups of Facebook.
    .init("facebook", "https://www.facebook.com/groups/123456", "facebook group 123456 [group]"),
    .init(
      "facebook", "https://www.facebook.com/groups/Sample.Group/",
      "facebook group samplegroup [group]"),
    .init(
      "facebook", "https://www.facebook.com/groups/123456/posts/789", "facebook group 123456 [post]"
    ),
    .init(
      "facebook", "https://www.facebook.com/groups/123456/permalink/789/",
      "facebook group 123456 [post]"),
    .init("facebook", "groups/123456", "facebook group 123456 [group]"),
    .init("facebook", "facebook:group:123456", "facebook group 123456"),
    // Nothing that names an account.
    .init("facebook", "https://www.facebook.com/profile.php", "facebook no-account"),
    .init("facebook", "https://www.facebook.com/share/AbCdEf123/", "facebook no-account"),
    .init("facebook", "https://www.facebook.com/", "facebook no-account"),
    .init("facebook", "facebook.com", "facebook no-account"),
    .init("facebook", "https://www.facebook.com/hashtag/sample", "facebook no-account"),
    .init("facebook", "https://www.facebook.com/reel/123", "facebook no-account [post]"),
    .init("facebook", "https://fb.watch/abc123/", "facebook no-account [post]"),
    .init("facebook", "https://www.facebook.com/watch/?v=123", "facebook no-account [post]"),
    .init(
      "facebook", "https://www.facebook.com/ads/library/?id=123", "facebook no-account [advert]"),
    .init("facebook", "John Smith", "facebook no-account"),
    .init("facebook", "ab", "facebook no-account"),
    .init("facebook", "123.456", "facebook no-account"),
    .init("facebook", "Facebook", "facebook no-account"),
    .init("facebook", "", "facebook no-account"),
    .init("facebook", " \u{200E} ", "facebook no-account"),
    .init("facebook", "n/a", "facebook no-account"),
    .init("facebook", "N/A", "facebook no-account"),
    .init("facebook", "Unknown", "facebook no-account"),
    .init("facebook", "-", "facebook no-account"),
    .init("facebook", "?", "facebook no-account"),
    .init("facebook", "1.00014E+14", "facebook damaged-id"),
    .init("facebook", "1,00014E+14", "facebook damaged-id"),
    .init("facebook", "1E+14", "facebook damaged-id"),
    .init("facebook", "1.00013648514234e14", "facebook damaged-id"),
    .init("facebook", "https://www.facebook.com/profile.php?id=1.00014E+14", "facebook damaged-id"),
    .init("facebook", "100089602000001234.0", "facebook damaged-id"),
    // Other hosts.
    .init(
      "facebook", "https://l.facebook.com/l.php?u=https%3A%2F%2Ft.me%2Fsample_kanal",
      "telegram user sample_kanal !"),
    .init("facebook", "https://t.me/sample_kanal", "telegram user sample_kanal !"),
    .init("facebook", "https://notfacebook.com/sample", "facebook url notfacebook.com/sample"),
    .init(
      "facebook", "https://facebook.com.evil.example/sample",
      "facebook url facebook.com.evil.example/sample"),
    .init(
      "facebook", "https://facebook.com@evil.example/sample", "facebook url evil.example/sample"),
    .init("facebook", "https://bit.ly/AbC?x=1#y", "facebook url bit.ly/AbC"),
    // Messenger.
    .init("messenger", "https://www.messenger.com/t/Sample.Page", "messenger user samplepage"),
    .init(
      "messenger", "https://www.messenger.com/t/100089602000001/", "messenger id 100089602000001"),
    .init("messenger", "Sample.Page", "messenger user samplepage"),
    // Instagram.
    .init(
      "instagram", "https://www.instagram.com/Sample.User_1/?hl=en", "instagram user sample.user_1"),
    .init("instagram", "@Sample.User_1", "instagram user sample.user_1"),
    .init("instagram", "sampleuser_1", "instagram user sampleuser_1"),
    .init("instagram", "instagr.am/sample", "instagram user sample"),
    .init("instagram", "https://instagram.com/_u/sample", "instagram user sample"),
    .init(
      "instagram", "https://www.instagram.com/stories/sample/3141/", "instagram user sample [post]"),
    .init("instagram", "https://www.instagram.com/sample/p/CxYz/", "instagram user sample [post]"),
    .init(
      "instagram", "https://www.instagram.com/sample/reel/CxYz/", "instagram user sample [post]"),
    .init("instagram", "https://www.instagram.com/p/CxYz/", "instagram no-account [post]"),
    .init(
      "instagram", "https://www.instagram.com/reel/CxYz/?igsh=1", "instagram no-account [post]"),
    .init("instagram", "https://www.instagram.com/explore/tags/sample/", "instagram no-account"),
    .init(
      "instagram", "https://www.instagram.com/accounts/login/?next=/sample/",
      "instagram user sample"),
    .init("instagram", "https://ig.me/m/sample", "instagram user sample"),
    .init("instagram", "123456789", "instagram user 123456789"),
    .init("instagram", "sample user", "instagram no-account"),
    .init("instagram", "sample-user", "instagram no-account"),
    .init("instagram", ".sample", "instagram no-account"),
    .init("instagram", "abcdefghijklmnopqrstuvwxyz01234", "instagram no-account"),
    .init("instagram", "insta", "instagram no-account"),
    .init("instagram", "https://www.threads.net/@sample", "threads user sample !"),
    // Threads.
    .init("threads", "https://www.threads.net/@Sample", "threads user sample"),
    .init("threads", "https://www.threads.com/@sample/post/C8H", "threads user sample [post]"),
    .init("threads", "https://www.threads.net/t/C8H", "threads no-account [post]"),
    .init("threads", "@sample", "threads user sample"),
    // WhatsApp.
    .init("whatsapp", "'0691234567", "whatsapp phone +355691234567", country: "AL"),
    .init("whatsapp", "=\"0691234567\"", "whatsapp phone +355691234567", country: "AL"),
    .init("whatsapp", "00355691234567", "whatsapp phone +355691234567", country: "AL"),
    .init("whatsapp", "+355 69 123 4567", "whatsapp phone +355691234567", country: "AL"),
    .init("whatsapp", "https://wa.me/355691234567?text=hi", "whatsapp phone +355691234567"),
    .init("whatsapp", "691234567", "whatsapp no-account", country: "AL"),
    .init("whatsapp", "0691234567", "whatsapp no-account"),
    .init("whatsapp", "355691234567", "whatsapp phone +355691234567", country: "AL"),
    .init("whatsapp", "355691234567", "whatsapp no-account"),
    .init("whatsapp", "+355 (0)69-123.4567", "whatsapp phone +355691234567"),
    .init("whatsapp", "+355 00 69 123 4567", "whatsapp no-account"),
    .init("whatsapp", "+3550691234567", "whatsapp phone +355691234567"),
    .init("whatsapp", "07700 900123", "whatsapp phone +447700900123", country: "GB"),
    .init("whatsapp", "20 123 456", "whatsapp phone +21620123456", country: "TN"),
    .init("whatsapp", "0912 345 678", "whatsapp phone +84912345678", country: "VN"),
    .init("whatsapp", "06 12 34 56 78", "whatsapp phone +33612345678", country: "FR"),
    .init("whatsapp", "070-123 45 67", "whatsapp phone +46701234567", country: "SE"),
    .init("whatsapp", "312 345 6789", "whatsapp phone +393123456789", country: "IT"),
    .init("whatsapp", "٠٦٩١٢٣٤٥٦٧", "whatsapp phone +355691234567", country: "AL"),
    .init("whatsapp", "tel:+355691234567", "whatsapp phone +355691234567"),
    .init("whatsapp", "whatsapp:+355691234567", "whatsapp phone +355691234567"),
    .init("whatsapp", "whatsapp://send?phone=355691234567", "whatsapp phone +355691234567"),
    .init("whatsapp", "https://wa.me/+355691234567", "whatsapp phone +355691234567"),
    .init("whatsapp", "https://wa.me/c/355691234567", "whatsapp phone +355691234567"),
    .init(
      "whatsapp", "https://api.whatsapp.com/send?phone=355691234567&text=hi",
      "whatsapp phone +355691234567"),
    .init(
      "whatsapp", "https://api.whatsapp.com/send/?phone=%2B355691234567",
      "whatsapp phone +355691234567"),
    .init(
      "whatsapp", "https://web.whatsapp.com/send?phone=355691234567", "whatsapp phone +355691234567"
    ),
    .init(
      "whatsapp", "https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv",
      "whatsapp invite AbCdEfGhIjKlMnOpQrStUv [group]"),
    .init(
      "whatsapp", "https://chat.whatsapp.com/invite/AbCdEfGhIjKlMnOpQrStUv",
      "whatsapp invite AbCdEfGhIjKlMnOpQrStUv [group]"),
    .init(
      "whatsapp", "https://whatsapp.com/channel/0029VaAbCdEfGhIj",
      "whatsapp channel 0029VaAbCdEfGhIj [channel]"),
    .init(
      "whatsapp", "https://www.whatsapp.com/channel/0029VaAbCdEfGhIj/12",
      "whatsapp channel 0029VaAbCdEfGhIj [post]"),
    .init("whatsapp", "3.55691E+11", "whatsapp damaged-id", country: "AL"),
    .init("whatsapp", "+1234", "whatsapp no-account"),
    .init("whatsapp", "+1234567890123456", "whatsapp no-account"),
    .init("whatsapp", "sample", "whatsapp no-account"),
    .init("whatsapp", "واتساب", "whatsapp no-account"),
  ]
}
