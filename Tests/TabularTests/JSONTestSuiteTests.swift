import Bytes
import Foundation
import Tabular
import Testing

/// Nicolas Seriot's JSONTestSuite, where a copy lies beside the checkout.
struct JSONTestSuiteTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../../shared/fixtures/JSONTestSuite/test_parsing")

  static func files(_ prefix: String) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }.sorted()
      .map { folder.appending(path: $0) }
  }

  static let isAtHand = FileManager.default.fileExists(atPath: folder.path)

  /// Reads a text as the readers of logs do: without its byte order mark, to its end.
  private func scan(_ bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONScanner(bytes.span)
    scanner.skipByteOrderMark()
    _ = try scanner.skipValue()
    try scanner.finish()
  }

  /// `JSONValue` reads configuration and refuses duplicate keys, which RFC 8259 leaves open; the
  /// readers of logs scan a text first and look at the keys of records after that.
  @Test(.enabled(if: isAtHand, "the suite is not at hand"))
  func `all 95 texts that must be accepted are, but for duplicate keys in a configuration`() throws
  {
    let files = Self.files("y_")
    #expect(files.count == 95)
    var refused: [String] = []
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(throws: Never.self, "\(file.lastPathComponent)") { try scan(bytes) }
      if (try? JSONValue(parsing: bytes.span)) == nil { refused.append(file.lastPathComponent) }
    }
    #expect(
      refused == ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"])
  }

  @Test(.enabled(if: isAtHand, "the suite is not at hand"))
  func `all 188 texts that must be refused are`() throws {
    let files = Self.files("n_")
    #expect(files.count == 188)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(throws: JSONError.self, "\(file.lastPathComponent)") { try scan(bytes) }
      #expect(throws: JSONError.self, "\(file.lastPathComponent)") {
        try JSONValue(parsing: bytes.span)
      }
    }
  }

  /// What is decided where the RFC lets a parser choose, with the words of the refusal.
  enum Decision: Sendable {
    /// A number is the digits that were written, so its size and precision are no matter.
    case acceptedAsDigits
    /// Half of a surrogate pair is no character and cannot be written as UTF-8.
    case refusedAsHalfOfAPair
    /// The bytes are not UTF-8; another encoding is for the source to declare.
    case refusedAsNotUTF8
    /// Depth is limited to 512, so 500 levels are read.
    case acceptedAsShallow
    /// A byte order mark before UTF-8 is stepped over (RFC 8259, section 8.1).
    case acceptedWithMark
  }

  static let decisions: [(name: String, decision: Decision)] = [
    ("number_double_huge_neg_exp", .acceptedAsDigits),
    ("number_huge_exp", .acceptedAsDigits),
    ("number_neg_int_huge_exp", .acceptedAsDigits),
    ("number_pos_double_huge_exp", .acceptedAsDigits),
    ("number_real_neg_overflow", .acceptedAsDigits),
    ("number_real_pos_overflow", .acceptedAsDigits),
    ("number_real_underflow", .acceptedAsDigits),
    ("number_too_big_neg_int", .acceptedAsDigits),
    ("number_too_big_pos_int", .acceptedAsDigits),
    ("number_very_big_negative_int", .acceptedAsDigits),
    ("object_key_lone_2nd_surrogate", .refusedAsHalfOfAPair),
    ("string_1st_surrogate_but_2nd_missing", .refusedAsHalfOfAPair),
    ("string_1st_valid_surrogate_2nd_invalid", .refusedAsHalfOfAPair),
    ("string_UTF-16LE_with_BOM", .refusedAsNotUTF8),
    ("string_UTF-8_invalid_sequence", .refusedAsNotUTF8),
    ("string_UTF8_surrogate_U+D800", .refusedAsNotUTF8),
    ("string_incomplete_surrogate_and_escape_valid", .refusedAsHalfOfAPair),
    ("string_incomplete_surrogate_pair", .refusedAsHalfOfAPair),
    ("string_incomplete_surrogates_escape_valid", .refusedAsHalfOfAPair),
    ("string_invalid_lonely_surrogate", .refusedAsHalfOfAPair),
    ("string_invalid_surrogate", .refusedAsHalfOfAPair),
    ("string_invalid_utf-8", .refusedAsNotUTF8),
    ("string_inverted_surrogates_U+1D11E", .refusedAsHalfOfAPair),
    ("string_iso_latin_1", .refusedAsNotUTF8),
    ("string_lone_second_surrogate", .refusedAsHalfOfAPair),
    ("string_lone_utf8_continuation_byte", .refusedAsNotUTF8),
    ("string_not_in_unicode_range", .refusedAsNotUTF8),
    ("string_overlong_sequence_2_bytes", .refusedAsNotUTF8),
    ("string_overlong_sequence_6_bytes", .refusedAsNotUTF8),
    ("string_overlong_sequence_6_bytes_null", .refusedAsNotUTF8),
    ("string_truncated-utf-8", .refusedAsNotUTF8),
    ("string_utf16BE_no_BOM", .refusedAsNotUTF8),
    ("string_utf16LE_no_BOM", .refusedAsNotUTF8),
    ("structure_500_nested_arrays", .acceptedAsShallow),
    ("structure_UTF-8_BOM_empty_object", .acceptedWithMark),
  ]

  @Test(.enabled(if: isAtHand, "the suite is not at hand"))
  func `the 35 texts that a parser may judge are judged as the table says`() throws {
    #expect(
      Self.files("i_").map(\.lastPathComponent)
        == Self.decisions.map { "i_\($0.name).json" }.sorted())
    for (name, decision) in Self.decisions {
      let bytes = [UInt8](
        try Data(contentsOf: Self.folder.appending(path: "i_\(name).json")))
      var reason = ""
      do throws(JSONError) { try scan(bytes) } catch { reason = error.reason }
      switch decision {
      case .acceptedAsDigits:
        #expect(reason == "", "\(name)")
        let digits = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
        #expect(
          try JSONValue(parsing: bytes.span) == [.number(String(digits.dropFirst().dropLast()))])
      case .acceptedAsShallow, .acceptedWithMark:
        #expect(reason == "", "\(name)")
      case .refusedAsHalfOfAPair:
        #expect(reason == "'\\u' with half of a surrogate pair stands alone", "\(name)")
      case .refusedAsNotUTF8:
        // Of UTF-16 the NUL bytes are met first.
        let isUTF16 = name.lowercased().contains("utf-16") || name.contains("utf16")
        #expect(isUTF16 ? !reason.isEmpty : reason.hasSuffix("is not UTF-8"), "\(name)")
      }
    }
  }
}
