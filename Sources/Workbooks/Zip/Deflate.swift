import CLibZ

/// Compression and checksum as zip archives have them.
enum Deflate {
  /// CRC-32.
  static func checksum(of bytes: [UInt8]) -> UInt {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe crc32_z(0, buffer.baseAddress, buffer.count)
    }
  }

  /// The bytes compressed, without a frame around them.
  ///
  /// - Throws: `WorkbookError` where there is no memory.
  static func packed(_ bytes: [UInt8], name: String) throws(WorkbookError) -> [UInt8] {
    var stream = unsafe z_stream()
    // A negative size of the window asks for no frame.
    let status = unsafe deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .notWritten(name, "no memory to compress it") }
    defer { unsafe _ = deflateEnd(&stream) }
    var input = bytes
    let bound = unsafe Int(deflateBound(&stream, UInt(bytes.count)))
    var output = [UInt8](repeating: 0, count: bound)
    let end = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(clamping: target.count)
        return unsafe deflate(&stream, Z_FINISH)
      }
    }
    guard end == Z_STREAM_END else { throw .notWritten(name, "it could not be compressed") }
    output.removeLast(output.count - Int(unsafe stream.total_out))
    return output
  }

  /// The bytes, so many, that `packed` was given.
  ///
  /// - Throws: `WorkbookError` where it is something else, or there is no memory.
  static func unpacked(
    _ bytes: [UInt8], size: Int, name: String
  ) throws(WorkbookError) -> [UInt8] {
    var stream = unsafe z_stream()
    let status = unsafe inflateInit2_(
      &stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .notWritten(name, "no memory to unpack it") }
    defer { unsafe _ = inflateEnd(&stream) }
    var input = bytes
    // A byte more than there is, so that zlib sees the end.
    var output = [UInt8](repeating: 0, count: size + 1)
    let end = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(clamping: source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(clamping: target.count)
        return unsafe inflate(&stream, Z_FINISH)
      }
    }
    guard end == Z_STREAM_END, Int(unsafe stream.total_out) == size else {
      throw .notWritten(name, "it could not be unpacked")
    }
    output.removeLast()
    return output
  }
}
