import Bytes
import Containers
import Databases
import Foundation

extension Workspace {
  /// Writes what a file holds below a folder, so that a search sees all of it: its bytes, those of
  /// the parts where it is an archive or a workbook, and the cells where it is a database.
  func unpack(_ name: String, _ bytes: Data, into folder: String) throws {
    try write(bytes, to: "\(folder)/\(name)")
    let reader = ContainerReader(
      ArraySource(Array(bytes)), file: name, opensDocuments: true)
    while let member = try reader.next() {
      guard !member.isAsStored || member.path != name else { continue }
      var source = member.source
      var content: [UInt8] = []
      while try source.read(into: &content, upTo: 1 << 16) > 0 {}
      try write(
        Data(content), to: "\(folder)/parts/" + member.path.replacing("!", with: ".parts/"))
    }
    if DatabaseTexts.isDatabase(Array(bytes)) {
      let cells = try DatabaseTexts.all(in: Array(bytes))
      try write(Data(cells), to: "\(folder)/parts/\(name).parts/cells.txt")
    }
  }

  /// Every file of the published release, unpacked below a folder.
  func unpackRelease(into folder: String) throws {
    for (name, bytes) in try files(below: "outputs/latest/release") {
      try unpack("release/" + name, bytes, into: folder)
    }
  }
}
