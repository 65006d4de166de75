import Tabular

extension JSONValue {
  /// Reads a JSON file that the pipeline wrote.
  init(file path: String) throws {
    let bytes = try Folders.read(path)
    do throws(JSONError) {
      try self.init(parsing: bytes.span)
    } catch {
      throw PipelineError.malformed(file: path, reason: "line \(error.line): \(error.reason)")
    }
  }
}
