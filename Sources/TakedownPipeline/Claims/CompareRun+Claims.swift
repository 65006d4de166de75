import Claims
import Tabular
import TakedownModel

extension CompareRun {
  /// The checks of the published figures.
  func claims(_ published: Table, _ normalized: String) throws -> ClaimsReport {
    do {
      let register = try SaidRegister(published)
      let recorded = try ClaimRecords.answers(
        to: register.figures.map(\.request), from: normalized + "/takedowns.csv")
      return ClaimsReport(register, recorded: recorded)
    } catch let error as ClaimsError {
      throw PipelineError.malformed(file: "published.csv", reason: error.description)
    }
  }
}
