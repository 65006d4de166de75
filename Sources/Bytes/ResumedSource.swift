/// Bytes that have been read already, and after them the rest of their source.
package struct ResumedSource: ByteSource {
  private var read: ArraySlice<UInt8>
  private var rest: any ByteSource

  package init(_ read: [UInt8], _ rest: any ByteSource) {
    self.read = read[...]
    self.rest = rest
  }

  package mutating func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    guard !read.isEmpty else { return try rest.read(into: &buffer, upTo: limit) }
    let part = read.prefix(limit)
    buffer.append(contentsOf: part)
    read = read.dropFirst(part.count)
    return part.count
  }
}
