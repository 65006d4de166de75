package import Tabular

extension FigureExplanation {
  /// The same for programs: `figure` and each side's `lines` are lists of a name and words, `files` and
  /// `records` lists of objects with the columns of the tables.
  package var json: JSONValue {
    .object([
      "figure": .named(lines),
      "sides": .array(
        sides.map { side in
          .object([
            "side": .string(side.name), "lines": .named(side.lines), "files": side.files.json,
            "records": side.records.rows.isEmpty ? nil : side.records.json,
          ])
        }),
    ])
  }
}

extension AccountExplanation {
  /// The same for programs: the rules that applied, in their order, and what came out.
  package var json: JSONValue {
    .object(["rules": .named(steps.map { ($0.rule, $0.words) }), "result": .named(result)])
  }
}

extension JSONValue {
  /// Lines of a name and words, in their order; a name may come more than once.
  fileprivate static func named(_ lines: [(name: String, words: String)]) -> JSONValue {
    .array(
      lines.map { .object(["name": .string($0.name), "words": .string($0.words)]) })
  }
}

extension Table {
  /// An object for each row.
  fileprivate var json: JSONValue {
    .array(
      rows.map { row in
        .object(zip(columns, row).map { JSONValue.Member($0, .string($1)) })
      })
  }
}
