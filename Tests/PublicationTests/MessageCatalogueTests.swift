import Foundation
import Tabular
import TakedownModel
import Testing

@testable import Publication

/// The Welsh catalogue of the end-to-end case, whole or with something changed.
enum WelshExample {
  static func json() throws -> JSONValue {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "EndToEndTests/Cases/publishing/in-two-languages/inputs/cy.json")
    let bytes = Array(try Data(contentsOf: file))
    return try JSONValue(parsing: bytes.span)
  }

  static func catalogue() throws -> MessageCatalogue { try MessageCatalogue(json()) }
}

extension JSONValue {
  /// The value with another one at a path of keys, or without that key for nil.
  func with(_ path: [String], _ value: JSONValue?) -> JSONValue {
    guard let key = path.first, case .object(let members) = self else { return value ?? .null }
    var changed: [Member] = []
    for member in members where member.key != key { changed.append(member) }
    let place = members.firstIndex { $0.key == key } ?? changed.count
    if path.count > 1 || value != nil {
      let inner = self[key]?.with(Array(path.dropFirst()), value) ?? value ?? .null
      changed.insert(Member(key, path.count == 1 ? value ?? .null : inner), at: place)
    }
    return .object(changed)
  }
}

struct MessageCatalogueTests {
  @Test func `the built-in messages and the Welsh ones have the same keys and places`() throws {
    let welsh = try WelshExample.catalogue()
    let english = MessageCatalogue.english
    #expect(english.language == "en" && welsh.language == "cy")
    #expect(english.messages.keys.sorted() == welsh.messages.keys.sorted())
    for (key, message) in english.messages {
      #expect(welsh.messages[key]?.places == message.places, "\(key)")
    }
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let path: [String]
    let value: JSONValue?
    let problems: [String]
    var testDescription: String { path.joined(separator: ".") }
  }

  @Test(arguments: [
    Fault(
      path: ["messages", "provisional"], value: nil,
      problems: ["messages.provisional: missing; expected a text"]),
    Fault(
      path: ["messages", "statement.takedowns"], value: nil,
      problems: [
        "messages.statement.takedowns: missing; expected an object of zero, one, two, few, many, "
          + "other with {agency}, {count}, {days}, {on-platform}"
      ]),
    Fault(
      path: ["messages", "provisionnal"], value: "x",
      problems: ["messages.provisionnal: unknown key 'provisionnal'; did you mean 'provisional'?"]),
    Fault(
      path: ["messages", "note"], value: "Nodyn: {notes}.",
      problems: ["messages.note: unknown place 'notes'; did you mean 'note'?"]),
    Fault(
      path: ["messages", "note"], value: "Nodyn.",
      problems: ["messages.note: missing {note}; put it where it belongs"]),
    Fault(
      path: ["messages", "note"], value: "Nodyn: {note.",
      problems: ["messages.note: a brace has no partner; expected places such as {count}"]),
    Fault(
      path: ["messages", "hours"],
      value: .object(["one": "{number} awr", "other": "{number} awr"]),
      problems: [
        "messages.hours: missing the forms zero, two, few, many; expected zero, one, two, few, many, "
          + "other, which the language tells apart"
      ]),
    Fault(
      path: ["messages", "hours", "fews"], value: "{number} awr",
      problems: ["messages.hours.fews: unknown form 'fews'; did you mean 'few'?"]),
    Fault(
      path: ["messages", "hours", "other"], value: "{number} awr {cout}",
      problems: ["messages.hours.other: unknown place 'cout'; expected one of number"]),
    Fault(
      path: ["messages", "hours", "other"], value: "llawer o oriau",
      problems: ["messages.hours.other: missing {number}; put it where it belongs"]),
    Fault(
      path: ["messages", "hours"], value: "{number} awr",
      problems: [
        "messages.hours: found the text '{number} awr', expected an object of zero, one, two, few, "
          + "many, other with {number}"
      ]),
    Fault(
      path: ["messages", "provisional"], value: 3,
      problems: ["messages.provisional: found the number 3, expected a text"]),
    Fault(
      path: ["messages", "provisional"], value: "a\nb",
      problems: [
        "messages.provisional: found a control character, such as a line end; expected a text of one "
          + "line"
      ]),
    Fault(
      path: ["language"], value: "en",
      problems: ["language: 'en' is built in; expected another tag, such as 'cy' or 'en-GB'"]),
    Fault(
      path: ["language"], value: "../cy",
      problems: ["language: found '../cy', expected a BCP 47 tag such as 'cy' or 'en-GB'"]),
    Fault(
      path: ["langauge"], value: "cy",
      problems: ["langauge: unknown key 'langauge'; did you mean 'language'?"]),
    Fault(path: ["language"], value: nil, problems: ["language: missing; expected a text"]),
    Fault(
      path: ["numbers", "decimal"], value: "",
      problems: ["numbers.decimal: found an empty text, expected a text that is not empty"]),
    Fault(path: ["numbers", "grouping"], value: "", problems: []),
    Fault(
      path: ["dates", "months"], value: ["Ionawr"],
      problems: [
        "dates.months: expected a list of the names of the 12 months, January first"
      ]),
    Fault(
      path: ["dates", "day"], value: "{day} {month}",
      problems: ["dates.day: missing {year}; put it where it belongs"]),
    Fault(
      path: ["names", "agences"], value: "x",
      problems: ["names.agences: unknown key 'agences'; did you mean 'agencies'?"]),
    Fault(
      path: ["messages"], value: nil, problems: ["messages: missing; expected an object"]),
  ])
  func `a fault is reported with its path and what was expected`(_ fault: Fault) throws {
    let welsh = try WelshExample.json()
    var found: [String] = []
    do throws(MessageCatalogueError) {
      _ = try MessageCatalogue(welsh.with(fault.path, fault.value))
    } catch {
      found = error.description.split(separator: "\n").map(String.init)
    }
    #expect(found == fault.problems)
  }

