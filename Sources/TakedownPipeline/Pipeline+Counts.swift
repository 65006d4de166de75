import Comparison
import Normalization
import Tabular
import TakedownModel

extension Pipeline {
  /// What others have counted, as the stage `ingest` left it, with its names resolved; empty where
  /// no source is one of counts.
  func suppliedCounts(_ ingested: String) throws -> [SuppliedCount] {
    let path = ingested + "/counts.csv"
    guard Folders.exists(path) else { return [] }
    let table = try StageFile.table(path)
    guard table.columns == StageColumns.counts else {
      throw PipelineError.malformed(
        file: path, reason: "the header is not that of this version; run the stage before again")
    }
    let names = CountNames(self)
    return try table.rows.map { cells in
      guard let start = CalendarDate(cells[9]), let end = CalendarDate(cells[10]),
        let value = Int(cells[11])
      else {
        throw PipelineError.malformed(
          file: path,
          reason: "'\(cells[9])', '\(cells[10])' and '\(cells[11])' are no days and a count; run "
            + "the stage before again")
      }
      return SuppliedCount(
        agency: names.publisher(cells[3]), platform: names.platform(cells[4]), country: cells[5],
        measure: cells[6], counts: names.unit(cells[7]), category: cells[8], start: start,
        end: end, value: value, vintage: cells[12], source: cells[0])
    }
  }
}

/// The canonical names of what a table of counts spells its own way.
private struct CountNames {
  private let platforms: PlatformRegister
  private let agencies: SpellingRegister<Agency>
  private let units: SpellingRegister<UnitOfCount>

  init(_ pipeline: Pipeline) {
    platforms = pipeline.platforms
    agencies = pipeline.agencyRegister
    units = pipeline.words.units
  }

  /// An agency, or a platform or its company where one publishes its own counts.
  func publisher(_ spelling: String) -> String {
    if spelling.isEmpty { return "" }
    if let agency = agencies.lookup(spelling) { return agency.id }
    if platforms.platforms.contains(where: { $0.company == spelling }) { return spelling }
    return platform(spelling)
  }

  func platform(_ spelling: String) -> String {
    if spelling.isEmpty { return "" }
    guard let place = platforms.lookup(spelling: spelling) else { return Platform.unmapped }
    return platforms.platforms[place].id
  }

  /// The unit, or the publisher's word where it is none that is known.
  func unit(_ spelling: String) -> String {
    units.lookup(spelling)?.rawValue ?? spelling
  }
}
