import Tabular
import TakedownModel
import TestSupport
import Testing

@testable import Claims

struct SaidRegisterTests {
  private static let sound = [
    "a", "NCA", "2025-01-01", "uk-nca", "taken-down", "posts+accounts", "2024-01-01", "2024-12-31",
    "almost", "8000", "", "", "title", "",
  ]

  private static func read(_ changes: [Int: String]) throws(ClaimsError) -> SaidRegister {
    var cells = sound
    for (place, text) in changes { cells[place] = text }
    return try SaidRegister(Table(columns: StageColumns.published, rows: [cells]))
  }

  @Test func `a row is read`() throws {
    let figure = try #require(try Self.read([:]).figures.first)
    #expect(figure.units == ["accounts", "posts"])
    #expect(figure.range == CountRange(low: 7500, high: 7999))
  }

  @Test(arguments: [
    Case("no id", [0: ""], "record 1, column figure_id: found ''; expected a text"),
    Case(
      "no day", [6: "2024"],
      "record 1, column period_start: found '2024'; expected a day such as 2025-03-31"),
    Case(
      "days in the wrong order", [7: "2023-12-31"],
      "record 1, column period_end: found '2023-12-31'; expected a day not before 2024-01-01"),
    Case(
      "a number in words", [9: "8k"],
      "record 1, column value: found '8k'; expected a whole number in digits only"),
    Case(
      "a base that is not there", [11: "b"],
      "record 1, column change_base: found 'b'; expected the figure_id of another row, or nothing"),
  ])
  func `a row that cannot be read is refused`(row: Case<[Int: String], String>) {
    #expect(throws: ClaimsError(description: row.expected)) { try Self.read(row.input) }
  }

  @Test(arguments: [
    Case(
      "a number that is too great", [9: "1000000000000"], "its value has more than twelve digits"),
    Case(
      "an empty unit", [5: "accounts+"],
      "the units 'accounts+' are not joined by '+' as accounts+pages+posts are"),
    Case("almost nothing", [9: "0"], "'almost 0' allows no number at all"),
  ])
  func `a row that nothing can be reckoned with is left out and said`(
    row: Case<[Int: String], String>
  ) throws {
    let register = try Self.read(row.input)
    #expect(register.figures.isEmpty)
    #expect(register.unread.map(\.reason) == [row.expected])
  }

  @Test func `a qualifier that is not known is left out and said`() throws {
    let register = try Self.read([8: "almos"])
    #expect(register.figures.isEmpty)
    #expect(
      register.unread.map(\.reason) == [
        "the qualifier 'almos' is none of 'exactly', 'about', 'more than', 'almost', 'at least', "
          + "'up to' (did you mean 'almost'?)"
      ])
  }
}
