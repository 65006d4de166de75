import ReleaseModel

/// A document as a part of a page: its title and notice are the page's own.
struct DocumentHTML {
  let document: Document

  /// Headings start one level below those of the page's sections.
  var text: String {
    var ids: Set<String> = []
    var heading = ""
    var tables: [String: Int] = [:]
    var parts: [String] = []
    for block in document.blocks {
      switch block {
      case .heading(let level, let text):
        heading = Self.plain(text)
        let id = Self.unused(anchor(text), &ids)
        parts.append("<h\(level + 1) id=\"\(id)\">\(Self.inline(text))</h\(level + 1)>")
      case .paragraph(let text): parts.append("<p>\(Self.inline(text))</p>")
      case .list(let items):
        parts.append(
          "<ul>\n" + items.map { "<li>\(Self.inline($0))</li>\n" }.joined() + "</ul>")
      case .table(let table):
        let number = tables[heading, default: 0] + 1
        tables[heading] = number
        let caption = number == 1 ? heading : "\(heading), table \(number)"
        parts.append(Self.table(table, caption: ShownText.escaped(caption)))
      }
    }
    return parts.joined(separator: "\n")
  }

  /// A name for a heading of the program's own words; of its place where others' are in it.
  private func anchor(_ text: RichText) -> String {
    guard text.runs.allSatisfy({ $0.kind == .words }) else { return "\(document.name)-part" }
    let words = Self.plain(text).lowercased().split {
      !($0.isASCII && ($0.isLetter || $0.isNumber))
    }
    return ([document.name] + words.map(String.init)).joined(separator: "-")
  }

  private static func unused(_ id: String, _ ids: inout Set<String>) -> String {
    var result = id
    var number = 2
    while !ids.insert(result).inserted {
      result = "\(id)-\(number)"
      number += 1
    }
    return result
  }

  private static func plain(_ text: RichText) -> String { text.runs.map(\.text).joined() }

  /// What others have written is set apart, so that its direction is its own affair.
  static func inline(_ text: RichText) -> String {
    text.runs.map { run in
      let escaped = ShownText.escaped(run.text)
      let html =
        switch run.kind {
        case .words: escaped
        case .text: "<bdi>\(escaped)</bdi>"
        case .emphasis: "<em>\(escaped)</em>"
        case .code: "<code>\(escaped)</code>"
        case .link: isWeb(run.text) ? "<a href=\"\(escaped)\">\(escaped)</a>" : escaped
        }
      return run.isStrong ? "<strong>\(html)</strong>" : html
    }.joined()
  }

  /// Whether an address is plainly one of the web.
  private static func isWeb(_ address: String) -> Bool {
    ["https://", "http://"].contains { address.hasPrefix($0) }
      && address.utf8.allSatisfy { (0x21...0x7e).contains($0) && !"<>\"\\^`{|}".utf8.contains($0) }
  }

  private static func table(_ table: DocumentTable, caption: String) -> String {
    func kind(_ place: Int) -> String { table.numbers.contains(place) ? " class=\"number\"" : "" }
    let header = table.header.enumerated().map { place, label in
      label.isEmpty
        ? "<td></td>" : "<th scope=\"col\"\(kind(place))>\(ShownText.escaped(label))</th>"
    }
    let rows = table.rows.map { row in
      row.enumerated().map { place, cell in
        let text = "<bdi>\(ShownText.escaped(cell))</bdi>"
        return place == 0 && !cell.isEmpty
          ? "<th scope=\"row\">\(text)</th>" : "<td\(kind(place))>\(text)</td>"
      }.joined()
    }
    return """
      <div class="scroll" role="group" tabindex="0" aria-label="\(caption)">
      <table>
      <caption class="unseen">\(caption)</caption>
      <thead><tr>\(header.joined())</tr></thead>
      <tbody>
      \(rows.map { "<tr>\($0)</tr>" }.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      """
  }
}
