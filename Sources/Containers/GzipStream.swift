import Bytes
import CLibZ

/// A gzip stream of one or more members, each checked against the length and checksum at its end.
///
/// By zlib itself, since libarchive looks at neither.
@safe final class GzipStream {
  private let file: String
  private var source: any ByteSource
  private var input: [UInt8] = []
  private var used = 0
  private let stream: UnsafeMutablePointer<z_stream>
  private let block: UnsafeMutableBufferPointer<UInt8>
  private let isOpen: Bool
  private var isInMember = true
  private var isAtEnd = false

  init(_ source: any ByteSource, file: String) throws(ContainerError) {
    self.source = source
    self.file = file
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    unsafe block = .allocate(capacity: ArchiveFeed.blockSize)
    // 16 asks for the gzip format, 15 for the largest window.
    isOpen =
      unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
      == Z_OK
    guard isOpen else { throw error("cannot be opened: there is no memory for it") }
  }

  deinit {
    if isOpen { unsafe _ = inflateEnd(stream) }
    unsafe stream.deallocate()
    unsafe block.deallocate()
  }

  /// Appends bytes; 0 at the end, once all of the source has been read.
  func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    while !isAtEnd {
      if used == input.count {
        used = 0
        input.removeAll(keepingCapacity: true)
        _ = try source.read(into: &input, upTo: ArchiveFeed.blockSize)
      }
      // What zlib still holds comes out without further input; only then is the end a fault.
      let isLast = input.isEmpty
      if !isInMember {
        try beginMember()
        continue
      }
      let count = try inflate(upTo: limit)
      if count > 0 {
        unsafe buffer.append(contentsOf: block[..<count])
        return count
      }
      if isLast, isInMember {
        throw error("breaks off inside its compressed data: fetch it again")
      }
    }
    return 0
  }

  /// Goes on behind a member: another one, the end, or zeros up to the end.
  private func beginMember() throws {
    guard !input.isEmpty else {
      isAtEnd = true
      return
    }
    if input[used] == 0x1f {
      unsafe _ = inflateReset(stream)
      isInMember = true
      return
    }
    guard input[used...].allSatisfy({ $0 == 0 }) else {
      throw error("goes on with other bytes behind its compressed data: fetch it again")
    }
    used = input.count
    // After zeros nothing but zeros may come.
    isAtEnd = try PeekedSource(source).restIsZero()
    guard isAtEnd else {
      throw error("goes on with other bytes behind its compressed data: fetch it again")
    }
  }

  private func inflate(upTo limit: Int) throws(ContainerError) -> Int {
    let capacity = min(limit, ArchiveFeed.blockSize)
    let offset = used
    let available = input.count - used
    var left = 0
    let status = unsafe input.withUnsafeMutableBufferPointer { bytes in
      unsafe stream.pointee.next_in = bytes.baseAddress.map { unsafe $0 + offset }
      unsafe stream.pointee.avail_in = UInt32(available)
      unsafe stream.pointee.next_out = block.baseAddress
      unsafe stream.pointee.avail_out = UInt32(capacity)
      let status = unsafe CLibZ.inflate(stream, Z_NO_FLUSH)
      left = Int(unsafe stream.pointee.avail_in)
      return status
    }
    used = input.count - left
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END: isInMember = false
    default:
      let message = unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "it is damaged"
      throw error("cannot be read as a gzip stream (\(message)): it is damaged; fetch it again")
    }
    return capacity - Int(unsafe stream.pointee.avail_out)
  }

  private func error(_ reason: String) -> ContainerError {
    ContainerError(file: file, reason: reason)
  }
}
