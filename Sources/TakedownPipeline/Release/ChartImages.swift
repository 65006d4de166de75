import Foundation
import ReleaseModel

/// Turns the charts of a release into PNG, by librsvg's own command.
///
/// Only two families of fonts are let in, whatever else the machine has, so that the same release
/// gives the same bytes wherever librsvg and the fonts are of one version.
struct ChartImages {
  private static let command = "rsvg-convert"
  private static let fonts = [
    "*/LiberationSans-Regular.ttf", "*/LiberationSans-Bold.ttf", "*/DejaVuSans.ttf",
    "*/DejaVuSans-Bold.ttf",
  ]
  private static let fontFile = "LiberationSans-Regular.ttf"
  private static let fontFolders = ["/usr/share/fonts", "/usr/local/share/fonts"]

  /// A folder that may be made for the time being, and is removed.
  private let scratch: String

  init(scratch: String) {
    // Fontconfig looks for its file elsewhere when the path is not a full one.
    self.scratch = URL(fileURLWithPath: scratch).path
  }

  /// A PNG beside each SVG, twice as large.
  ///
  /// - Throws: `ChartImageError` where the command or the font is not there, or fails; `FileError`.
  func files(of drawings: [ReleaseFile]) throws -> [ReleaseFile] {
    guard !drawings.isEmpty else { return [] }
    guard let command = SystemCommand.path(of: Self.command) else {
      throw ChartImageError.noCommand(Self.command)
    }
    guard Self.hasFont else { throw ChartImageError.noFont(Self.fontFile) }
    try Folders.make(scratch, mode: 0o700)
    defer { try? Folders.remove(scratch) }
    try write(Array(Self.fontSettings.utf8), to: "fonts.conf")
    // All at once: the machine has more than one core, and none waits for another.
    let runs = try drawings.enumerated().map { number, drawing in
      try write(drawing.bytes, to: "\(number).svg")
      return (drawing, number, try start(command, on: "\(scratch)/\(number)"))
    }
    return try runs.map { drawing, number, process in
      let status = process.wait()
      // What goes wrong with fonts is told on standard error alone.
      let words = try Folders.read("\(scratch)/\(number).txt")
      let told = String(decoding: words, as: UTF8.self)
      guard status == 0, !told.contains("error") else {
        throw ChartImageError.failed(
          drawing.path, status: Int(status), words: told)
      }
      return ReleaseFile(
        path: drawing.path.dropLast("svg".count) + "png",
        bytes: try Folders.read("\(scratch)/\(number).png"))
    }
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    _ = try OutputFile.write(bytes, to: "\(scratch)/\(name)", mode: 0o600)
  }

  private func start(_ command: String, on path: String) throws -> ChildProcess {
    try ChildProcess(
      [command, "--zoom", "2", "--output", path + ".png", path + ".svg"],
      environment: ["FONTCONFIG_FILE=\(scratch)/fonts.conf", "HOME=\(scratch)"], output: nil,
      error: .writing(path + ".txt", mode: 0o600))
  }

  private static var hasFont: Bool {
    fontFolders.contains { folder in
      let names = FileManager.default.enumerator(atPath: folder)
      while let name = names?.nextObject() as? String {
        if name.hasSuffix("/" + fontFile) { return true }
      }
      return false
    }
  }

  private static var fontSettings: String {
    func globs(_ names: [String]) -> String {
      names.map { "<glob>\($0)</glob>" }.joined()
    }
    return """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig>
      \(fontFolders.map { "<dir>\($0)</dir>" }.joined(separator: "\n"))
      <cachedir>/var/cache/fontconfig</cachedir>
      <selectfont>
      <acceptfont>\(globs(Self.fonts))</acceptfont>
      <rejectfont>\(globs(["*.ttf", "*.otf", "*.ttc", "*.pf?", "*.pcf*", "*.woff*"]))</rejectfont>
      </selectfont>
      </fontconfig>

      """
  }
}
