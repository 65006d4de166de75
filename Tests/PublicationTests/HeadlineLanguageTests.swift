import ReleaseModel
import TakedownModel
import Testing

@testable import Publication

/// Headlines in more than one language.
struct HeadlineLanguageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var headline = Example.headline()
    var cells: [String: String] = [:]
    var others: [[String: String]] = []
    let sentence: String
    var testDescription: String { name }
  }

  private static let days = "o 1 Gorffennaf 2024 hyd 31 Mawrth 2025"
  private static let by = "gan yr Asiantaeth Troseddu Cenedlaethol"
  private static let than = "nag yn yr un cyfnod flwyddyn ynghynt"

  @Test(arguments: [
    Case(
      name: "more",
      sentence: "Cafodd 18,000 o gyfrifon eu tynnu i lawr \(by) \(days) — 10,000 yn fwy \(than) "
        + "(cynnydd o 125%)."),
    Case(
      name: "fewer, almost", cells: ["value": "7990", "base_value": "18000"],
      sentence:
        "Cafodd bron i 8,000 o gyfrifon eu tynnu i lawr \(by) \(days) — dros 10,000 yn llai "
        + "\(than) (gostyngiad o 56%)."),
    Case(
      name: "none", cells: ["value": "0", "base_value": "0"],
      sentence: "Ni chafodd yr un cyfrif ei dynnu i lawr \(by) \(days), na’r un yn yr un cyfnod "
        + "flwyddyn ynghynt chwaith."),
    Case(
      name: "one", cells: ["value": "1", "base_value": "1"],
      sentence: "Cafodd 1 cyfrif ei dynnu i lawr \(by) \(days) — yr un nifer ag yn yr un cyfnod "
        + "flwyddyn ynghynt."),
    Case(
      name: "two", cells: ["value": "2", "base_value": "0"],
      sentence:
        "Cafodd 2 gyfrif eu tynnu i lawr \(by) \(days) — 2 yn fwy \(than), pan nad oedd yr un."
    ),
    Case(
      name: "few", cells: ["value": "3", "base_value": ""],
      sentence:
        "Cafodd 3 chyfrif eu tynnu i lawr \(by) \(days). Nid oes ffigur ar gyfer yr un cyfnod "
        + "flwyddyn ynghynt, felly ni ellir rhoi newid."),
    Case(
      name: "many, provisional", cells: ["value": "6", "base_value": "6", "status": "provisional"],
      sentence: "Cafodd 6 chyfrif eu tynnu i lawr \(by) \(days) — yr un nifer ag yn yr un cyfnod "
        + "flwyddyn ynghynt. Ffigurau dros dro yw’r rhain."),
    Case(
      name: "other", cells: ["value": "7", "base_value": "7"],
      sentence:
        "Cafodd 7 o gyfrifon eu tynnu i lawr \(by) \(days) — yr un nifer ag yn yr un cyfnod "
        + "flwyddyn ynghynt."),
    Case(
      name: "a break with a text of two parts, a leap day and platforms",
      cells: [
        "marks": "[b]",
        "note":
          "break on 2 May 2024: a new team; more staff; 29 February 2024 is counted in the base "
          + "period only; platforms with records in the period only: Facebook, TikTok",
      ],
      sentence: "Cafodd 18,000 o gyfrifon eu tynnu i lawr \(by) \(days) — 10,000 yn fwy \(than) "
        + "(cynnydd o 125%). Ni ellir cymharu’r ddau gyfnod yn llawn: toriad ar 2 Mai 2024: tîm "
        + "newydd; mwy o staff; dim ond yn y cyfnod sail y caiff 29 Chwefror 2024 ei gyfrif; platfformau "
        + "â chofnodion yn y cyfnod yn unig: Facebook, TikTok."),
    Case(
      name: "notes of agencies, a revision and words of its own",
      cells: [
        "note":
          "records of the National Crime Agency begin on 1 July 2023; the base figure was 12345 "
          + "in the release 0003; who knows"
      ],
      sentence: "Cafodd 18,000 o gyfrifon eu tynnu i lawr \(by) \(days) — 10,000 yn fwy \(than) "
        + "(cynnydd o 125%). Nodyn: mae’r cofnodion \(by) yn dechrau ar 1 Gorffennaf 2023; 12,345 "
        + "oedd y ffigur sail yn y cyhoeddiad 0003; who knows."),
    Case(
      name: "like for like",
      others: [
        Example.comparison([
          "coverage": "matched", "value": "7", "base_value": "9", "percent_change": "-22.2",
        ])
      ],
      sentence: "Cafodd 18,000 o gyfrifon eu tynnu i lawr \(by) \(days) — 10,000 yn fwy \(than) "
        + "(cynnydd o 125%). O gyfrif dim ond yr asiantaethau a’r platfformau sydd â chofnodion yn y "
        + "ddau gyfnod, 7 ydyw o’i gymharu â 9 (gostyngiad o 22.2%)."),
    Case(
      name: "no records of the agency", headline: Example.headline(agency: "se-police"),
      sentence:
        "Nid yw nifer y cyfrifon a dynnwyd i lawr gan the Swedish Police Authority \(days) ar "
        + "gael: nid oes cofnodion gan the Swedish Police Authority yn y logiau."),
  ])
  func `every case reads in Welsh`(_ example: Case) throws {
    let settings = Example.settings(
      notice: "Made-up data, not real figures", headlines: [example.headline],
      languages: [try WelshExample.catalogue()])
    let comparisons = [Example.comparison(example.cells)] + example.others
    let files = try Publish(settings: settings).run(Example.input(comparisons: comparisons)).texts
    let text = try #require(files.first { $0.path == "headlines.cy.txt" })
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == example.sentence + "\n\nData ffug, nid ffigurau go iawn\n")
    let json = try #require(files.first { $0.path == "headlines.json" })
    #expect(
      String(decoding: json.bytes, as: UTF8.self).contains("\"cy\": \"\(example.sentence)\""))
  }

  @Test func `whatever a note or the notice holds, each is one line without control characters`()
    throws
  {
    let odd = "a\nb\r\u{2028}\u{1b}[31m\u{202e}c"
    let input = Example.input(comparisons: [
      Example.comparison(["note": "break on 1 May 2024: \(odd)", "marks": "[b]"])
    ])
    for languages in [[], [try WelshExample.catalogue()]] {
      let settings = Example.settings(notice: odd, languages: languages)
      let files = try Publish(settings: settings).run(input).texts
      for file in files where file.path.hasSuffix(".txt") {
        let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2 && lines[0].contains("a b [31mc"), "\(file.path)")
        #expect(lines.last == "a b [31mc")
      }
    }
  }

  @Test func `every place is filled, whatever the figures and the language`() throws {
    var state: UInt64 = 20_250_331
    func random(_ state: inout UInt64, below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let writers = [MessageCatalogue.english, try WelshExample.catalogue()].map {
      MessageWriter(
        catalogue: $0,
        names: DisplayNames(
          agencies: Example.settings().agencies, platforms: Example.settings().platforms))
    }
    let all = MessageCatalogue.english.messages.keys
    let measures = all.filter { $0.hasPrefix("what.") }.map { String($0.dropFirst(5)) }.sorted()
    let keys = all.filter { $0.contains(".") }
    var kinds: Set<String> = []
    for round in 0..<1_200 {
      let measure = measures[round % measures.count]
      let request = Example.headline(
        measure: measure, agency: ["all", "uk-nca", "se-police"][random(&state, below: 3)],
        platform: ["all", "tiktok", "unmapped"][random(&state, below: 3)],
        period: HeadlineRequest.Period.allCases[
          random(&state, below: HeadlineRequest.Period.allCases.count)],
        percentDecimals: [nil, 0, 1, 2][random(&state, below: 4)])
      let settings = Example.settings(headlines: [request])
      let days = settings.period(of: request.period)
      let base = (days.start.adding(years: -1).description, days.end.adding(years: -1).description)
      let limit = [4, 10, 1_000, 2_000_000][random(&state, below: 4)]
      func figure(_ state: inout UInt64) -> String {
        random(&state, below: 9) == 0 ? "" : String(random(&state, below: limit))
      }
      let side = [
        "measure": measure, "agency": request.agency, "platform": request.platform,
        "period_kind": request.period.rawValue, "period_start": days.start.description,
        "period_end": days.end.description,
        "status": ["final", "provisional", "c"][random(&state, below: 3)],
      ]
      let earlier = side.merging(["period_start": base.0, "period_end": base.1]) { $1 }
      var comparisons: [[String: String]] = []
      for counted in [measure, "takedowns", "refused", "undecided", "accounts"] {
        var cells = side
        cells["measure"] = counted
        cells["value"] = figure(&state)
        cells["base_value"] = figure(&state)
        cells["base_start"] = random(&state, below: 5) == 0 ? "2020-01-01" : base.0
        cells["base_end"] = base.1
        cells["basis"] = ["same-period", "full-period", "unlike"][random(&state, below: 3)]
        cells["marks"] = ["", "[b]", "[c]", "[p]"][random(&state, below: 4)]
        cells["note"] = ["", "break on 2 May 2024: a new law"][random(&state, below: 2)]
        cells["coverage"] = ["", "matched"][random(&state, below: 4) / 3]
        if random(&state, below: 6) > 0 { comparisons.append(Example.comparison(cells)) }
      }
      func rate(_ cells: [String: String], _ state: inout UInt64) -> [String: String] {
        let parts = ["numerator": figure(&state), "denominator": figure(&state)]
        return Example.rate(cells.merging(parts) { $1 })
      }
      let median = figure(&state)
      let time = Example.time(side.merging(["median_seconds": median]) { $1 })
      let tables = try HeadlineTables(
        counts: CountRow.all(
          in: Example.table(
            Example.countColumns, [Example.count(side.merging(["value": "7"]) { $1 })])),
        comparisons: ComparisonRow.all(in: Example.table(Example.comparisonColumns, comparisons)),
        coverage: [],
        rates: Example.table(Example.rateColumns, [rate(side, &state), rate(earlier, &state)]),
        timeliness: Example.table(Example.timeColumns, [time, Example.time(earlier)]))
      let headline = Headline(request, in: tables, settings: settings)
      kinds.insert("\(headline.content)".prefix { $0 != "(" }.description)
      for writer in writers {
        let text = HeadlineSentence(headline, writer: writer).text
        #expect(
          !text.contains { "{}".contains($0) } && !text.contains("  ") && text.hasSuffix("."),
          "\(text)")
        // A message that there is not is said as its key.
        #expect(!keys.contains(where: text.contains), "\(text)")
      }
    }
    #expect(kinds == ["count", "rate", "time", "unavailable"])
  }
}
