import Foundation
import Testing

/// Catalogues of messages as a user names them in the pipeline file.
struct LanguageTests {
  private static let welsh = CaseTests.folder.appending(
    path: "publishing/in-two-languages/inputs/cy.json")

  private static func workspace(_ files: [String: (String) -> String]) throws -> Workspace {
    let workspace = try Workspace()
    let text = try String(contentsOf: welsh, encoding: .utf8)
    for (path, change) in files { try workspace.write(change(text), to: path) }
    try workspace.write("Platform,Account,Date\nX,@one,2024-05-01\n", to: "log.csv")
    let paths = files.keys.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    try workspace.write(
      """
      {
        "version": 1,
        "sources": [{
          "id": "nca", "agency": "uk-nca", "path": "log.csv", "format": "csv",
          "fields": { "platform": "Platform", "account": "Account", "action_date": "Date" },
          "constants": { "action": "removed" }
        }],
        "headlines": [{ "id": "nca", "agency": "uk-nca" }],
        "languages": [\(paths)]
      }
      """, to: "pipeline.json")
    return workspace
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let problems: [String]
    var testDescription: String { old }
  }

  @Test(arguments: [
    Case(
      old: #""uk-nca": "yr"#, new: #""uk-nka": "yr"#,
      problems: [
        "names.agencies.uk-nka: no register has 'uk-nka' (did you mean 'uk-nca'?); take it out, or "
          + "add it to registers.agencies"
      ]),
    Case(
      old: "Nodyn: {note}.", new: "Nodyn: {nota}.",
      problems: ["messages.note: unknown place 'nota'; did you mean 'note'?"]),
    Case(
      old: #""provisional""#, new: #""provisionel""#,
      problems: [
        "messages.provisionel: unknown key 'provisionel'; did you mean 'provisional'?",
        "messages.provisional: missing; expected a text",
      ]),
  ])
  func `a catalogue that is wrong is refused with file, key path and what was expected`(
    _ example: Case
  ) throws {
    let workspace = try Self.workspace([
      "cy.json": { $0.replacing(example.old, with: example.new) }
    ])
    let result = try workspace.run(["run"])
    #expect(result.status == 2)
    let problems = example.problems.map { "pipeline.json: languages[0]: cy.json: \($0)\n" }
    #expect(result.error == "Error: " + problems.joined())
  }

  @Test func `two catalogues of one language are refused`() throws {
    let workspace = try Self.workspace([
      "cy.json": { $0 }, "wales.json": { $0.replacing(#""cy""#, with: #""CY""#) },
    ])
    let result = try workspace.run(["run"])
    #expect(
      result.error
        == "Error: pipeline.json: languages[1]: wales.json: language: 'CY' is already that "
        + "of 'cy.json'; give each its own\n")
  }

  @Test func `a run records which words it used, and a vintage keeps what was said`() throws {
    let workspace = try Self.workspace(["cy.json": { $0 }])
    try workspace.succeed("run")
    let record = try workspace.text("outputs/latest/run.json")
    #expect(record.contains(#""path": "cy.json""#))
    try workspace.write(
      try String(contentsOf: Self.welsh, encoding: .utf8)
        .replacing("Cafodd", with: "Fe gafodd").replacing("cafodd", with: "fe gafodd"),
      to: "cy.json")
    try workspace.succeed("run")
    let vintages = try workspace.files(below: "outputs/vintages").keys.sorted()
    let names = Set(vintages.compactMap { $0.split(separator: "/").first.map(String.init) })
      .sorted()
    #expect(names.count == 2)
    for (name, start) in zip(names, ["Cafodd 1 cyfrif", "Fe gafodd 1 cyfrif"]) {
      let said = try workspace.succeed("headline", "--vintage", name, "--language", "cy").output
      #expect(said.hasPrefix(start), "\(said)")
    }
  }
}
