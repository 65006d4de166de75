import Bytes
import Tabular
import Testing
import XMLStreaming

struct XMLReferenceTests {
  struct Outcome {
    var rows: [[String]] = []
    var rejects: [RejectedRow] = []
    var error: XMLError?
    /// Records that came before the last piece.
    var early = 0
  }

  static func read(
    _ text: String, record: String = "log/takedown", _ fields: [[String]], step: Int = .max,
    maximumHeldLength: Int = 1 << 20
  ) throws -> Outcome {
    var reader = try XMLRecordReader(
      record: XMLPath(record), fields: fields.map { try $0.map { try XMLPath($0) } },
      maximumHeldLength: maximumHeldLength)
    var outcome = Outcome()
    var rest = Array(text.utf8)[...]
    func take(_ batch: RecordBatch, _ outcome: inout Outcome) {
      for index in 0..<batch.count {
        outcome.rows.append((0..<batch.width).map { batch.text(index, $0) { $0.text } })
      }
      outcome.rejects += batch.rejects
    }
    do {
      while !rest.isEmpty {
        let part = Array(rest.prefix(step))
        rest = rest.dropFirst(part.count)
        try reader.push(part.span)
        take(reader.takeBatch(), &outcome)
      }
      outcome.early = outcome.rows.count
      try reader.finish()
    } catch {
      outcome.error = error
    }
    take(reader.takeBatch(), &outcome)
    return outcome
  }

  static let accounts = """
    <accounts><account id="a1"><handle>one</handle><on>x</on></account>
    <account id="a2"><handle>two</handle></account></accounts>
    """
  static let takedowns = """
    <takedown account="a2"><day>1</day></takedown><takedown account="a1"/>
    <takedown><day>3</day></takedown>
    """
  static let expected = [
    ["two", "", "1", #"{"@account":"a2"}"#], ["one", "x", "", #"{"@account":"a1"}"#],
    ["", "", "3", ""],
  ]
  static let fields = [
    ["@account -> log/accounts/account[@id]/handle"],
    ["@account -> log/accounts/account[@id]/on"], ["day"],
  ]

  @Test(arguments: [1, 5, Int.max])
  func `an id is followed to an element before or after`(step: Int) throws {
    let before = try Self.read(
      "<log>\(Self.accounts)\(Self.takedowns)</log>", Self.fields, step: step)
    #expect(before.rows == Self.expected)
    #expect(before.early == 3, "nothing waits for the end")
    let after = try Self.read(
      "<log>\(Self.takedowns)\(Self.accounts)</log>", Self.fields, step: step)
    #expect(after.rows == Self.expected)
    #expect(before.rejects.isEmpty && after.rejects.isEmpty)
    #expect(before.error == nil && after.error == nil)
  }

  @Test func `an id that nothing has is a reject, in its place`() throws {
    let outcome = try Self.read(
      "<log>\n\(Self.accounts)\n<takedown account='a9'><day>4</day></takedown>\(Self.takedowns)</log>",
      Self.fields)
    #expect(outcome.rows == Self.expected)
    let reject = try #require(outcome.rejects.first)
    #expect(outcome.rejects.count == 1)
    #expect(reject.position == 1)
    #expect(reject.line == 4)
    #expect(
      reject.reason == """
        refers to 'a9', but no element at 'log/accounts/account' has that in '@id'; expected one; \
        correct the log, or the path in the pipeline file
        """)
    #expect(reject.raw.span.text == #"{"day":"4","@account":"a9"}"#)
  }

  @Test func `two elements of one id are an error unless they say the same`() throws {
    let same = "<account id='a1'><handle>one</handle><on>x</on><other/></account>"
    let fine = try Self.read(
      "<log>\(Self.takedowns)\(Self.accounts)<accounts>\(same)</accounts></log>", Self.fields)
    #expect(fine.rows == Self.expected)
    let other = same.replacing("one", with: "three")
    let bad = try Self.read(
      "<log>\(Self.takedowns)\n\(Self.accounts)\n<accounts>\(other)</accounts></log>", Self.fields)
    #expect(
      bad.error?.reason == """
        two elements at 'log/accounts/account' have 'a1' in '@id' and differ in what is read from \
        them; expected ids that occur once
        """)
    #expect((bad.error?.line ?? 0) > 3)
  }

  @Test func `ids lead on to further ids, and backwards through a link`() throws {
    let text = """
      <report xmlns:s="urn:s">
        <person s:id="p1"><sex>F</sex></person><link><who s:ref="v1"/><where s:ref="l1"/></link>
        <victim s:id="v1"><role s:ref="p1"/></victim><place s:id="l1"><kind>58</kind></place>
      </report>
      """
    let outcome = try Self.read(
      text, record: "report/victim",
      [
        ["role/@s:ref -> //person[@s:id]/sex"],
        ["@id -> //link[who/@ref]/where/@ref -> //place[@{urn:s}id]/kind"],
        ["@id -> //link[who/@ref]"],
      ])
    #expect(outcome.error == nil)
    #expect(outcome.rejects.isEmpty)
    #expect(outcome.rows == [["F", "58", "", #"{"@id":"v1","role/@ref":"p1"}"#]])
  }

  @Test func `another path may take over where the element has no such text`() throws {
    let outcome = try Self.read(
      "<log><a id='1'/><takedown ref='#1'><handle>own</handle></takedown></log>",
      [["@ref -> log/a[@id]/handle", "handle"]])
    #expect(outcome.rows == [["own", ##"{"@ref":"#1","handle":"own"}"##]])
  }

  @Test func `a fault rejects what waits, and keeps what came before`() throws {
    let outcome = try Self.read(
      "<log>\(Self.accounts)\(Self.takedowns)<takedown account='a7'/><oops></log>", Self.fields,
      step: 10)
    #expect(outcome.error != nil)
    #expect(outcome.rows == Self.expected)
    #expect(outcome.rejects.map(\.position) == [4])
    #expect(outcome.rejects.first?.reason.contains("before the fault") == true)
  }

  @Test func `what is held has a limit`() throws {
    let many = (0..<3000).map { "<account id='i\($0)'><handle>h\($0)</handle></account>" }.joined()
    let held = try Self.read(
      "<log><accounts>\(many)</accounts></log>", Self.fields, step: 1000,
      maximumHeldLength: 100_000)
    #expect(held.error?.reason.contains("may refer to hold more than 100000 bytes") == true)
    let waits = (0..<3000).map { "<takedown account='i\($0)'><day>\($0)</day></takedown>" }.joined()
    let waiting = try Self.read(
      "<log>\(waits)</log>", Self.fields, step: 1000, maximumHeldLength: 10_000)
    #expect(waiting.error?.reason.contains("wait for an element") == true)
  }

  static let vague =
    "follows an id with '->', but does not say where the id is: account[@id]/handle"

  @Test(arguments: [
    ("@a -> b", vague), ("@a -> b[@id", vague),
    ("@a -> [@id]/c", "is empty"), ("@a -> b[]/c", "is empty"), ("-> b[@id]/c", "is empty"),
    ("@a -> b[@id]c", "goes on after ']' without a slash"),
    ("@a -> b/@x[@id]/c", "has '[' after something that is not an element"),
  ])
  func `a reference that says too little is refused`(path: String, reason: String) {
    let error = #expect(throws: XMLError.self) { try XMLPath(path) }
    #expect(error?.reason == "the path '\(path)' \(reason)")
  }

  @Test func `a record is not found by an id`() throws {
    #expect(throws: XMLError.self) {
      _ = try XMLRecordReader(record: XMLPath("a -> b[@id]"), fields: [])
    }
  }
}
