/// What a change of a figure can be due to, in the order in which the parts are taken off.
///
/// A part is what the figure changes by when its step is done and those before it have been: first the
/// old records are counted under the new rules, then those that were withdrawn or restated are as they
/// are now, then the late ones come, then sources come or go. Another order would give other parts, as
/// where a late record repeats an account that only the new rules know; the sum is the same.
package enum RevisionPart: String, CaseIterable, Sendable {
  /// Registers, parameters, the mapping of a source or the program are not what they were.
  case rules
  /// Records that were there are gone, or say something else.
  case restated
  /// Records that were not there before, of a source that was.
  case late
  /// A source is new or gone.
  case sources

  /// What the part is, as a list of parts names it.
  var words: String {
    switch self {
    case .rules: "changed registers or parameters"
    case .restated: "withdrawn or restated records"
    case .late: "late records"
    case .sources: "new or missing sources"
    }
  }

  /// What a change by this part alone is called; late records were to be expected.
  var kind: String {
    switch self {
    case .rules, .restated: "correction"
    case .late: "scheduled revision"
    case .sources: "change of coverage"
    }
  }

  /// Whether the part is what a figure changes by when it is of other days.
  var followsDays: Bool { self == .rules || self == .late }
}
