import Glibc

/// The few operations on folders and links that the pipeline needs.
enum Folders {
  static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0 || errno == EACCES
  }

  /// Makes a folder with exactly this mode, whatever the umask; fine when it exists.
  static func make(_ path: String, mode: UInt32) throws(FileError) {
    if unsafe mkdir(path, mode) != 0 {
      guard errno == EEXIST else { throw .last("make the folder", path) }
      return
    }
    guard unsafe chmod(path, mode) == 0 else { throw .last("make the folder", path) }
  }

  /// The names in a folder, in byte order, without `.` and `..`; empty when there is no folder.
  static func names(in path: String) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else {
      if errno == ENOENT { return [] }
      throw .last("read the folder", path)
    }
    defer { unsafe _ = closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sortedByBytes
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether there is a file that is no link.
  static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// How many bytes a file has; nil where there is none.
  static func size(ofFile path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Every file below a folder, as paths relative to it, in byte order.
  static func files(below path: String) throws(FileError) -> [String] {
    var found: [String] = []
    for name in try names(in: path) {
      let child = path + "/" + name
      if isFolder(child) {
        found += try files(below: child).map { name + "/" + $0 }
      } else {
        found.append(name)
      }
    }
    return found.sortedByBytes
  }

  /// Removes a file, or a folder with all that is in it; links are removed, never followed.
  static func remove(_ path: String) throws(FileError) {
    if isFolder(path) {
      for name in try names(in: path) { try remove(path + "/" + name) }
      guard unsafe rmdir(path) == 0 else { throw .last("remove", path) }
    } else if unsafe unlink(path) != 0, errno != ENOENT {
      throw .last("remove", path)
    }
  }

  /// Gives every file of a folder a second name in another folder: no bytes are copied.
  static func link(_ source: String, as target: String, mode: UInt32) throws(FileError) {
    try make(target, mode: mode)
    for name in try names(in: source) {
      let (from, to) = (source + "/" + name, target + "/" + name)
      if isFolder(from) {
        try link(from, as: to, mode: mode)
      } else if unsafe Glibc.link(from, to) != 0 {
        throw .last("link", to)
      }
    }
  }

  static func move(_ source: String, to target: String) throws(FileError) {
    guard unsafe rename(source, target) == 0 else { throw .last("rename", source) }
  }

  /// Makes `path` a symbolic link to `target`, in one step also where one is there already.
  static func pointLink(_ path: String, to target: String) throws(FileError) {
    let temporary = path + ".new"
    try remove(temporary)
    guard unsafe symlink(target, temporary) == 0 else { throw .last("link", temporary) }
    try move(temporary, to: path)
  }

  /// Where a symbolic link points; nil when there is none.
  static func target(ofLink path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Puts a folder's entries on the disk.
  static func synchronize(_ path: String) throws(FileError) {
    try FileDescriptor.folder(path).synchronize()
  }

  /// The files that a pattern with `*`, `?` and `[…]` matches below `folder`, in byte order.
  ///
  /// - Throws: `FileError` where a folder on the way is there and cannot be read: a file that is not seen
  ///   would be missing from the figures.
  static func matches(_ pattern: String, in folder: String) throws(FileError) -> [String] {
    let isAbsolute = pattern.hasPrefix("/")
    let literal = folder.map { "*?[\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    let base = isAbsolute ? "" : literal + "/"
    var result = unsafe glob_t()
    defer { unsafe globfree(&result) }
    let status = unsafe glob(
      base + pattern, GLOB_NOSORT, { _, code in code == ENOENT ? 0 : 1 }, &result)
    guard status == 0 else {
      if status != GLOB_NOMATCH { throw .last("read a folder for", pattern) }
      return []
    }
    var paths: [String] = []
    for i in 0..<Int(unsafe result.gl_pathc) {
      guard let path = unsafe result.gl_pathv[i] else { continue }
      let text = unsafe String(cString: path)
      // A link that leads nowhere stays, so that opening it says so.
      guard !isFolder(text) else { continue }
      paths.append(isAbsolute ? text : String(text.dropFirst(folder.count + 1)))
    }
    return paths.sortedByBytes
  }

  /// Whether a name matches a pattern with `*`, `?` and `[…]`; `*` stands for `/` and `!` too.
  static func matches(_ name: Substring, _ pattern: String) -> Bool {
    unsafe fnmatch(pattern, String(name), 0) == 0
  }

  /// A whole small file.
  static func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try FileDescriptor.reading(path)
    var bytes: [UInt8] = []
    while try file.read(into: &bytes, upTo: 1 << 16) > 0 {}
    return bytes
  }
}