  @Test func `all faults are reported at once`() throws {
    let value = try WelshExample.json().with(["messages", "note"], nil)
      .with(["language"], "cy").with(["numbers"], nil).with(["messages", "hours", "other"], nil)
    #expect {
      try MessageCatalogue(value)
    } throws: { error in
      (error as? MessageCatalogueError)?.problems.map(\.path)
        == ["numbers", "numbers.grouping", "numbers.decimal", "messages.hours", "messages.note"]
    }
  }

  @Test(arguments: [
    ("en", "0", "other"), ("en", "1", "one"), ("en", "2", "other"), ("en", "1.0", "other"),
    ("en-GB", "1", "one"), ("EN-gb", "1", "one"), ("cy", "0", "zero"), ("cy", "1", "one"),
    ("cy", "2", "two"), ("cy", "3", "few"), ("cy", "4", "other"), ("cy", "6", "many"),
    ("cy", "7", "other"), ("cy", "1.0", "one"), ("cy", "1.5", "other"), ("cy", "100", "other"),
    ("sv", "1", "other"), ("cym", "0", "other"),
  ])
  func `a number takes the form that CLDR gives it`(
    language: String, number: String, category: String
  ) {
    let parts = number.split(separator: ".")
    let decimals = parts.count == 2 ? parts[1].count : 0
    let value = RoundedDecimal(scaled: Int128(parts.joined()) ?? -1, decimals: decimals)
    #expect(PluralRule(language: language).category(of: value).rawValue == category)
  }

  @Test(arguments: [
    (0, 0, "0"), (5, 1, "0;5"), (12_345, 1, "1.234;5"), (-1_234_567, 0, "-1.234.567"),
    (100, 2, "1;00"), (-5, 2, "-0;05"),
  ])
  func `numbers have the marks of the language`(scaled: Int, decimals: Int, text: String) {
    #expect(
      RoundedDecimal(scaled: Int128(scaled), decimals: decimals)
        .text(grouping: ".", decimal: ";") == text)
  }

  @Test(arguments: [
    (1, 8, 2, 13), (-1, 8, 2, -13), (1, 3, 2, 33), (2, 3, 0, 1), (1, 2, 0, 1), (-1, 2, 0, -1),
    (0, 7, 1, 0), (1_000_000_000_000_000, 1, 2, 100_000_000_000_000_000),
  ])
  func `a quotient is rounded half away from 0`(
    numerator: Int, denominator: Int, decimals: Int, scaled: Int
  ) throws {
    let fraction = try #require(ExactFraction(numerator, denominator))
    #expect(fraction.rounded(decimals).scaled == Int128(scaled))
  }

  @Test(
    arguments: [
      ("{a} and {b}", "x and y", ["a": "x", "b": "y"]),
      ("on {day}: {text}", "on 1 May 2024: a: b", ["day": "1 May 2024", "text": "a: b"]),
      ("same", "same", [:]), ("same", "samé", nil), ("{a}!", "!", nil), ("x {a}", "y z", nil),
    ] as [(String, String, [String: String]?)])
  func `what a pattern was filled with is found again`(
    pattern: String, text: String, values: [String: String]?
  ) throws {
    #expect(try #require(MessagePattern(pattern)).values(in: text) == values)
  }

  @Test(
    arguments: [
      ("137880", 1379, -2), ("137727.5", 1_377_275, 1), ("0.000001", 0, 2), ("x", nil, 0),
      ("0.0000001", nil, 0), ("12345678901234567", nil, 0), ("", nil, 0), ("1.", nil, 0),
    ] as [(String, Int?, Int)])
  func `a number of a table is read exactly, or not at all`(
    text: String, scaled: Int?, decimals: Int
  ) {
    let divisor = decimals < 0 ? 100 : 1
    let found = ExactFraction(text: text)?.divided(by: divisor).rounded(max(0, decimals)).scaled
    #expect(found == scaled.map { Int128($0) })
  }

  @Test(arguments: ["{", "}", "{}", "{a", "a}", "{a{b}}", "{a}}"])
  func `a pattern with a lone brace is none`(text: String) {
    #expect(MessagePattern(text) == nil)
  }
}
