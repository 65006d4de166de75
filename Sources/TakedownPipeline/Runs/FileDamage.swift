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
    let paths = found.union(written.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var damages: [FileDamage] = []
    for path in paths {
      let place = InputPlace(path: path, location: folder + "/" + path)
      if let file = written[path] {
        if !found.contains(path) {
          damages.append(FileDamage(path: path, kind: .missing))
        } else if try !Folders.isPlainFile(place.location) || !place.isStill(file) {
          damages.append(FileDamage(path: path, kind: .changed))
        }
      } else {
        damages.append(FileDamage(path: path, kind: .added))
      }
    }
    return damages
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
