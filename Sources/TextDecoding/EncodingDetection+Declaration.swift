extension EncodingDetection {
  /// The encoding to read the file with.
  ///
  /// A declaration wins over what was found. It is turned down where the first bytes leave no doubt
  /// (a byte order mark of another encoding, NULs that the declared one cannot have, none where it
  /// must have them), since reading on would bend every row.
  ///
  /// - Throws: `TextEncodingError` for such a declaration, and for one of UTF-16 or UTF-32 where
  ///   nothing shows the order of bytes.
  package func encoding(
    declared: TextEncoding?
  ) throws(TextEncodingError) -> TextEncoding {
    guard let declared else { return found ?? .utf8 }
    switch evidence {
    case .byteOrderMark, .nulPattern:
      guard let found, declared.includes(found) else { throw .ruledOut(declared, by: self) }
      return found
    case .validUTF8, .ascii:
      guard case .wide = declared.form else { return declared }
      throw .ruledOut(declared, by: self)
    case .notUTF8:
      guard !declared.needsByteOrder else { throw .orderUnknown(declared) }
      return declared
    }
  }

  /// What speaks against a declaration that is followed all the same, in words; nil when nothing.
  ///
  /// Text in a code page is next to never well-formed UTF-8 by chance.
  package func contradiction(to declared: TextEncoding?) -> String? {
    guard let declared, !declared.isUTF8, case .validUTF8 = evidence else { return nil }
    return """
      declared \(declared.name), but \(words); read as declared; see whether its texts look right, \
      and declare UTF-8 if they do not
      """
  }
}

extension TextEncoding {
  /// Whether text in `other` is text in this encoding, the order of bytes left open.
  fileprivate func includes(_ other: TextEncoding) -> Bool {
    if self == other { return true }
    guard needsByteOrder, case .wide(let unit, _) = other.form else { return false }
    return unit == self.unit
  }
}
