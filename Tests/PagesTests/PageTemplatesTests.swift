import Pages
import Testing

struct PageTemplatesTests {
  struct Case: CustomTestStringConvertible {
    let file: String
    let text: String
    let line: Int?
    let words: String

    var testDescription: String { "\(file): \(text)" }
  }

  static let faulty = [
    Case(file: "indx.mustache", text: "", line: nil, words: "no template has this name"),
    Case(file: "README.md", text: "", line: nil, words: "no template has this name"),
    Case(file: "index.mustache", text: "a\n{{#notice}}\n", line: 3, words: "is not closed"),
    Case(
      file: "files.mustache", text: "a\n{{#files}}{{/file}}", line: 2, words: "under another name"),
    Case(file: "files.mustache", text: "\n\n{{path", line: 3, words: "no end"),
    Case(file: "tables.mustache", text: "\n{{> tabel}}", line: 2, words: "no template 'tabel'"),
    Case(file: "table.mustache", text: "{{> table}}", line: 1, words: "without end"),
    Case(file: "table.mustache", text: "\n{{>tables}}", line: 2, words: "without end"),
    Case(file: "index.mustache", text: "{{=<% %>=}}", line: 1, words: "not for these templates"),
    Case(file: "index.mustache", text: "{{>*title}}", line: 1, words: "not for these templates"),
    Case(file: "index.mustache", text: "{{< files}}{{/files}}", line: 1, words: "not for these"),
    Case(file: "index.mustache", text: "{{% CONTENT_TYPE:TEXT}}", line: 1, words: "not for these"),
  ]

  @Test("a template that cannot be used is told with its file and line", arguments: faulty)
  func faults(_ example: Case) throws {
    let error = #expect(throws: PageTemplateError.self) {
      try PageTemplates(replacing: [example.file: Array(example.text.utf8)])
    }
    #expect(error?.file == example.file)
    #expect(error?.line == example.line)
    #expect(error?.reason.contains(example.words) == true, "\(error?.reason ?? "")")
  }

  @Test("a template that is no UTF-8 is refused")
  func encoding() {
    #expect(throws: PageTemplateError.self) {
      try PageTemplates(replacing: ["style.mustache": [0xff]])
    }
  }

  @Test("a replaced template is used, and what it says is escaped")
  func replaced() throws {
    let templates = try PageTemplates(
      replacing: ["citation.mustache": Array("<p>Cite {{title}} {{! a comment }}</p>".utf8)])
    let release = try Example.release(
      agencies: ["A"], platforms: ["B"], title: "Accounts <taken> down")
    let page = try Example.files(of: release, templates: templates)["index.html"] ?? ""
    #expect(page.contains("<p>Cite Accounts &lt;taken&gt; down </p>"))
    #expect(!page.contains("How to cite</h2>"))
  }
}
