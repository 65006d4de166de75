package import Tabular

/// What is kept, held against the digests that were noted when it was written.
package struct Verification: Sendable {
  /// The folders that were looked at, relative to the outputs folder.
  package private(set) var folders: [String] = []
  /// How many files are as they were written.
  package private(set) var intact = 0
  /// The others, with paths relative to the outputs folder.
  package private(set) var damages: [FileDamage] = []

  /// Adds a run; one whose record is damaged is compared with what the record still says.
  mutating func add(_ run: RecordedRun) throws {
    let folder = "runs/" + run.name
    folders.append(folder)
    var known: Set<String> = [RunRecord.name, LineageEvent.name]
    add(try run.recordDamages(), below: folder, of: known.count)
    for stage in StageName.allCases {
      known.insert(stage.folder)
      guard run.section(of: stage) != nil || Folders.exists(run.folder + "/" + stage.folder) else {
        continue
      }
      let found = try run.damages(of: stage)
      add(found, below: folder, of: run.outputs(of: stage).count)
    }
    for name in try Folders.names(in: run.folder) where !known.contains(name) {
      damages.append(FileDamage(path: "\(folder)/\(name)", kind: .added))
    }
  }

  /// Adds a vintage.
  mutating func add(vintage name: String, folder: String) throws {
    let place = "vintages/" + name
    folders.append(place)
    let path = folder + "/" + Vintage.recordName
    let bytes = Folders.exists(path) ? try Folders.read(path) : []
    if Seal.opening(bytes) != nil {
      intact += 1
    } else {
      damages.append(
        FileDamage(
          path: place + "/" + Vintage.recordName, kind: bytes.isEmpty ? .missing : .changed))
    }
    let listed = (try? JSONValue(parsing: bytes.span))?["files"]?.elements ?? []
    var written: [String: WrittenFile] = [:]
    for file in listed.compactMap({ WrittenFile($0) }) { written[file.path] = file }
    let found = try FileDamage.all(
      in: folder, written: written, ignoring: [Vintage.recordName])
    add(found, below: place, of: written.count)
  }

  private mutating func add(_ found: [FileDamage], below folder: String, of count: Int) {
    damages += found.map { $0.below(folder) }
    intact += count - found.count { $0.kind != .added }
  }
}

extension Verification {
  /// One line on all.
  package var summary: String {
    let files = "\(intact) files as they were written in \(folders.joined(separator: ", "))"
    return damages.isEmpty ? files : "\(damages.count) files damaged, \(files)"
  }

  package var json: JSONValue {
    .object([
      "intact": .integer(intact), "folders": .array(folders.map { .string($0) }),
      "damages": .array(damages.map(\.json)),
    ])
  }
}
