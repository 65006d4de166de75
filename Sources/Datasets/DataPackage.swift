import Digests
package import ReleaseModel
import Tabular
import TakedownModel

/// `datapackage.json`: the CSV files as a Data Package 2.0, with sizes, hashes and table schemas.
///
/// There is no clock in it: the release is told from others by the last day counted and by an id that
/// follows from the hashes of its files.
package struct DataPackage: ReleaseFormat {
  package init() {}

  package func files(of release: ReleaseContents) -> [ReleaseFile] {
    var resources: [JSONValue] = []
    var hashes: [String] = []
    var earlier: [DataTable] = []
    for file in release.tableFiles {
      let bytes = file.table.csv
      let hash = Digest.sha256(bytes)
      hashes.append("\(hash)  \(file.path)\n")
      let references = file.table.references(among: earlier)
      resources.append(
        resource(file, byteCount: bytes.count, hash: hash, references: references))
      // The key of a chart is a place among its bars, which says nothing elsewhere.
      if file.folder == "data" { earlier.append(file.table) }
    }
    let document = JSONValue.object([
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
      "name": "takedowns",
      "id": .string("sha256:" + Digest.sha256(Array(hashes.joined().utf8))),
      "title": .string(release.title),
      "description": .string(description(of: release)),
      "version": .string(release.asOf.version),
      "as_of": .string(release.asOf.description),
      "resources": .array(resources),
    ])
    return [ReleaseFile(path: "datapackage.json", text: document.prettyText)]
  }

  private func description(of release: ReleaseContents) -> String {
    let words = [
      release.notice, "Counted up to \(release.asOf).",
      "How it was counted stands in methodology.md.",
    ]
    return words.filter { !$0.isEmpty }.map(Self.closed).joined(separator: " ")
  }

  /// A text with a full stop, unless it ends like a sentence.
  static func closed(_ text: String) -> String {
    text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
  }

  private func resource(
    _ file: TableFile, byteCount: Int, hash: String, references: [TableReference]
  ) -> JSONValue {
    .object([
      "name": .string(file.id),
      "type": "table",
      "path": .string(file.path),
      "title": .string(file.table.title),
      "format": "csv",
      "mediatype": "text/csv",
      "encoding": "utf-8",
      "bytes": .integer(byteCount),
      "hash": .string("sha256:" + hash),
      "schema": TableSchema(table: file.table, references: references).json,
    ])
  }
}

extension CalendarDate {
  /// The day as a version of three numbers: `2025.3.31`.
  var version: String {
    let (year, month, day) = components
    return "\(year).\(month).\(day)"
  }
}
