import CLibIDN2

/// Host names in the one form in which they are compared: ASCII, as the domain name system has them.
enum HostName {
  /// A host with labels in other scripts in ASCII (`xn--…`), by IDNA 2008 and Unicode TR 46.
  ///
  /// - Returns: nil for what is no host name.
  static func ascii(_ host: String) -> String? {
    // The library reads to the first NUL, so that what follows would be lost.
    guard !host.contains(byte: "\0") else { return nil }
    var output: UnsafeMutablePointer<CChar>?
    let flags = CInt(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    let code = unsafe idn2_to_ascii_8z(host, &output, flags)
    guard let text = unsafe output else { return nil }
    defer { unsafe idn2_free(text) }
    return code == IDN2_OK.rawValue ? unsafe String(validatingCString: text) : nil
  }

  /// A host as people read it; itself where it has no `xn--` label, or a damaged one.
  static func readable(_ host: String) -> String {
    guard host.contains("xn--") else { return host }
    var output: UnsafeMutablePointer<CChar>?
    let code = unsafe idn2_to_unicode_8z8z(host, &output, 0)
    guard let text = unsafe output else { return host }
    defer { unsafe idn2_free(text) }
    guard code == IDN2_OK.rawValue else { return host }
    return unsafe String(validatingCString: text) ?? host
  }
}
