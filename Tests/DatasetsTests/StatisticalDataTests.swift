import Datasets
import ReleaseModel
import Tabular
import TestSupport
import Testing

struct StatisticalDataTests {
  private let files = StatisticalData().files(of: ReleaseExample.release())

  private var data: Table {
    get throws {
      let file = try #require(files.first { $0.path == "sdmx/figures.csv" })
      return try Table(csv: file.bytes)
    }
  }

  private func column(_ name: String) throws -> [String] {
    let table = try data
    let place = try #require(table.index(of: name))
    return table.rows.map { $0[place] }
  }

  @Test func `a table that shows rows of another again is left out`() {
    #expect(files.map(\.path) == ["sdmx/structure.json", "sdmx/figures.csv"])
  }

  @Test func `each number of a row with days is an observation`() throws {
    #expect(try column("INDICATOR") == ["VALUE", "RATE", "VALUE", "RATE", "VALUE", "RATE"])
    #expect(try column("OBS_VALUE") == ["18000", "12.5", "", "", "7", ""])
    #expect(
      try column("UNIT_MEASURE") == [
        "accounts", "per_cent", "accounts", "per_cent", "accounts", "per_cent",
      ])
    #expect(try column("DECIMALS") == ["0", "1", "0", "1", "0", "1"])
  }

  @Test func `periods are years, months, or so many days`() throws {
    #expect(
      try column("TIME_PERIOD") == [
        "2024", "2024", "2024-07", "2024-07", "2024-07-01/P274D", "2024-07-01/P274D",
      ])
  }

  @Test func `hidden, missing, impossible and provisional values are told apart`() throws {
    #expect(try column("OBS_STATUS") == ["A", "A", "Q", "Q", "P", "M"])
    #expect(try column("CONF_STATUS") == ["F", "F", "C", "C", "F", "F"])
  }

  @Test func `two ids that look alike in the letters of a code stay two`() throws {
    let codes = try column("AGENCY")
    #expect(codes == ["uk-nca", "uk-nca", "a_b", "a_b", "a_b_2", "a_b_2"])
    let structure = try ReleaseExample.json(files[0])
    let lists = structure["data"]?["codelists"]?.elements ?? []
    let agencies = lists.first { $0["id"]?.string == "CL_AGENCY" }?["codes"]?.elements ?? []
    #expect(agencies.map { $0["id"]?.string } == ["a_b", "a_b_2", "uk-nca", "x"])
    #expect(agencies.map { $0["name"]?.string } == ["=A", "B", "NCA", "</script>"])
  }

  @Test func `the structure has every column of the data, in their order`() throws {
    let structure = try ReleaseExample.json(files[0])
    let parts = structure["data"]?["dataStructures"]?.elements.first?["dataStructureComponents"]
    func ids(_ list: JSONValue?) -> [String] {
      list?.elements.compactMap { $0["id"]?.string } ?? []
    }
    let dimensions = ids(parts?["dimensionList"]?["dimensions"])
    let attributes = ids(parts?["attributeList"]?["attributes"])
    #expect(
      try data.columns == ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + dimensions
        + ["TIME_PERIOD", "OBS_VALUE"] + attributes)
  }

  @Test func `rows without days are said to be left out`() throws {
    let structure = try ReleaseExample.json(files[0])
    let flow = structure["data"]?["dataflows"]?.elements.first
    #expect(
      flow?["description"]?.string
        == "Made-up data. Rows whose days are not said are not here: 1.")
  }

  @Test func `a table without a sound key has no observations`() {
    let row = ReleaseExample.rows[0]
    let release = ReleaseExample.release([ReleaseExample.table(rows: [row, row])])
    #expect(StatisticalData().files(of: release).isEmpty)
  }
}
