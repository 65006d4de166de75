extension Sequence<String> {
  /// In the byte order of UTF-8, which no locale changes.
  var sortedByBytes: [String] {
    sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
