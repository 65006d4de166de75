import Glibc

/// Texts as C has them, for as long as this object lives.
@safe final class CTexts {
  private var pointers: [UnsafeMutablePointer<CChar>?] = unsafe []

  deinit {
    unsafe pointers.forEach { unsafe free($0) }
  }

  /// A copy of the text; nil where it is empty.
  func pointer(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard !text.isEmpty else { return nil }
    let pointer = unsafe strdup(text)
    unsafe pointers.append(pointer)
    return unsafe pointer
  }
}
