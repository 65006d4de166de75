import Comparison
import Tabular
import TakedownModel
import Testing

struct SuppliedCountsTests {
  private func count(
    _ value: Int, vintage: String, platform: String = "facebook", category: String = "Spam"
  ) throws -> SuppliedCount {
    SuppliedCount(
      agency: "meta", platform: platform, country: "", measure: "Content Actioned",
      counts: "content", category: category, start: try #require(CalendarDate("2024-01-01")),
      end: try #require(CalendarDate("2024-03-31")), value: value, vintage: vintage, source: "cser")
  }

  @Test func `of each figure the newest edition has a row, and nothing is added up`() throws {
    let stage = Compare(
      settings: ComparisonSettings(asOf: nil, yearStart: .january, agencies: []))
    let tables = try stage.tables(
      Tally(), published: nil,
      supplied: [
        try count(5, vintage: "2024-q2"), try count(4, vintage: "2024-q1"),
        try count(7, vintage: "2024-q1", category: "Hate"),
        try count(9, vintage: "2024-q1", platform: ""),
      ])
    #expect(tables.comparisons.rows.isEmpty && tables.asOf == nil)
    #expect(
      String(decoding: tables.counts.csv, as: UTF8.self) == """
        origin,measure,counts,agency,platform,period_kind,period,period_start,period_end,value,status,qualifier,source,country,category,vintage
        counts,Content Actioned,content,meta,all,stated,2024-01-01/2024-03-31,2024-01-01,2024-03-31,9,supplied,exactly,cser,,Spam,2024-q1
        counts,Content Actioned,content,meta,facebook,stated,2024-01-01/2024-03-31,2024-01-01,2024-03-31,7,supplied,exactly,cser,,Hate,2024-q1
        counts,Content Actioned,content,meta,facebook,stated,2024-01-01/2024-03-31,2024-01-01,2024-03-31,5,supplied,exactly,cser,,Spam,2024-q2

        """)
  }
}
