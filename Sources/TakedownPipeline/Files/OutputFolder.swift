import Foundation

/// The outputs folder: `runs/RUN/…`, and `latest`, which points to the run that is published.
///
/// A run is built aside under a name that begins with a dot and renamed when it is whole. `latest`
/// is switched in one step afterwards. Whoever holds the lock may change the folder; the system
/// frees the lock when the process ends, however it ends.
struct OutputFolder {
  /// The path of the folder.
  let path: String
  private let lock: OutputLock

  private var partial: String { path + "/runs/.partial" }
  private var former: String { path + "/runs/.interrupted" }

  /// Opens the folder, making it where there is none, and takes its lock.
  init(path: String, wait seconds: Int) throws {
    self.path = path
    try Folders.make(path, mode: 0o755)
    try Folders.make(path + "/runs", mode: 0o750)
    lock = try OutputLock(of: path, wait: seconds)
    let latest = path + "/latest"
    guard !Folders.exists(latest) || Folders.target(ofLink: latest) != nil else {
      throw PipelineError.notALink(latest)
    }
    try sweep()
  }

  /// Removes what a killed run left, other than the run that it was building.
  private func sweep() throws {
    for name in try Folders.names(in: path + "/runs") where name.hasPrefix(".") {
      if name != ".partial" { try Folders.remove(path + "/runs/" + name) }
    }
    try Folders.remove(path + "/latest.new")
    try Folders.remove(path + "/vintages/.partial")
    for name in [RunRecord.name, LineageEvent.name] {
      if let last = try lastRun { try Folders.remove("\(last.folder)/\(name).new") }
    }
  }

  /// The last run, published or not; nil when there is none.
  var lastRun: RecordedRun? {
    get throws { try KeptRuns(outputs: path).last }
  }

  /// The run that `latest` points to; nil where nothing is published.
  var published: String? { Self.published(in: path) }

  /// The same of an outputs folder, without its lock.
  static func published(in path: String) -> String? {
    guard let target = Folders.target(ofLink: path + "/latest"), target.hasPrefix("runs/") else {
      return nil
    }
    return String(target.dropFirst("runs/".count))
  }

  /// The same with its record; nil also where the folder is gone.
  var publishedRun: RecordedRun? {
    get throws {
      guard let name = published, Folders.isFolder(folder(of: name)) else { return nil }
      return try RecordedRun(name: name, folder: folder(of: name))
    }
  }

  /// The folder of a run.
  func folder(of run: String) -> String { path + "/runs/" + run }

  /// Makes an empty folder in which a run is built; what an interrupted one had built is put aside.
  func makePartial() throws -> String {
    try lock.nameHolder()
    try Folders.remove(former)
    if Folders.isFolder(partial) {
      try Folders.move(partial, to: former)
    } else {
      // A link that somebody has put there is not followed.
      try Folders.remove(partial)
    }
    try Folders.make(partial, mode: 0o750)
    return partial
  }

  /// What an interrupted run had built; nil where there is nothing.
  var interrupted: String? { Folders.isFolder(former) ? former : nil }

  /// Removes what an interrupted run had built.
  func removeInterrupted() throws {
    for folder in [partial, former] where Folders.isFolder(folder) { try Folders.remove(folder) }
  }

  /// Gives a run that is whole its name, which is the present moment; later names sort later.
  func keep(_ partial: String) throws -> String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime]
    let now = formatter.string(from: Date()).filter { $0 != "-" && $0 != ":" }
    var run = now
    // The clock may have been set back, and two runs may end in one second.
    if let last = try lastRun?.name, last >= now {
      let stem = last.split(separator: "+")[0]
      let number = last.split(separator: "+").dropFirst().first.flatMap { Int($0) } ?? 0
      run = stem + "+" + String(String(10_000 + number + 1).dropFirst())
    }
    try EarlySync.finish()
    try synchronize(partial)
    try Folders.move(partial, to: folder(of: run))
    try Folders.synchronize(path + "/runs")
    return run
  }

  /// Removes a run: first it loses its name, so that none is ever there in part.
  func discard(_ run: String) throws {
    let going = path + "/runs/.removed"
    try Folders.move(folder(of: run), to: going)
    try Folders.remove(going)
  }

  /// Makes a run the published one.
  func publish(_ run: String) throws {
    guard Folders.target(ofLink: path + "/latest") != "runs/" + run else { return }
    try Folders.pointLink(path + "/latest", to: "runs/" + run)
    try Folders.synchronize(path)
  }

  /// Puts a folder with all that is in it on the disk.
  func synchronize(_ folder: String) throws {
    for name in try Folders.names(in: folder) {
      let path = folder + "/" + name
      if Folders.isFolder(path) {
        try synchronize(path)
      } else {
        try FileDescriptor.reading(path).synchronize()
      }
    }
    try Folders.synchronize(folder)
  }
}
