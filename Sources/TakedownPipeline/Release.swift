package import Tabular

/// The headlines of the published release or of a vintage, as `headlines.json` has them.
package struct Release: Sendable {
  /// What stands on everything that the release shows; empty for none.
  package let notice: String
  /// The headlines in their order, each an object with `id`, `sentence` and the exact figures.
  package let headlines: [JSONValue]

  /// Reads the release that `latest` points to.
  package init(of pipeline: Pipeline) throws {
    let folder = pipeline.resolve(pipeline.file.outputs) + "/latest/release"
    guard Folders.exists(folder) else { throw PipelineError.noRelease }
    try self.init(folder: folder)
  }

  /// Reads what was published once.
  package init(of vintage: Vintage) throws {
    try self.init(folder: vintage.folder)
  }

  private init(folder: String) throws {
    let document = try JSONValue(file: folder + "/headlines.json")
    notice = document["notice"]?.string ?? ""
    headlines = document["headlines"]?.elements ?? []
  }

  /// One headline.
  ///
  /// - Throws: `PipelineError.unknownHeadline` where the release has none of that id.
  package func headline(_ id: String) throws -> JSONValue {
    for headline in headlines where headline["id"]?.string == id { return headline }
    throw PipelineError.unknownHeadline(id, known: headlines.compactMap { $0["id"]?.string })
  }
}
