import Bytes
import Containers
import Databases
import PrivateNames
import ReleaseModel

/// What the files of a release say to those who open them.
enum ReleaseTexts {
  /// The bytes of each file; of a workbook its parts, unpacked, and of a database also its cells.
  ///
  /// - Throws: `ContainerError` or `DatabaseError` where a file is not what it should be.
  static func all(of files: [ReleaseFile]) throws -> [SearchedText] {
    try parallelMap(files) { file in
      if file.path.hasSuffix(".xlsx") || file.path.hasSuffix(".ods") {
        return try parts(of: file)
      }
      let text = SearchedText(path: file.path, bytes: file.bytes)
      guard DatabaseTexts.isDatabase(file.bytes) else { return [text] }
      let cells = try DatabaseTexts.all(in: file.bytes)
      return [text, SearchedText(path: file.path, part: "its cells", bytes: cells)]
    }.flatMap(\.self)
  }

  private static func parts(of file: ReleaseFile) throws -> [SearchedText] {
    let reader = ContainerReader(
      ArraySource(file.bytes), file: file.path, opensDocuments: true)
    var texts: [SearchedText] = []
    while var member = try reader.next() {
      var bytes: [UInt8] = []
      while try member.source.read(into: &bytes, upTo: 1 << 20) > 0 {}
      let part = String(member.path.dropFirst(file.path.count + 1))
      texts.append(SearchedText(path: file.path, part: part, bytes: bytes))
    }
    return texts
  }
}
