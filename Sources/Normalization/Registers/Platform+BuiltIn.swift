package import TakedownModel

extension Platform {
  /// The platforms that the register knows unless `pipeline.json` says otherwise, sorted by id.
  ///
  /// Spellings are those of logs in English, French, Arabic, Persian, Vietnamese, Albanian, Swedish
  /// and Turkish, where they differ by more than case, spaces and punctuation.
  package static let builtIn: [Platform] = [
    Platform(
      id: "bluesky", name: "Bluesky", company: "bluesky",
      aliases: ["BSky", "Blue Sky Social", "بلوسكاي"],
      hosts: ["bsky.app", "bsky.social"]),
    Platform(
      id: "discord", name: "Discord", company: "discord",
      aliases: ["Discord server", "ديسكورد", "دیسکورد"],
      hosts: ["discord.com", "discord.gg", "discordapp.com"]),
    Platform(
      id: "facebook", name: "Facebook", company: "meta",
      aliases: [
        "FB", "F.B.", "Face book", "Facebook page", "Facebook group", "Facebook profile",
        "Facebook.com (Meta)", "Facebook (Meta)", "Meta Facebook", "Meta (Facebook)", "Fbook",
        "Facebok", "Fejsbuk", "Fejsbuku", "Feysbuk", "Feysbuku", "Facebooku", "Feisbuk",
        "فيسبوك", "فيس بوك", "الفيسبوك", "الفيس بوك", "فایسبوک", "فيسبوک", "فیسبوک", "فیس‌بوک",
        "فيس", "Phây búc", "Phây", "Facebook Việt Nam",
      ],
      hosts: [
        "facebook.com", "fb.com", "fb.me", "fb.watch", "m.me", "facebookcorewwwi.onion",
        "facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion",
      ]),
    Platform(
      id: "imo", name: "imo", company: "pagebites",
      aliases: ["imo.im", "imo messenger", "إيمو", "ایمو"],
      hosts: ["imo.im"]),
    Platform(
      id: "instagram", name: "Instagram", company: "meta",
      aliases: [
        "Insta", "IG", "Instagram (Meta)", "Meta Instagram", "Instagramm", "Instagrami",
        "Instegram",
        "انستغرام", "إنستغرام", "انستقرام", "إنستقرام", "انستجرام", "إنستجرام", "انستا", "إنستا",
        "انستگرام", "اینستاگرام", "اينستاگرام", "اینستا",
      ],
      hosts: ["instagram.com", "instagr.am", "ig.me"]),
    Platform(
      id: "line", name: "LINE", company: "ly", aliases: ["Line Messenger", "LINE app"],
      hosts: ["line.me", "lin.ee"]),
    Platform(
      id: "linkedin", name: "LinkedIn", company: "microsoft",
      aliases: ["Linked In", "لينكد إن", "لينكدإن", "لينكدان", "لینکدین"],
      hosts: ["linkedin.com", "lnkd.in"]),
    Platform(
      id: "mastodon", name: "Mastodon", company: "mastodon", aliases: ["ماستودون"],
      hosts: [
        "mastodon.social", "mastodon.online", "mstdn.social", "mas.to", "mastodon.world",
        "mastodon.cloud",
      ]),
    Platform(
      id: "messenger", name: "Messenger", company: "meta",
      aliases: [
        "Facebook Messenger", "FB Messenger", "Meta Messenger", "Messenger (Meta)", "ماسنجر",
        "مسنجر",
        "ماسنجر فيسبوك",
      ],
      hosts: ["messenger.com"]),
    Platform(
      id: "ok", name: "Odnoklassniki", company: "vk",
      aliases: ["OK.ru", "Odnoklasniki", "Одноклассники", "ОК"],
      hosts: ["ok.ru", "odnoklassniki.ru"]),
    Platform(
      id: "pinterest", name: "Pinterest", company: "pinterest",
      aliases: ["بينتيريست", "بنترست", "پینترست"],
      hosts: [
        "pinterest.com", "pinterest.co.uk", "pinterest.fr", "pinterest.de", "pinterest.es",
        "pinterest.it",
        "pinterest.se", "pinterest.ca", "pinterest.at", "pinterest.ch", "pinterest.ie",
        "pinterest.pt",
        "pinterest.dk", "pinterest.nz", "pinterest.com.au", "pinterest.com.mx", "pin.it",
      ]),
    Platform(
      id: "reddit", name: "Reddit", company: "reddit", aliases: ["ريديت", "ردیت", "Subreddit"],
      hosts: ["reddit.com", "redd.it"]),
    Platform(
      id: "signal", name: "Signal", company: "signal",
      aliases: ["سيغنال", "سيجنال", "سیگنال", "Sinjal"],
      hosts: ["signal.me"]),
    Platform(
      id: "snapchat", name: "Snapchat", company: "snap",
      aliases: [
        "Snap", "Snap chat", "SC", "Snapçat", "سناب شات", "سنابشات", "سناب", "السناب", "اسنپ‌چت",
        "اسنپ چت", "سنپ چت",
      ],
      hosts: ["snapchat.com"]),
    Platform(
      id: "telegram", name: "Telegram", company: "telegram",
      aliases: [
        "TG", "Telegram Messenger", "Tele gram", "Telegram channel", "Telegram group", "Telegramm",
        "Télégramme",
        "Télégram", "Telegrami", "Telegramkanal", "Kanal Telegram", "تلغرام", "تليغرام", "تيليغرام",
        "تلجرام", "تليجرام", "تيليجرام", "تلقرام", "تيليقرام", "التلغرام", "تلگرام",
      ],
      hosts: ["t.me", "telegram.me", "telegram.dog", "telegram.org"]),
    Platform(
      id: "threads", name: "Threads", company: "meta",
      aliases: ["Threads (Meta)", "Meta Threads", "Instagram Threads", "ثريدز", "تردز"],
      hosts: ["threads.net", "threads.com"]),
    Platform(
      id: "tiktok", name: "TikTok", company: "bytedance",
      aliases: [
        "Tik Tok", "TT", "Tictoc", "Tic Tok", "Tiktoc", "TikToku", "Tik Toku", "TikTok Live",
        "تيك توك", "تيكتوك", "التيك توك", "تکتاک", "تیک تاک", "تیک‌تاک", "تيك تاك", "Tóp Tóp",
      ],
      hosts: ["tiktok.com"]),
    Platform(
      id: "tumblr", name: "Tumblr", company: "automattic", aliases: ["تمبلر"], hosts: ["tumblr.com"]
    ),
    Platform(
      id: "twitch", name: "Twitch", company: "amazon", aliases: ["تويتش", "توییچ"],
      hosts: ["twitch.tv"]),
    Platform(
      id: "viber", name: "Viber", company: "rakuten",
      aliases: ["Vajber", "Rakuten Viber", "فايبر", "وایبر"],
      hosts: ["viber.com", "viber.click", "vb.me"]),
    Platform(
      id: "vk", name: "VK", company: "vk",
      aliases: ["VKontakte", "V Kontakte", "ВКонтакте", "ВК", "في كي"],
      hosts: ["vk.com", "vk.ru", "vkontakte.ru", "vk.cc"]),
    Platform(
      id: "wechat", name: "WeChat", company: "tencent",
      aliases: ["Weixin", "微信", "وي شات", "وی چت"],
      hosts: ["weixin.qq.com", "wechat.com"]),
    Platform(
      id: "whatsapp", name: "WhatsApp", company: "meta",
      aliases: [
        "WA", "Whats app", "What's App", "WhatsApp (Meta)", "WhatsApp Business", "WhatsApp group",
        "Whatsap", "Watsapp", "Watsap", "Whatsup", "Uatsap", "Vatsap", "واتساب", "واتس اب",
        "واتس آب",
        "واتس", "الواتساب", "الواتس", "واتس‌اپ", "واتساپ", "واتس اپ",
      ],
      hosts: ["whatsapp.com", "wa.me", "whatsapp.net"]),
    Platform(
      id: "x", name: "X", company: "x",
      aliases: [
        "Twitter", "X (formerly Twitter)", "X (Twitter)", "X/Twitter", "Twitter/X", "Twitter (X)",
        "Formerly Twitter", "X Corp", "X (ex-Twitter)", "X (anciennement Twitter)",
        "X (tidigare Twitter)",
        "X (eski adıyla Twitter)", "X (ish Twitter)", "X (trước đây là Twitter)", "Tuiter",
        "Twitteri",
        "تويتر", "إكس", "اكس", "إكس (تويتر سابقا)", "إكس (تويتر سابقًا)", "منصة إكس", "توییتر",
        "تويیتر",
        "توئیتر", "ایکس", "إكس (تويتر)",
      ],
      hosts: ["x.com", "twitter.com", "t.co"]),
    Platform(
      id: "youtube", name: "YouTube", company: "google",
      aliases: [
        "You Tube", "YT", "Youtube channel", "Google YouTube", "YouTube (Google)", "YouTube Shorts",
        "Jutub", "Jutjub", "Chaîne YouTube", "Kênh YouTube", "يوتيوب", "اليوتيوب", "يو تيوب",
        "یوتیوب",
        "یوتوب",
      ],
      hosts: ["youtube.com", "youtu.be", "youtube-nocookie.com"]),
    Platform(
      id: "zalo", name: "Zalo", company: "vng", aliases: ["Zalo Việt Nam", "زالو"],
      hosts: ["zalo.me", "zaloapp.com"]),
  ]
}
