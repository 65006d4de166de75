/// Configurations that several tests read.
enum ConfigurationExamples {
  /// The least that a source can say.
  static let minimal = """
    {
      "version": 1,
      "sources": [
        {
          "id": "nca",
          "agency": "uk-nca",
          "path": "inputs/*.csv",
          "format": "csv",
          "fields": {"action_date": "Date"},
          "constants": {"action": "removed"}
        }
      ]
    }
    """

  /// Every key with a value that is not its default.
  static let full = #"""
    {
      "$schema": "pipeline.schema.json",
      "version": 1,
      "title": "Takedowns",
      "notice": "Made-up data.",
      "reporting": {"time_zone": "Europe/London", "year_start": "07-01", "as_of": "2025-03-31"},
      "outputs": "out",
      "sources": [
        {
          "id": "nca",
          "agency": "uk-nca",
          "path": ["inputs/nca-*.csv", "inputs/nca-[0-9].csv"],
          "format": "csv",
          "delimiter": "\t",
          "fields": {
            "platform": "Platform",
            "account": ["URL", "Handle"],
            "action": "Outcome",
            "actioned_at": "Closed",
            "referred_at": "Sent"
          },
          "constants": {"counts": "account", "language": "sq"},
          "date_format": ["dd/MM/yyyy HH:mm", "dd MMM yyyy"],
          "time_zone": "Europe/Paris",
          "locale": "fr",
          "not_before": "2017-01-01",
          "two_digit_years": true,
          "keep_partial": true,
          "allow_missing": true,
          "guards": {
            "expected_every": "P1M", "min_rows": 1, "max_fall": 50, "max_rise": 200,
            "max_rejects": 5, "max_unmapped": 10
          }
        },
        {
          "id": "joint",
          "path": "inputs/joint.xml",
          "format": "xml",
          "records": "log/entry",
          "fields": {"agency": "by", "category": "kind", "action_date": "@day"},
          "constants": {"action": "removed"},
          "date_format": "dd.MM.yyyy"
        }
      ],
      "published": [{"id": "statements", "path": "inputs/published.csv"}],
      "registers": {
        "platforms": [
          {"id": "zalo", "name": "Zalo", "company": "vng", "aliases": ["Za lo"], "hosts": ["zalo.me"]}
        ],
        "agencies": [{"id": "al-asp", "name": "ASP", "country": "AL", "aliases": ["Policia"]}],
        "categories": [{"id": "small-boat", "aliases": ["gommone"]}],
        "actions": {"taken-down": ["hequr"], "refused": []},
        "counts": {"page": ["faqe"]}
      },
      "headlines": [
        {
          "id": "posts", "measure": "takedowns", "agency": "uk-nca", "platform": "tiktok",
          "period": "year", "percent_decimals": 1
        }
      ],
      "languages": ["messages/cy.json"]
    }
    """#
}
