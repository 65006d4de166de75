import ReleaseModel
import Tabular
import Testing

struct DataTableTests {
  private func table(_ rows: [[String]], key: [String] = ["agency", "year"]) -> DataTable {
    DataTable(
      name: "counts", title: "Counts", key: key,
      columns: [
        DataColumn(name: "agency", kind: .text, unit: "", meaning: "Who.", missing: ""),
        DataColumn(name: "year", kind: .integer, unit: "", meaning: "When.", missing: ""),
        DataColumn(
          name: "within_24_hours", label: "Within a day", kind: .decimal(1), unit: "per cent",
          meaning: "How many.", missing: "not known"),
      ], rows: rows)
  }

  @Test(arguments: [
    ([["a", "1", "2.0"], ["a", "2", "2.0"]], true),
    ([["a", "1", "2.0"], ["a", "1", "3.0"]], false),
    ([["a", "", "2.0"], ["a", "1", "3.0"]], false),
    ([], true),
  ])
  func `a key is sound where it tells all rows apart and none of it is empty`(
    rows: [[String]], isSound: Bool
  ) {
    #expect(table(rows).hasSoundKey == isSound)
  }

  @Test func `a key with a column that is not there is not sound`() {
    #expect(!table([["a", "1", ""]], key: ["agency", "month"]).hasSoundKey)
    #expect(!table([["a", "1", ""]], key: []).hasSoundKey)
  }

  @Test func `a label is the words of the name unless it is given`() {
    #expect(table([]).columns.map(\.label) == ["Agency", "Year", "Within a day"])
  }

  @Test func `only numbers have decimals`() {
    #expect(table([]).columns.map(\.decimals) == [nil, 0, 1])
    #expect(table([]).columns.map(\.isNumber) == [false, true, true])
  }

  @Test func `a notice is a last column on every row, and no notice is none`() throws {
    let noted = table([["a", "1", "2.0"]]).with(notice: "=made up")
    #expect(noted.columns.map(\.name).last == "notice")
    #expect(try Table(csv: noted.csv).rows == [["a", "1", "2.0", "'=made up"]])
    #expect(table([]).with(notice: "") == table([]))
  }
}
