import Testing

@testable import TakedownPipeline

struct PipelineFileProblemTests {
  /// One member of a source that is otherwise right, and what is said of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let member: String
    let problems: [String]

    init(_ member: String, _ problems: String...) {
      self.member = member
      self.problems = problems
    }

    var testDescription: String { member }
  }

  private func problems(
    in text: String, overrides: [(key: String, value: String)] = []
  ) -> [String] {
    do throws(ConfigurationError) {
      _ = try PipelineFile.read(Array(text.utf8), name: "pipeline.json", overrides: overrides)
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }

  static let wholeFiles = [
    Case(
      "[]", "pipeline.json: found a list, expected an object"),
    Case(
      "{}", "pipeline.json: version: missing, but it is required; expected 1",
      "pipeline.json: sources: missing, but it is required; expected a list"),
    Case(
      #"{"version": 2, "sauces": 3}"#,
      "pipeline.json: version: found version 2, but the highest that this program supports is 1; "
        + "use a newer program or write the file as version 1"),
    Case(
      #"{"version": 0, "sources": []}"#,
      "pipeline.json: version: found the number 0, expected 1"),
    Case(
      #"{"version": "1", "sources": []}"#,
      "pipeline.json: version: found the text '1', expected 1; take the quotes away"),
    Case(
      #"{"version": 1, "sauces": []}"#,
      "pipeline.json: sauces: unknown key 'sauces'; did you mean 'sources'?"),
    Case(
      #"{"version": 1, "sources": {}, "outputs": "", "title": 7, "notice": null}"#,
      "pipeline.json: sources: found an object, expected a list; put it in square brackets",
      "pipeline.json: outputs: found '', expected a text that is not empty",
      "pipeline.json: title: found the number 7, expected a text; put it in double quotes",
      "pipeline.json: notice: found null, expected a text; leave the key out or give it a value"),
    Case(
      #"{"version": 1, "sources": [], "reporting": {"year_start": "02-29", "as_of": "2025-02-29"}}"#,
      "pipeline.json: reporting.year_start: found '02-29', expected a month and day that every "
        + "year has, such as '07-01'",
      "pipeline.json: reporting.as_of: found '2025-02-29', expected a date such as '2025-03-31'"),
    Case(
      #"{"version": 1, "sources": [], "headlines": [{"id": "a"}, {"id": "b"}, {"id": "a", "measure": "acounts", "period": "months", "percent_decimals": 3}]}"#,
      "pipeline.json: headlines[2].measure: found 'acounts', expected one of accounts, takedowns, "
        + "referrals, refused, reinstatements, undecided, accounts-only, reinstated, "
        + "taken-down-again, removal-rate, accounts-per-million-users, time-to-action, "
        + "time-to-takedown; did you mean 'accounts'?",
      "pipeline.json: headlines[2].period: found 'months', expected one of to-date, year, quarter, "
        + "calendar-year, calendar-quarter, uk-financial-year, uk-financial-quarter, "
        + "us-financial-year, us-financial-quarter, month, year-to-month, week, rolling-year, since, cumulative; "
        + "did you mean 'month'?",
      "pipeline.json: headlines[2].percent_decimals: found the number 3, expected a whole number "
        + "from 0 to 2",
      "pipeline.json: headlines[2].id: 'a' is already the id of 'headlines[0]'; give each its own"),
    Case(
      #"{"version": 1, "sources": [], "registers": {"actions": {"refuse": [], "taken-down": "x"}, "counts": {"zebra": []}, "agencies": [{"id": "UK", "country": "uk"}]}}"#,
      "pipeline.json: registers.actions.refuse: unknown key 'refuse'; did you mean 'refused'?",
      "pipeline.json: registers.actions.taken-down: found the text 'x', expected a list; put it in "
        + "square brackets",
      "pipeline.json: registers.counts.zebra: unknown key 'zebra'; expected one of account, page, "
        + "group, channel, post, advert, no-equivalent",
      "pipeline.json: registers.agencies[0].id: found 'UK', expected an id of a-z, 0-9 and "
        + "hyphens, such as 'uk-nca'",
      "pipeline.json: registers.agencies[0].country: found 'uk', expected two capital letters such "
        + "as 'GB', or nothing"),
  ]

  @Test(arguments: wholeFiles)
  func `a file that is wrong says what, where and what to do`(file: Case) {
    #expect(problems(in: file.member) == file.problems)
  }

  static let members = [
    Case(
      #""fields": {"acount": "URL", "action": "A", "action_date": "D"}"#,
      "fields.acount: unknown key 'acount'; did you mean 'account'?"),
    Case(
      #""fields": {"action": [], "action_date": ["D", ""]}"#,
      "fields.action: found an empty list, expected a text that is not empty, or a list of such; "
        + "leave it out or fill it",
      "fields.action_date[1]: found '', expected a text that is not empty"),
    Case(
      #""fields": {"action_date": "D", "agency": "A"}, "constants": {"action": "a", "agency": "b"}"#,
      "constants.agency: 'fields.agency' says this too; keep one of the two",
      "constants.agency: 'agency' says this too; keep one of the two"),
    Case(
      #""fields": {"platform": "P"}"#,
      "missing 'fields.action' or 'constants.action'; give one of them",
      "missing 'fields.action_date' or 'fields.actioned_at' or 'constants.action_date' or "
        + "'constants.actioned_at'; give one of them"),
    Case(
      #""keep_partial": "true""#,
      "keep_partial: found the text 'true', expected true or false; take the quotes away"),
    Case(
      #""not_before": "1 May 2020""#,
      "not_before: found '1 May 2020', expected a date such as '2025-03-31'"),
    Case(#""delimiter": ";;""#, "delimiter: found ';;', expected one ASCII character, or 'tab'"),
    Case(
      #""records": "/a""#,
      "records: found with format 'csv', but it is only for json, xml; leave it out"),
    Case(
      #""time_zoned": "UTC", "charset": "x""#,
      "time_zoned: unknown key 'time_zoned'; did you mean 'time_zone'?",
      "charset: unknown key 'charset'; expected one of id, preset, kind, agency, path, format, "
        + "encoding, delimiter, quote, escape, header_line, comment, sheet, records, fields, "
        + "constants, words, header_rows, fill_down, pivot, derive, where, missing, number_format, "
        + "date_format, time_zone, locale, not_before, two_digit_years, keep_partial, "
        + "allow_missing, guards"),
    Case(#""quote": "''""#, "quote: found '''', expected one ASCII character, or 'none'"),
    Case(
      #""sheet": "A""#, "sheet: found with format 'csv', but it is only for xlsx; leave it out"),
    Case(
      #""header_line": -1"#,
      "header_line: found the number -1, expected a whole number of at least 0"),
    Case(#""comment": "//""#, "comment: found '//', expected one ASCII character, or 'none'"),
    Case(
      #""constants": {"vintage": "2024"}"#,
      "constants.vintage: found, but it is only for kind 'counts'; leave it out"),
    Case(
      #""preset": "stix-user-acount""#,
      "preset: no preset is named 'stix-user-acount'; did you mean 'stix-user-account'? There are "
        + PresetLibrary().names.joined(separator: ", ") + "; or give the path of a JSON file"),
    Case(
      #""preset": "own/none.json""#,
      "preset: there is no preset file 'own/none.json' that can be read; expected a path relative "
        + "to the pipeline file"),
  ]

  private func source(_ member: String) -> String {
    let fields = #""fields": {"action": "A", "action_date": "D"}"#
    return """
      {"version": 1, "sources": [{"id": "a", "agency": "b", "path": "c", "format": "csv",
        \(member.hasPrefix(#""fields""#) ? "" : fields + ",") \(member)}]}
      """
  }

  @Test(arguments: members)
  func `a source that is wrong says what, where and what to do`(member: Case) {
    #expect(
      problems(in: source(member.member))
        == member.problems.map {
          $0.hasPrefix("missing")
            ? "pipeline.json: sources[0]: \($0)" : "pipeline.json: sources[0].\($0)"
        })
  }

  @Test func `a format decides which other keys may stand and which must`() {
    let text = """
      {"version": 1, "sources": [
        {"id": "a", "agency": "b", "path": "c", "format": "xml", "delimiter": ";",
         "fields": {"action": "A", "action_date": "D"}},
        {"id": "b", "agency": "b", "path": "c", "format": "jsn", "delimiter": ";", "records": "/a",
         "fields": {"action": "A", "action_date": "D"}},
        {"id": "c", "agency": "b", "path": "c", "format": "json", "records": "/a",
         "fields": {"action": "A", "action_date": "D"}}]}
      """
    #expect(
      problems(in: text) == [
        "pipeline.json: sources[0].delimiter: found with format 'xml', but it is only for csv; "
          + "leave it out",
        "pipeline.json: sources[0].records: missing, but format 'xml' requires it; expected a text, "
          + "or a list of such",
        "pipeline.json: sources[1].format: found 'jsn', expected one of csv, json, ndjson, xml, xlsx; "
          + "did you mean 'json'?",
      ])
  }

  @Test func `a source must say its agency and its own id`() {
    let text = """
      {"version": 1, "sources": [
        {"id": "a", "path": "c", "format": "csv", "fields": {"action": "A", "action_date": "D"}},
        {"agency": "b", "path": [], "format": "csv", "constants": {"action": "A"},
         "fields": {"actioned_at": "D"}},
        {"id": "a", "agency": "b", "path": "c", "format": "csv",
         "fields": {"action": "A", "action_date": "D"}}]}
      """
    #expect(
      problems(in: text) == [
        "pipeline.json: sources[0]: missing 'agency' or 'fields.agency' or 'constants.agency'; "
          + "give one of them",
        "pipeline.json: sources[1].path: found an empty list, expected a path, or an archive's "
          + "path, '!' and a pattern for its members, or a list of such; leave it out or fill it",
        "pipeline.json: sources[1].id: missing, but it is required; expected an id of a-z, 0-9 and "
          + "hyphens, such as 'uk-nca'",
        "pipeline.json: sources[2].id: 'a' is already the id of 'sources[0]'; give each its own",
      ])
  }

  @Test func `text that is not JSON is reported with line and column`() throws {
    let text = Array("{\n  \"version\": 1,\n  \"sources\": [}\n".utf8)
    let error = try #require(throws: ConfigurationError.self) {
      try PipelineFile.read(text, name: "pipeline.json")
    }
    let problem = try #require(error.problems.first)
    #expect(error.problems.count == 1)
    #expect(problem.line == 3 && problem.column == 15)
    #expect(error.description == "pipeline.json:3:15: \(problem.message)")
  }

  @Test func `a key given twice is an error`() {
    let found = problems(in: #"{"version": 1, "version": 1, "sources": []}"#)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("pipeline.json:1:") == true)
  }

  @Test func `long texts are cut in messages`() {
    let long = String(repeating: "x", count: 100)
    #expect(
      problems(in: #"{"version": 1, "sources": [], "reporting": {"as_of": "\#(long)"}}"#) == [
        "pipeline.json: reporting.as_of: found '\(String(repeating: "x", count: 39))…', expected "
          + "a date such as '2025-03-31'"
      ])
  }

  @Test func `control characters are spelled out, so that a problem stays on its line`() {
    #expect(
      problems(in: #"{"version": 1, "sources": [], "a\nb": 1, "outputs\u001b": 2}"#) == [
        #"pipeline.json: a\nb: unknown key 'a\nb'; expected one of $schema, version, title, notice, "#
          + "reporting, outputs, sources, published, registers, headlines, languages, "
          + "publish, operate",
        #"pipeline.json: outputs\u{1B}: unknown key 'outputs\u{1B}'; did you mean 'outputs'?"#,
      ])
  }
}
