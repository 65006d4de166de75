/// The measures of "Pollock: A Data Loading Benchmark" (Vitagliano et al., VLDB 2023) for one file.
///
/// Success, and precision, recall and F1 of the header's cells, of the records and of their cells,
/// each as multisets; a measure without anything to be found is 1. The simple score is the sum of
/// the ten, averaged over files.
struct PollockScore {
  let success: Double
  let header: (precision: Double, recall: Double, f1: Double)
  let record: (precision: Double, recall: Double, f1: Double)
  let cell: (precision: Double, recall: Double, f1: Double)

  /// - Parameters:
  ///   - clean: the rows that should be loaded.
  ///   - headerRows: how many of them are the header.
  ///   - loaded: the rows that were loaded; nil where loading failed. Its first is the header.
  init(clean: [[String]], headerRows: Int, loaded: [[String]]?) {
    success = loaded == nil ? 0 : 1
    let loaded = loaded ?? []
    let cells = { (rows: ArraySlice<[String]>) in rows.flatMap { $0 }.map { $0.lowercased() } }
    let records = { (rows: ArraySlice<[String]>) in
      rows.map { row in row.map { $0.isEmpty ? "null" : $0.lowercased() }.joined() }
    }
    header = Self.measure(cells(clean.prefix(headerRows)), cells(loaded.prefix(1)))
    record = Self.measure(records(clean.dropFirst(headerRows)), records(loaded.dropFirst()))
    cell = Self.measure(cells(clean.dropFirst(headerRows)), cells(loaded.dropFirst()))
  }

  /// The ten measures together, from 0 to 10.
  var sum: Double {
    success + [header, record, cell].reduce(0) { $0 + $1.precision + $1.recall + $1.f1 }
  }

  private static func measure(
    _ source: [String], _ loaded: [String]
  ) -> (precision: Double, recall: Double, f1: Double) {
    guard !source.isEmpty else { return (1, 1, 1) }
    var left: [String: Int] = [:]
    for text in source { left[text, default: 0] += 1 }
    var common = 0.0
    for text in loaded where left[text, default: 0] > 0 {
      left[text, default: 0] -= 1
      common += 1
    }
    guard common > 0 else { return (0, 0, 0) }
    // The authors divide by the source for what they call precision.
    let precision = common / Double(source.count)
    let recall = common / Double(loaded.count)
    return (precision, recall, 2 * precision * recall / (precision + recall))
  }
}
