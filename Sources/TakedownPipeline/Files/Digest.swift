import CLibCrypto

/// SHA-256 of bytes that arrive in parts, by libcrypto.
@safe final class Digest {
  private let context: OpaquePointer?

  init() {
    unsafe context = EVP_MD_CTX_new()
    unsafe _ = EVP_DigestInit_ex(context, EVP_sha256(), nil)
  }

  deinit {
    unsafe EVP_MD_CTX_free(context)
  }

  func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count)
    }
  }

  /// The digest in hexadecimal; the object is of no use afterwards.
  func finish() -> String {
    var bytes = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    unsafe _ = EVP_DigestFinal_ex(context, &bytes, &length)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of a file.
  static func sha256(file path: String) throws -> String {
    let file = try FileSource(path: path)
    var block: [UInt8] = []
    while try file.read(into: &block, upTo: 1 << 20) > 0 { block.removeAll(keepingCapacity: true) }
    return file.finish()
  }

  /// The digest of all of the bytes.
  static func sha256(_ bytes: [UInt8]) -> String {
    let digest = Digest()
    digest.update(bytes.span)
    return digest.finish()
  }
}
