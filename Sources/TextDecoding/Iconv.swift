#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A conversion to UTF-8 by the C library.
@safe struct Iconv: ~Copyable {
  /// Why a conversion stopped.
  enum Stop {
    /// All input is converted.
    case done
    /// The input ends inside a character, of which nothing has been taken.
    case incomplete
    /// The bytes from here on are no character.
    case invalid
    /// There is no room for the next character.
    case full
  }

  private let handle: iconv_t

  /// - Throws: `TextEncodingError` where the C library has no such conversion.
  init(_ encoding: TextEncoding) throws(TextEncodingError) {
    let opened: iconv_t? = unsafe iconv_open("UTF-8", encoding.iconvName)
    guard let handle = unsafe opened, Int(bitPattern: handle) != -1 else {
      throw .unavailable(encoding)
    }
    unsafe self.handle = handle
  }

  deinit {
    unsafe _ = iconv_close(handle)
  }

  /// Converts the input from `position` on, writing at `count` of `output`; moves both on.
  ///
  /// The input is left as it is; that it can be changed is for the C declaration alone.
  mutating func convert(
    _ input: inout [UInt8], from position: inout Int, into output: inout [UInt8],
    at count: inout Int
  ) -> Stop {
    precondition(position <= input.count && count <= output.count, "the offsets are inside both")
    var inputLeft = input.count - position
    var outputLeft = output.count - count
    var failure: Int32 = 0
    unsafe input.withUnsafeMutableBytes { input in
      unsafe output.withUnsafeMutableBytes { output in
        var source = unsafe input.baseAddress?.advanced(by: position)
          .assumingMemoryBound(to: CChar.self)
        var target = unsafe output.baseAddress?.advanced(by: count)
          .assumingMemoryBound(to: CChar.self)
        let result = unsafe iconv(handle, &source, &inputLeft, &target, &outputLeft)
        if result == -1 { failure = errno }
      }
    }
    position = input.count - inputLeft
    count = output.count - outputLeft
    return switch failure {
    case 0: .done
    case EINVAL: .incomplete
    case E2BIG: .full
    default: .invalid
    }
  }

  /// Writes a character that is held back in wait for an accent, and starts afresh.
  ///
  /// - Returns: false where there is no room for it.
  mutating func flush(into output: inout [UInt8], at count: inout Int) -> Bool {
    precondition(count <= output.count, "the offset is inside the output")
    var outputLeft = output.count - count
    var isFull = false
    unsafe output.withUnsafeMutableBytes { output in
      var target = unsafe output.baseAddress?.advanced(by: count)
        .assumingMemoryBound(to: CChar.self)
      let result = unsafe iconv(handle, nil, nil, &target, &outputLeft)
      isFull = result == -1
    }
    count = output.count - outputLeft
    return !isFull
  }
}
