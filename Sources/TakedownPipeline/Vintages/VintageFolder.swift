import Foundation
import Tabular
import TakedownModel

/// The folder `vintages` of the outputs: what was published, in the order in which it was.
///
/// Nothing in it is ever changed or taken away. A vintage is built aside and renamed when it is whole.
struct VintageFolder {
  let path: String

  init(outputs: String) {
    path = outputs + "/vintages"
  }

  /// All vintages, the oldest first.
  var all: [Vintage] {
    get throws {
      try names.map { try Vintage(name: $0, folder: path + "/" + $0) }
    }
  }

  /// The vintage of a name.
  ///
  /// - Throws: `VintageError` where there is none.
  func named(_ name: String) throws -> Vintage {
    let names = try names
    guard names.contains(name) else { throw VintageError.unknown(name, known: names) }
    return try Vintage(name: name, folder: path + "/" + name)
  }

  /// The names of all vintages, the oldest first.
  var names: [String] {
    get throws {
      try Folders.names(in: path)
        .filter { !$0.hasPrefix(".") && Folders.exists(path + "/" + $0 + "/" + Vintage.recordName) }
        .sorted { (Self.number($0), $0) < (Self.number($1), $1) }
    }
  }

  private static func number(_ name: String) -> Int { Int(name.prefix { $0 != "-" }) ?? 0 }

  /// Adds what a run publishes; the figures and inputs of the last vintage make no new one.
  ///
  /// - Parameters:
  ///   - run: the folder of the run, which is whole.
  ///   - name: the name of the run.
  ///   - outputs: the folder that holds the lock.
  /// - Throws: `PipelineError` where the last vintage or the run cannot be read, `FileError`.
  func add(_ run: String, named name: String, outputs: OutputFolder) throws {
    let record = try JSONValue(file: run + "/run.json")
    let contents = try VintageContents(release: run + "/" + StageName.emit.folder, record: record)
    let last = try names.last
    if let last, try Vintage(name: last, folder: path + "/" + last).digest == contents.digest {
      return
    }
    try Folders.make(path, mode: 0o750)
    let partial = path + "/.partial"
    do {
      try Folders.remove(partial)
      try Folders.make(partial, mode: 0o750)
      for (file, bytes) in contents.files {
        if file.path.contains("/") { try Folders.make(partial + "/data", mode: 0o750) }
        _ = try OutputFile.write(bytes, to: partial + "/" + file.path, mode: 0o640)
      }
      let number = String((last.map(Self.number) ?? 0) + 1)
      let padded = String(repeating: "0", count: max(0, 4 - number.count)) + number
      let own = [padded, contents.asOf, String(contents.digest.prefix(8))].joined(separator: "-")
      let document = contents.document(
        name: own, run: name, published: Date().ISO8601Format(), record: record)
      _ = try OutputFile.write(
        Seal.closing(document), to: partial + "/" + Vintage.recordName, mode: 0o640)
      try EarlySync.finish()
      try outputs.synchronize(partial)
      try Folders.move(partial, to: path + "/" + own)
    } catch {
      try? Folders.remove(partial)
      throw error
    }
    try Folders.synchronize(path)
    try Folders.synchronize(outputs.path)
  }
}
