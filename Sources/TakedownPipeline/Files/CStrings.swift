import Glibc

/// Texts as a C function takes them: a list of pointers that ends with none.
@safe final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ texts: [String]) {
    count = texts.count
    unsafe pointers = .allocate(capacity: count + 1)
    for (i, text) in texts.enumerated() {
      unsafe (pointers + i).initialize(to: strdup(text))
    }
    unsafe (pointers + count).initialize(to: nil)
  }

  deinit {
    for i in 0..<count { unsafe free(pointers[i]) }
    unsafe pointers.deallocate()
  }
}
