package import Tabular

/// A file that is not as it was written.
package struct FileDamage: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case missing, changed
    /// It is no part of what was written.
    case added
  }

  /// Relative to the outputs folder, or to the run.
  package let path: String
  package let kind: Kind

  func below(_ folder: String) -> FileDamage {
    FileDamage(path: folder + "/" + path, kind: kind)
  }

  /// Compares a folder with the files that were written into it; in the byte order of the paths.
  ///
  /// The paths in `ignored` are no part of the list, and may be there. Throws `FileError` where a file
  /// cannot be read.
  static func all(
    in folder: String, written: [String: WrittenFile], ignoring ignored: Set<String> = []
  ) throws -> [FileDamage] {
    let found = Set(try Folders.files(below: folder)).subtracting(ignored)
    let paths = found.union(written.keys).sortedByBytes
    return try parallelMap(paths) { path -> FileDamage? in
      let place = InputPlace(path: path, location: folder + "/" + path)
      guard let file = written[path] else { return FileDamage(path: path, kind: .added) }
      guard found.contains(path) else { return FileDamage(path: path, kind: .missing) }
      let isSound = try Folders.isPlainFile(place.location) && place.isStill(file)
      return isSound ? nil : FileDamage(path: path, kind: .changed)
    }.compactMap(\.self)
  }
}

extension FileDamage: CustomStringConvertible {
  package var description: String {
    switch kind {
    case .missing: "\(path): is missing"
    case .changed: "\(path): is not as it was written"
    case .added: "\(path): was not written by the run"
    }
  }

  package var json: JSONValue {
    .object(["path": .string(path), "fault": .string(kind.rawValue)])
  }
}
