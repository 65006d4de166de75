import Ingestion
import Testing

struct CountsNumberTests {
  static let plain = CountsNumber()
  static let commas = CountsNumber(thousands: ",", decimal: ".")
  static let points = CountsNumber(thousands: ".", decimal: ",", hasMultipliers: true)
  static let words = CountsNumber(thousands: ",", decimal: ".", hasMultipliers: true)

  @Test(
    arguments: [
      (plain, "0", 0), (plain, " 1688 ", 1688), (commas, "20,800,000", 20_800_000),
      (commas, "1688", 1688), (commas, "920793.0", 920_793), (commas, "1,000.00", 1000),
      (points, "1.234.567", 1_234_567), (points, "1,2 million", 1_200_000),
      (words, "1.2M", 1_200_000), (words, "694 million", 694_000_000),
      (words, "3.98bn", 3_980_000_000),
      (words, "12K", 12_000), (plain, "9223372036854775807", .max),
    ] as [(CountsNumber, String, Int)])
  func `a count is read as it is declared`(numbers: CountsNumber, text: String, value: Int) {
    #expect((try? numbers.read(text)) == value)
  }

  @Test(
    arguments: [
      (plain, "1,234", "expected a whole number in digits; see number_format"),
      (plain, "1.2M", "if it is meant so, set number_format.multipliers"),
      (plain, "98.5%", "a percentage; expected a count"), (plain, "-5", "a number below 0"),
      (plain, "N/A", "no count"), (plain, "", "no count"), (plain, "9223372036854775808", "2^63"),
      (commas, "1,23", "no count"), (commas, "12,3456", "no count"), (commas, ",123", "no count"),
      (commas, "0.001", "a number with decimals"), (commas, "1.", "no count"),
      (commas, "1.234.5", "no count"), (words, "1.2345K", "a number with decimals"),
      (words, "million", "no count"), (words, "99999999999999999999B", "2^63"),
      (commas, "١٢٣", "no count"),
    ] as [(CountsNumber, String, String)])
  func `anything else is refused with what was expected`(
    numbers: CountsNumber, text: String, words: String
  ) {
    do throws(CountsNumber.Refusal) {
      let value = try numbers.read(text)
      Issue.record("'\(text)' was read as \(value)")
    } catch {
      #expect(error.reason.contains(words), "\(error.reason)")
    }
  }
}
