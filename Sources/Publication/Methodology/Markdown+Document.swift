import ReleaseModel

extension Markdown {
  /// A document as a file of its own.
  static func text(_ document: Document) -> String {
    let notice = document.notice.isEmpty ? [] : [inline("**\(document.notice)**")]
    let parts = ["# \(inline(document.title))"] + notice + document.blocks.map(block)
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func block(_ block: DocumentBlock) -> String {
    switch block {
    case .heading(let level, let text):
      "\(String(repeating: "#", count: level)) \(inline(text))"
    case .paragraph(let text): inline(text, startsLine: true)
    case .list(let items):
      items.map { "- \(inline($0, startsLine: true))" }.joined(separator: "\n")
    case .table(let table): self.table(table)
    }
  }

  /// Columns of numbers are set to the right.
  private static func table(_ table: DocumentTable) -> String {
    let rule = table.header.indices.map { table.numbers.contains($0) ? "---:" : "---" }
    return ([table.header, rule] + table.rows.map { $0.map(text) })
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// The runs of a line; `startsLine` where the first one begins a line of its own.
  static func inline(_ rich: RichText, startsLine: Bool = false) -> String {
    var result = ""
    var isStrong = false
    for (place, run) in rich.runs.enumerated() {
      if run.isStrong != isStrong {
        result += "**"
        isStrong = run.isStrong
      }
      switch run.kind {
      case .words: result += run.text
      case .text: result += startsLine && place == 0 && !isStrong ? line(run.text) : text(run.text)
      case .emphasis: result += "*\(run.text)*"
      case .code: result += "`\(run.text)`"
      case .link: result += link(run.text)
      }
    }
    return isStrong ? result + "**" : result
  }
}
