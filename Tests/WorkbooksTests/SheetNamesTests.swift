import Testing

@testable import Workbooks

struct SheetNamesTests {
  @Test(arguments: [
    ("accounts", "Accounts"),
    ("published-figures", "Published_figures"),
    ("a'b[c]:d*e?f/g\\h", "A_b_c__d_e_f_g_h"),
    ("", "Table_"),
    ("2024", "Table_2024"),
    ("ab12", "Table_Ab12"),
    ("r1c1", "Table_R1c1"),
    ("rc", "Table_Rc"),
    ("rates2024", "Rates2024"),
    ("history", "Table_History"),
    ("über", "Table__ber"),
  ])
  func `a name is one that needs no quotes`(name: String, expected: String) {
    var names = SheetNames()
    #expect(names.name(for: name) == expected)
  }

  @Test func `names are unique in capitals or not, and at most 30 long`() {
    var names = SheetNames()
    let long = String(repeating: "a", count: 60)
    let given = [long, long.uppercased(), long + "b", "x-y", "x_y", "X.Y"].map {
      names.name(for: $0)
    }
    #expect(Set(given.map { $0.lowercased() }).count == given.count)
    #expect(given.allSatisfy { $0.utf8.count <= 30 })
    #expect(given[1].hasSuffix("_2"))
  }
}
