import Foundation
import Tabular
import Testing

/// Small inputs on which programs that count things have failed, each with what should come of it.
///
/// The inputs are not part of the package; where they are not at hand the tests are skipped. Their
/// `expected.json` is followed but for these, where the meaning of a record says otherwise:
/// - 01: a row without an account is a record, counted as a takedown and never as an account.
/// - 02: `1.00013648514234e14` is a damaged id, though its digits happen to be all there.
/// - 08, 18: a header in the middle and a row with an open quote are rejects; the rows after them
///   are read.
/// - 11, 19: a row with a byte that is no character is a reject, and a NUL is not taken out of a
///   name: which name was meant is not guessed.
/// - 14, 25: a count is read with the number format that the source declares, or not at all.
@Suite(.enabled(if: Workspace.hasCases, "the cases are not at hand"))
struct SharedCaseTests {
  struct Example: CustomTestStringConvertible, Sendable {
    /// The folder and the file in it.
    var file: String
    /// The source's settings beside id, agency and path.
    var settings: String
    /// What `check` ends with: 0 for nothing worse than a warning, 1, or 2 for a refusal.
    var status: Int32 = 0
    /// Records and rejects.
    var sums: [Int] = []
    /// What is to be read in `records.csv`, or in `counts.csv` where it is of counts.
    var column = "account"
    var cells: [String] = []
    /// What `check` must say.
    var words: [String] = []

    var testDescription: String { file }
  }

  private static func fields(_ account: String, _ platform: String = "platform") -> String {
    """
    "format": "csv", "fields": {"platform": "\(platform)", "account": "\(account)"},
    "constants": {"action": "taken-down", "action_date": "2024-01-02"}
    """
  }

  private static let handles = fields("handle")

  private static func json(_ account: String) -> String {
    """
    "format": "json", "fields": {"platform": "/platform", "account": \(account),
      "action": "/action", "action_date": "/date"}
    """
  }

  private static func xml(_ more: String = "") -> String {
    """
    "format": "xml", "records": "log/account", "fields": {"account": "handle"},
    "constants": {"action": "taken-down", "action_date": "2024-01-02", "platform": "x"}\(more)
    """
  }

  private static let counts = """
    "format": "csv", "kind": "counts",
    "fields": {"agency": "agency", "platform": "platform", "value": "accounts_removed"},
    "constants": {"period": "2024", "measure": "accounts-removed"}
    """

  static let examples =
    identifiers + dates + texts + dialects + documents + [
      Example(
        file: "25-thousands-separators/input.csv", settings: counts, status: 1, sums: [0, 16],
        column: "value", cells: ["12"],
        words: ["'7,704' is no count", "'7.704' is no count", "'7 704' is no count"]),
      Example(
        file: "26-yoy-zero-base/counts.csv",
        settings: """
          "format": "csv", "kind": "counts",
          "fields": {"platform": "platform", "period": "year", "value": "accounts"},
          "constants": {"measure": "accounts-removed"}
          """, sums: [0, 0], column: "value",
        cells: ["0", "40", "0", "0", "50", "50", "7", "9", "0", "4", "6"]),
    ]

