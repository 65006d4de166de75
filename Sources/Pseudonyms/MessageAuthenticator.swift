import Bytes
import CLibCrypto

/// HMAC-SHA-256 (RFC 2104) by libcrypto, of one message after another under one key.
///
/// The key is set up once; each message begins with what was set up.
@safe final class MessageAuthenticator {
  private let context: OpaquePointer

  /// - Throws: `PseudonymError.noHMAC` where libcrypto does not have it.
  init(key: [UInt8]) throws(PseudonymError) {
    let method = unsafe EVP_MAC_fetch(nil, "HMAC", nil)
    defer { unsafe EVP_MAC_free(method) }
    guard let made = unsafe EVP_MAC_CTX_new(method) else { throw .noHMAC }
    unsafe context = made
    guard unsafe Self.setUp(made, key) else { throw .noHMAC }
  }

  deinit {
    unsafe EVP_MAC_CTX_free(context)
  }

  private static func setUp(_ context: OpaquePointer, _ key: [UInt8]) -> Bool {
    var name = Array("SHA256".utf8CString)
    return unsafe name.withUnsafeMutableBufferPointer { name in
      let parameters = unsafe [
        OSSL_PARAM_construct_utf8_string("digest", name.baseAddress, 0), OSSL_PARAM_construct_end(),
      ]
      return unsafe EVP_MAC_init(context, key, key.count, parameters) == 1
    }
  }

  /// The 32 bytes that authenticate a message.
  ///
  /// - Throws: `PseudonymError.noHMAC` where libcrypto fails, so that no other bytes stand in for them.
  func code(of message: Span<UInt8>) throws(PseudonymError) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: Self.byteCount)
    var length = 0
    let isDone =
      unsafe EVP_MAC_init(context, nil, 0, nil) == 1
      && message.withUnsafeBufferPointer {
        unsafe EVP_MAC_update(context, $0.baseAddress, $0.count) == 1
      } && EVP_MAC_final(context, &code, &length, Self.byteCount) == 1
    guard isDone, length == Self.byteCount else { throw .noHMAC }
    return code
  }

  /// Bytes of a code.
  static let byteCount = 32
}
