import TakedownModel

extension Pipeline {
  var vintages: VintageFolder { VintageFolder(outputs: resolve(file.outputs)) }

  /// Keeps what a run publishes as a vintage, then makes it the published one.
  ///
  /// When the vintage cannot be kept, nothing is published.
  func publish(_ run: String, in outputs: OutputFolder) throws {
    Interruption.enter(.publishing(run: run))
    do {
      try vintages.add(outputs.folder(of: run), named: run, outputs: outputs)
      try outputs.publish(run)
    } catch {
      Interruption.enter(.running)
      throw error
    }
    Interruption.enter(.published(run: run))
  }

  /// The vintage in force at the end of a day, by the calendar of the reports, or the one of a name.
  ///
  /// - Throws: `VintageError` where there is none.
  package func vintage(_ text: String) throws -> Vintage {
    let all = try vintages.all
    guard let first = all.first else { throw VintageError.none }
    guard let day = CalendarDate(text) else { return try vintages.named(text) }
    let zone = try ZoneTable(identifier: file.reporting.timeZone)
    guard let vintage = all.last(where: { $0.day(in: zone) <= day }) else {
      throw VintageError.notYet(
        text, first: first.day(in: zone).description, name: first.name)
    }
    return vintage
  }

  /// The vintages that are taken into account when small counts are hidden, the oldest first.
  ///
  /// - Throws: `VintageError` where the pipeline file names one that is not there.
  var protectedVintages: [Vintage] {
    get throws {
      guard let names = file.publish.protectFrom else { return try vintages.all }
      return try Set(names).map { try vintages.named($0) }.sorted {
        ($0.number, $0.name) < ($1.number, $1.name)
      }
    }
  }
}