  private static let identifiers = [
    Example(
      file: "01-csv-id-precision-with-blanks/input.csv",
      settings: #"""
        "format": "csv", "fields": {"platform": "platform", "account": "account_id",
          "action_date": "removed_on"}, "constants": {"action": "taken-down"}
        """#, sums: [5, 0],
      cells: [
        "1582218195625938945", "", "1582218195625938944", "7345617503298525984",
        "18446744073709551616",
      ], words: ["record 2: column 'account': ''", "[no-account]"]),
    Example(
      file: "02-json-id-over-2-53/input.json", settings: json(#"["/user_id_str", "/user_id"]"#),
      sums: [7, 0],
      cells: [
        "718810552609480705", "718810552609480704", "123456789012345678901234",
        "100013648514234.0", "1.00013648514234e14", "0012345678", "-1002128475717",
      ], words: ["record 5", "[damaged-id]"]),
    Example(
      file: "04-leading-zeros-and-apostrophes/input.csv", settings: fields("account"),
      sums: [8, 0],
      cells: [
        "'0691234567", "=\"0691234567\"", "00355691234567", "+355 69 123 4567",
        "https://wa.me/355691234567?text=hi", "691234567", "'@sample_kanal", "@0sample0",
      ], words: ["record 6: column 'account': '691234567': no account can be told"]),
    Example(
      file: "12-nfc-nfd/input.csv", settings: handles, sums: [4, 0],
      cells: ["sample_nfc", "sample_nfc", "@All%C3%B4Exemple", "@AllôExemple"],
      words: ["counted 2, duplicates 2"]),
    Example(
      file: "32-profile-url-shapes/input.csv", settings: fields("url", "url"), sums: [18, 0],
      words: ["records 18"]),
  ]

  private static let dates = [
    Example(
      file: "05-day-month-order/ambiguous.csv",
      settings: #"""
        "format": "csv", "fields": {"platform": "platform", "account": "handle",
          "action_date": "removed"}, "constants": {"action": "taken-down"}
        """#, status: 1, sums: [2, 0], column: "action_date", cells: ["03/04/2024", "05/06/2024"],
      words: ["'03/04/2024': matches no date format of the source"]),
    Example(
      file: "06-excel-serial-dates/input.csv",
      settings: #"""
        "format": "csv", "fields": {"platform": "platform", "account": "handle",
          "action_date": "removed"}, "constants": {"action": "taken-down"},
        "date_format": ["excel-1900", "iso8601"]
        """#, status: 1, sums: [7, 0], column: "action_date",
      cells: ["45383", "45383.75", "2024-04-01", "60", "61", "1711929600", "20240401"],
      words: ["record 4: column 'action_date': '60': there is no such day or time"]),
    Example(
      file: "14-arabic-indic-digits/input.csv",
      settings: #"""
        "format": "csv", "fields": {"platform": "المنصة", "account": "الحساب",
          "action_date": "تاريخ الإزالة"}, "constants": {"action": "taken-down"},
        "date_format": "dd/MM/yyyy"
        """#, sums: [4, 0], column: "action_date",
      cells: [
        "٢٣/٠٦/٢٠٢٤", "٢٤\u{200f}/٠٦\u{200f}/٢٠٢٤", "25/06/2024", "٢٦/06/2024",
      ], words: ["counted 4"]),
    Example(
      file: "30-timezones-and-dst/input.csv",
      settings: #"""
        "format": "csv", "fields": {"actioned_at": "removed_at"},
        "constants": {"action": "taken-down", "platform": "x", "account": "a"}
        """#, status: 1, sums: [10, 0], words: ["record 5", "[missing-local-time]"]),
  ]

  private static let texts = [
    Example(
      file: "08-bom-and-quoted-header/input.csv", settings: fields("Account ID", "Platform"),
      sums: [1, 0], cells: ["100014236598741"]),
    Example(
      file: "08-bom-and-quoted-header/mid.csv", settings: fields("Account ID", "Platform"),
      sums: [2, 1], cells: ["1", "2"], words: ["mid.csv:3", "the header again"]),
    Example(
      file: "09-utf16le-tab-export/bom.txt", settings: fields("Tài khoản", "Nền tảng"),
      sums: [3, 0], cells: ["người_dẫn_đường", "قناة_تجريبية", "udhëtim_shembull"]),
    Example(
      file: "09-utf16le-tab-export/nobom.txt", settings: handles, sums: [1, 0],
      cells: ["sample_a"]),
    Example(
      file: "09-utf16le-tab-export/be.txt", settings: handles, sums: [1, 0], cells: ["sample_a"]),
    Example(
      file: "11-windows-1252-and-mojibake/cp1252.csv",
      settings: fields("Account", "Platform") + #", "encoding": "windows-1252""#, sums: [2, 0],
      cells: ["udhëtim_shembull", "çmimi_sot"]),
    Example(
      file: "11-windows-1252-and-mojibake/cp1252.csv",
      settings: fields("Note", "Platform") + #", "encoding": "windows-1252""#, sums: [2, 0],
      cells: ["“Kanali” i mbyllur – €500", "didn’t comply"]),
    Example(
      file: "11-windows-1252-and-mojibake/undefined-byte.csv",
      settings: handles + #", "encoding": "windows-1252""#, status: 1, sums: [1, 1],
      cells: ["sample_b"], words: ["byte 0x81", "[undecodable-byte]"]),
    Example(
      file: "11-windows-1252-and-mojibake/mojibake.csv", settings: handles, sums: [2, 0],
      cells: ["udhÃ«tim_shembull", "udhëtim_shembull"],
      words: ["stood for 'udhëtim_shembull'", "[encoded-twice]"]),
    Example(
      file: "11-windows-1252-and-mojibake/mixed.csv", settings: handles, status: 1, sums: [1, 1],
      cells: ["udhëtim_a"], words: ["mixed.csv:3", "byte 0xeb is not UTF-8", "windows-1252"]),
  ]

  private static let dialects = [
    Example(
      file: "15-duplicate-headers/input.csv", settings: fields("Account", "Platform"), status: 2,
      words: ["the header has 'Account' more than once"]),
    Example(
      file: "15-duplicate-headers/input.csv", settings: fields("Account (2)", "Platform"),
      sums: [2, 0], cells: ["", "sample_b_old"], words: ["[repeated-column]"]),
    Example(
      file: "17-crlf-cr-and-quoted-newlines/crlf.csv", settings: fields("note"), sums: [2, 0],
      cells: ["two\r\nlines", "last"]),
    Example(
      file: "17-crlf-cr-and-quoted-newlines/cr.csv", settings: handles, sums: [2, 0],
      cells: ["sample_a", "sample_b"]),
    Example(
      file: "17-crlf-cr-and-quoted-newlines/mixed.csv", settings: handles, sums: [3, 0],
      cells: ["sample_a", "sample_b", "sample_c"], words: ["[mixed-line-ends]"]),
    Example(
      file: "17-crlf-cr-and-quoted-newlines/emoji.csv", settings: handles, sums: [2, 0],
      cells: ["sample_a", "\u{301}sample_b"]),
    Example(
      file: "18-unclosed-quote/input.csv", settings: handles, status: 1, sums: [3, 1],
      cells: ["sample_a", "sample_c", "sample_d"], words: ["a quote opens on line 3"]),
    Example(
      file: "18-unclosed-quote/smart.csv", settings: handles, status: 1, sums: [1, 1],
      cells: ["sample_b"], words: ["a quote opens on line 2"]),
    Example(
      file: "18-unclosed-quote/inch.csv", settings: handles, status: 1, sums: [1, 1],
      cells: ["sample_a"],
      words: ["[quote-in-text]", "inch.csv:3", "text follows the closing quote"]),
    Example(
      file: "19-nul-bytes/input.csv", settings: handles, status: 1, sums: [1, 2],
      cells: ["sample_a"], words: ["input.csv:2", "input.csv:4", "a NUL byte", "blank-row: 2"]),
  ]

  private static let documents = [
    Example(
      file: "21-xml-cdata-and-entities/input.xml", settings: xml(), status: 2,
      words: ["line 2, column 53: the document declares or uses an entity of its own"]),
    Example(
      file: "22-xml-truncated/truncated.xml", settings: xml(), status: 2,
      words: ["line 1, column 103"]),
    Example(
      file: "22-xml-truncated/truncated.xml", settings: xml(#", "keep_partial": true"#),
      status: 1, sums: [1, 1], cells: ["sample_a"], words: ["as keep_partial says"]),
    Example(
      file: "22-xml-truncated/unclosed.xml", settings: xml(), status: 2, words: ["line 1"]),
    Example(
      file: "22-xml-truncated/two-roots.xml", settings: xml(), status: 2,
      words: ["line 1, column 56"]),
    Example(
      file: "22-xml-truncated/trailing.xml", settings: xml(), status: 2, words: ["line 2"]),
    Example(
      file: "22-xml-truncated/empty.xml", settings: xml(), status: 2, words: ["no element"]),
    Example(file: "24-xml-bomb-and-xxe/bomb.xml", settings: xml(), status: 2, words: ["entity"]),
    Example(
      file: "24-xml-bomb-and-xxe/xxe-file.xml", settings: xml(), status: 2, words: ["entity"]),
    Example(
      file: "24-xml-bomb-and-xxe/parameter.xml", settings: xml(), status: 2, words: ["entity"]),
    // Nothing of the DOCTYPE is fetched, and nothing of it is needed.
    Example(
      file: "24-xml-bomb-and-xxe/xxe-http.xml", settings: xml(), sums: [1, 0],
      cells: ["sample_a"]),
  ]

  @Test(arguments: examples)
  func `a case reads as its meaning says`(example: Example) throws {
    let name = example.file.split(separator: "/").last.map(String.init) ?? ""
    let workspace = try Workspace()
    try workspace.copy(Workspace.cases.appending(path: example.file), to: name)
    try workspace.write(
      """
      {"version": 1, "reporting": {"time_zone": "Europe/London", "as_of": "2028-12-31"},
       "sources": [{"id": "log", "agency": "al-asp", "path": "\(name)", \(example.settings)}]}
      """, to: "pipeline.json")
    let check = try workspace.run(["check"])
    #expect(check.status == example.status, "\(check)")
    let said = check.output + check.error
    for words in example.words { #expect(said.contains(words), "\(words) in \(said)") }

    let run = try workspace.run(["run", "--to", "ingest"])
    #expect(run.status == (example.status == 2 ? 2 : 0), "\(run)")
    guard !example.sums.isEmpty, let stage = workspace.lastStage else { return }
    let isOfCounts = example.column == "value"
    let rows = try Table(csv: Array(workspace.bytes(stage + "/records.csv")))
    let rejects = try Table(csv: Array(workspace.bytes(stage + "/rejects.csv")))
    #expect([rows.rows.count, rejects.rows.count] == example.sums, "\(said)")
    guard !example.cells.isEmpty else { return }
    let table =
      isOfCounts ? try Table(csv: Array(workspace.bytes(stage + "/counts.csv"))) : rows
    let index = try #require(table.index(of: example.column))
    // Compared as bytes: texts that only look the same are not.
    #expect(table.rows.map { Array($0[index].utf8) } == example.cells.map { Array($0.utf8) })
  }

  @Test func `an entity bomb ends and no file is looked into`() throws {
    let workspace = try Workspace()
    for name in ["bomb.xml", "xxe-file.xml", "parameter.xml"] {
      try workspace.copy(Workspace.cases.appending(path: "24-xml-bomb-and-xxe/" + name), to: name)
    }
    try workspace.write(
      """
      {"version": 1, "sources": [{"id": "log", "agency": "al-asp", "path": "*.xml", \(Self.xml())}]}
      """, to: "pipeline.json")
    let check = try workspace.run(["check"])
    #expect(check.status == 2)
    let secret = try String(contentsOfFile: "/etc/hostname", encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(secret.isEmpty || !(check.output + check.error).contains(secret))
  }
}

extension Workspace {
  fileprivate static let hasCases = FileManager.default.fileExists(atPath: cases.path)

  /// The folder of the stage `ingest` of the last run, published or not.
  fileprivate var lastStage: String? {
    let runs = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "outputs/runs").path)
    return runs?.filter { !$0.hasPrefix(".") }.sorted().last.map {
      "outputs/runs/\($0)/1-ingest"
    }
  }
}
