import Comparison
import Tabular
import TakedownModel
import Testing

@testable import TakedownPipeline

struct PipelineFileTests {
  private func read(_ text: String) throws -> PipelineFile {
    try PipelineFile.read(Array(text.utf8), name: "pipeline.json")
  }

  @Test func `what the file leaves out has its default`() throws {
    let file = try read(ConfigurationExamples.minimal)
    #expect(file.version == 1)
    #expect(file.title == "Takedowns of social-media accounts")
    #expect(file.notice == "")
    #expect(file.outputs == "outputs")
    #expect(file.reporting.timeZone == "UTC")
    #expect(file.reporting.yearStart == .january)
    #expect(file.reporting.asOf == nil)
    #expect(file.published == [] && file.headlines == [])
    #expect(file.registers.platforms == [] && file.registers.agencies == [])
    #expect(file.registers.categories == [])
    #expect(file.registers.words.isEmpty)
    let source = try #require(file.sources.first)
    #expect(source.paths.map(\.filePattern) == ["inputs/*.csv"])
    #expect(source.format == .csv && source.delimiter == nil && source.records == nil)
    #expect(source.fields == [.actionDate: ["Date"]])
    #expect(source.constants == [.action: "removed"])
    #expect(source.dateFormats == [] && source.timeZone == "UTC")
    #expect(source.locale == nil && source.notBefore == nil)
    #expect(!source.allowsTwoDigitYears && !source.keepsPartial)
  }

  @Test func `every key of the file is read`() throws {
    let file = try read(ConfigurationExamples.full)
    #expect(file.title == "Takedowns" && file.notice == "Made-up data." && file.outputs == "out")
    #expect(file.reporting.timeZone == "Europe/London")
    #expect(file.reporting.yearStart == YearStart(month: 7, day: 1))
    #expect(file.reporting.asOf == CalendarDate(year: 2025, month: 3, day: 31))
    try #require(file.sources.count == 2)
    let nca = file.sources[0]
    #expect(nca.id == "nca" && nca.agency == "uk-nca" && nca.delimiter == 0x09)
    #expect(nca.paths.map(\.filePattern) == ["inputs/nca-*.csv", "inputs/nca-[0-9].csv"])
    #expect(
      nca.fields == [
        .platform: ["Platform"], .account: ["URL", "Handle"], .action: ["Outcome"],
        .actionedAt: ["Closed"], .referredAt: ["Sent"],
      ])
    #expect(nca.constants == [.counts: "account", .language: "sq"])
    #expect(nca.dateFormats == ["dd/MM/yyyy HH:mm", "dd MMM yyyy"])
    #expect(nca.timeZone == "Europe/Paris" && nca.locale == "fr")
    #expect(nca.notBefore == CalendarDate(year: 2017, month: 1, day: 1))
    #expect(nca.allowsTwoDigitYears && nca.keepsPartial)
    let joint = file.sources[1]
    #expect(joint.agency == nil && joint.format == .xml && joint.records == "log/entry")
    #expect(joint.dateFormats == ["dd.MM.yyyy"])
    #expect(file.published.map(\.path) == ["inputs/published.csv"])
    #expect(
      file.registers.platforms.map(\.platform) == [
        Platform(id: "zalo", name: "Zalo", company: "vng", aliases: ["Za lo"], hosts: ["zalo.me"])
      ])
    #expect(
      file.registers.agencies == [
        Agency(
          id: "al-asp", name: "ASP", country: "AL", aliases: ["Policia"], nameInSentence: "")
      ])
    #expect(file.registers.categories.map(\.aliases) == [["gommone"]])
    #expect(file.registers.words.actions == [.takenDown: ["hequr"], .refused: []])
    #expect(file.registers.words.counts == [.page: ["faqe"]])
    let headline = try #require(file.headlines.first)
    #expect(headline.id == "posts" && headline.measure == .takedowns && headline.period == .year)
    #expect(headline.agency == "uk-nca" && headline.platform == "tiktok")
    #expect(headline.percentDecimals == 1 && file.languages == ["messages/cy.json"])
  }

  @Test func `a source without a time zone has the reporting one`() throws {
    let file = try read(ConfigurationExamples.full)
    #expect(file.sources.map(\.timeZone) == ["Europe/Paris", "Europe/London"])
  }

  @Test(arguments: [ConfigurationExamples.minimal, ConfigurationExamples.full])
  func `the file with its defaults reads as the same file`(text: String) throws {
    let file = try read(text)
    #expect(try read(file.withDefaults.prettyText) == file)
  }

  @Test func `defaults are filled in in a fixed order`() throws {
    #expect(
      try read(ConfigurationExamples.minimal).withDefaults.prettyText == """
        {
          "version": 1,
          "title": "Takedowns of social-media accounts",
          "notice": "",
          "reporting": {
            "time_zone": "UTC",
            "year_start": "01-01",
            "year_name": "2024/25",
            "as_of": null,
            "revised_from": null,
            "periods": [
              "to-date",
              "year",
              "month"
            ],
            "since": null,
            "compare_unlike": false,
            "late_after_days": 0,
            "breaks": [],
            "users": []
          },
          "outputs": "outputs",
          "sources": [
            {
              "id": "nca",
              "kind": "records",
              "agency": "uk-nca",
              "path": "inputs/*.csv",
              "format": "csv",
              "fields": {
                "action_date": "Date"
              },
              "constants": {
                "action": "removed"
              },
              "date_format": [],
              "time_zone": "UTC",
              "locale": null,
              "not_before": null,
              "two_digit_years": false,
              "keep_partial": false,
              "allow_missing": false
            }
          ],
          "published": [],
          "registers": {
            "platforms": [],
            "agencies": [],
            "categories": [],
            "actions": {},
            "counts": {}
          },
          "headlines": [],
          "languages": [],
          "publish": {
            "suppress_below": null,
            "protect_from": "all",
            "png": true,
            "parquet": false,
            "templates": null,
            "known_words": []
          },
          "operate": {
            "metrics": null,
            "on_success": [],
            "on_failure": [],
            "hook_seconds": 60
          }
        }

        """)
  }

  @Test func `a delimiter is not filled in where the format has none`() throws {
    let file = try read(ConfigurationExamples.full)
    #expect(file.withDefaults["sources"]?.elements.map { $0["delimiter"] } == ["\t", nil])
  }
}
