import CLibCrypto

/// A digest of bytes that arrive in parts, by libcrypto.
@safe package final class Digest {
  package enum Algorithm: Hashable, Sendable {
    case sha1, sha256, sha512
  }

  private let context: OpaquePointer?

  package init(_ algorithm: Algorithm = .sha256) {
    unsafe context = EVP_MD_CTX_new()
    let method =
      switch algorithm {
      case .sha1: unsafe EVP_sha1()
      case .sha256: unsafe EVP_sha256()
      case .sha512: unsafe EVP_sha512()
      }
    unsafe _ = EVP_DigestInit_ex(context, method, nil)
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  package func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count)
    }
  }

  /// The digest in lower-case hexadecimal; the object is of no use afterwards.
  package func finish() -> String {
    unsafe Self.finish(context)
  }

  /// The digest of what there has been so far, in lower-case hexadecimal.
  package func soFar() -> String {
    let copy = unsafe EVP_MD_CTX_new()
    defer { unsafe EVP_MD_CTX_free(copy) }
    unsafe _ = EVP_MD_CTX_copy_ex(copy, context)
    return unsafe Self.finish(copy)
  }

  private static func finish(_ context: OpaquePointer?) -> String {
    var bytes = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    unsafe _ = EVP_DigestFinal_ex(context, &bytes, &length)
    return bytes.span.extracting(0..<Int(length)).hexadecimal
  }

  /// The SHA-256 of all of the bytes, in lower-case hexadecimal.
  package static func sha256(_ bytes: [UInt8]) -> String {
    let digest = Digest()
    digest.update(bytes.span)
    return digest.finish()
  }
}
