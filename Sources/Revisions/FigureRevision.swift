/// A figure that changed between two runs, and by how much for which reason.
struct FigureRevision: Hashable, Sendable {
  /// The figure as it is now, or as it was where it is gone.
  let figure: Figure
  /// Empty where the figure was not there.
  let old: String
  /// Empty where the figure is gone.
  let new: String
  /// The last day that the figure was of; nil where it is of that day still, or was not there.
  let oldPeriodEnd: String?
  /// Nil where one side is no number.
  let change: Amount?
  /// By part, in its order; nil where it cannot be told.
  ///
  /// Those that can be told add up to the change.
  let parts: [Amount?]

  /// What the change is called, each word once: `scheduled revision and correction`; empty where it
  /// cannot be told.
  ///
  /// A figure to date whose last day has moved is not revised by what that brings: other rules and
  /// records that came are then called `another last day`.
  var kinds: [String] {
    var kinds: [String] = []
    for (part, amount) in zip(RevisionPart.allCases, parts) {
      let kind = oldPeriodEnd != nil && part.followsDays ? "another last day" : part.kind
      guard let amount, !amount.isZero, !kinds.contains(kind) else { continue }
      kinds.append(kind)
    }
    return kinds
  }

  /// Compares a figure through the states between two runs; nil where it is the same.
  ///
  /// - Parameters:
  ///   - states: the figure before each part and after the last; nil where it is not in a state's
  ///     table. A state that could not be worked out is not `known`, and its part is told with the
  ///     next one.
  ///   - known: for each state, whether it was worked out; true for the first and the last.
  init?(states: [Figure?], known: [Bool]) {
    let first = states.first.flatMap(\.self)
    let last = states.last.flatMap(\.self)
    guard let figure = last ?? first, first?.value != last?.value || (first == nil) != (last == nil)
    else { return nil }
    self.figure = figure
    old = first?.value ?? ""
    new = last?.value ?? ""
    oldPeriodEnd = last == nil || first?.periodEnd == last?.periodEnd ? nil : first?.periodEnd
    var parts: [Amount?] = Array(repeating: nil, count: RevisionPart.allCases.count)
    let amounts = states.map { figure in figure.map { Amount($0.value) } ?? .zero }
    var before = amounts.first.flatMap(\.self)
    change = amounts.last.flatMap(\.self).flatMap { last in before.flatMap { last - $0 } }
    for place in parts.indices where known[place + 1] {
      guard let low = before, let high = amounts[place + 1], let part = high - low else {
        parts = parts.map { _ in nil }
        break
      }
      parts[place] = part
      before = high
    }
    self.parts = change == nil ? parts.map { _ in nil } : parts
  }

  /// A figure that is not counted from records, all of whose change has one reason.
  init?(from old: Figure?, to new: Figure?, part: RevisionPart) {
    let place = RevisionPart.allCases.firstIndex(of: part) ?? 0
    let states = (0...RevisionPart.allCases.count).map { $0 <= place ? old : new }
    self.init(states: states, known: states.map { _ in true })
  }
}
