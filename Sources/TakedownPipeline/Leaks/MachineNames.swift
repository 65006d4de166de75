import Foundation
import Glibc
import PrivateNames

/// The folders and files of a run, and the machine that it runs on.
struct MachineNames {
  private let pipeline: Pipeline
  /// The names of the release's own files, without folders.
  private let ownFiles: Set<Substring>

  /// `release` has the paths of the files of the release, which may name them.
  init(pipeline: Pipeline, release: [String]) {
    self.pipeline = pipeline
    ownFiles = Set(release.compactMap { $0.split(separator: "/").last })
  }

  /// All of them; `inputs` are the files that were read, as `1-ingest/files.csv` has them.
  func all(inputs: [String]) -> [PrivateName] {
    (folders + hosts + inputs.flatMap(parts).flatMap(files) + patterns).compactMap { $0 }
  }

  private var folders: [PrivateName?] {
    let folders = [
      (pipeline.folder, "the folder of the pipeline file"),
      (pipeline.resolve(pipeline.file.outputs), "the outputs folder"),
      (FileManager.default.homeDirectoryForCurrentUser.path, "the home folder of who runs this"),
    ]
    return folders.flatMap { path, origin in
      let url = URL(fileURLWithPath: path).standardizedFileURL
      let spellings = Set([url.path, url.resolvingSymlinksInPath().path])
      return spellings.sorted().map { name(ofFolder: $0, origin) }
    }
  }

  /// A folder; one right below the root is called like much else, so that it only counts where
  /// something follows.
  private func name(ofFolder path: String, _ origin: String) -> PrivateName? {
    let isTop = path.split(separator: "/").count == 1
    return PrivateName(.path, Array((isTop ? path + "/" : path).utf8), origin: origin)
  }

  /// `a.zip!b/c.csv` as both of its parts.
  private func parts(of input: String) -> [String] {
    input.split(separator: "!").map(String.init)
  }

  /// A file of the input by its path and by its name, unless the release has a file of that name.
  private func files(_ path: String) -> [PrivateName?] {
    let name = path.split(separator: "/").last ?? path[...]
    guard !ownFiles.contains(name) else { return [] }
    var spellings: [Substring] = []
    if path.contains("/") { spellings.append(path[...]) }
    // What has no ending, or is short, may be an ordinary word.
    if name.contains("."), name.utf8.count >= 8 { spellings.append(name) }
    return spellings.map {
      PrivateName(.path, Array($0.utf8), origin: "a file of the input, '\(path)'")
    }
  }

  private var patterns: [PrivateName?] {
    pipeline.file.sources.flatMap { source in
      source.paths.map(\.filePattern).filter { $0.contains("/") && $0.contains("*") }.map {
        PrivateName(.path, Array($0.utf8), origin: "the path of source '\(source.id)'")
      }
    }
  }

  /// The name of the machine, with its domain and without.
  private var hosts: [PrivateName?] {
    guard let host = Self.host else { return [] }
    let names = Set([host, host.split(separator: ".").first.map(String.init) ?? host])
    return names.sorted().filter { $0.utf8.count >= 4 && !$0.hasPrefix("localhost") }.map {
      PrivateName(.host, Array($0.utf8), origin: "the name of this machine")
    }
  }

  private static var host: String? {
    var bytes = [CChar](repeating: 0, count: 256)
    // The last byte stays 0 whatever the length of the name.
    guard unsafe gethostname(&bytes, bytes.count - 1) == 0 else { return nil }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
