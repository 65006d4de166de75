/// How the files that a stage reads from outside differ from those that it read last time.
package struct InputChanges: Hashable, Sendable {
  /// Paths as the record of a run has them, each list in byte order.
  package private(set) var new: [String] = []
  package private(set) var changed: [String] = []
  package private(set) var gone: [String] = []

  var isEmpty: Bool { new.isEmpty && changed.isEmpty && gone.isEmpty }

  /// Compares the files that there are with those that were read.
  ///
  /// A file whose size has changed is not digested.
  ///
  /// - Throws: `FileError` where a file cannot be read.
  init(_ files: [InputPlace], since recorded: [String: WrittenFile]) throws {
    var seen: Set<String> = []
    let unique = files.filter { seen.insert($0.path).inserted }
    let isSame = try parallelMap(unique) { file in
      try recorded[file.path].map { try file.isStill($0) }
    }
    for (file, isSame) in zip(unique, isSame) {
      switch isSame {
      case nil: new.append(file.path)
      case false?: changed.append(file.path)
      case true?: break
      }
    }
    gone = recorded.keys.filter { !seen.contains($0) }.sortedByBytes
    new = new.sortedByBytes
    changed = changed.sortedByBytes
  }
}

extension InputChanges: CustomStringConvertible {
  /// Such as `1 new, inputs/nca/june.csv; 2 gone, inputs/hsi/may.json and another`.
  package var description: String {
    [("new", new), ("changed", changed), ("gone", gone)].filter { !$0.1.isEmpty }
      .map { word, paths in
        let others = paths.count == 1 ? "" : paths.count == 2 ? " and another" : " and others"
        return "\(paths.count) \(word), \(paths[0])\(others)"
      }
      .joined(separator: "; ")
  }
}
