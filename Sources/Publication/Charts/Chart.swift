import Tabular

/// A picture as data and a Vega-Lite specification that stand side by side.
struct Chart {
  /// The table that the picture is drawn from, notice included.
  let table: DataTable
  /// The specification; it reads the table by its file name.
  let specification: JSONValue

  /// The two files.
  var files: [ReleaseFile] {
    [
      ReleaseFile(path: "charts/\(table.name).csv", bytes: table.csv),
      ReleaseFile(path: "charts/\(table.name).vl.json", text: specification.prettyText),
    ]
  }
}
