import Bytes

/// Gives accounts their pseudonyms under one key.
///
/// The message is unambiguous: each part begins with its length, so that no two lists of parts have
/// the same bytes. Which key, which platform and which kind an account is on are parts of it.
package struct Pseudonymizer {
  /// Tells whether another holder of the id has the same key: 16 hexadecimal digits, no secret.
  package let keyCheck: String

  private let authenticator: MessageAuthenticator
  /// The message of the last account; the parts that all share stand at its start.
  private var message: [UInt8]
  private let sharedCount: Int

  /// The version of the message; another one gives other pseudonyms.
  private static let domain = "takedowns pseudonym 1"
  private static let checkDomain = "takedowns key check 1"
  private static let checkByteCount = 8

  /// - Throws: `PseudonymError.noHMAC`.
  package init(key: ExchangeKey, id: KeyID) throws(PseudonymError) {
    authenticator = try MessageAuthenticator(key: key.bytes)
    var check: [UInt8] = []
    for text in [Self.checkDomain, id.text] { Self.append(Array(text.utf8).span, to: &check) }
    let code = try authenticator.code(of: check.span).prefix(Self.checkByteCount)
    keyCheck = String(
      decoding: code.flatMap { [hexDigit($0 >> 4), hexDigit($0 & 15)] }, as: UTF8.self)
    var message: [UInt8] = []
    for text in [Self.domain, id.text] { Self.append(Array(text.utf8).span, to: &message) }
    self.message = message
    sharedCount = message.count
  }

  /// The pseudonym of a canonical account.
  ///
  /// - Throws: `PseudonymError.noHMAC`.
  package mutating func pseudonym(
    platform: Span<UInt8>, kind: Span<UInt8>, account: Span<UInt8>
  ) throws(PseudonymError) -> Pseudonym {
    message.removeLast(message.count - sharedCount)
    Self.append(platform, to: &message)
    Self.append(kind, to: &message)
    Self.append(account, to: &message)
    return Pseudonym(try authenticator.code(of: message.span))
  }

  private static func append(_ part: Span<UInt8>, to message: inout [UInt8]) {
    let length = UInt64(truncatingIfNeeded: part.count)
    for shift in stride(from: 56, through: 0, by: -8) {
      message.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
    }
    message.append(part)
  }
}
