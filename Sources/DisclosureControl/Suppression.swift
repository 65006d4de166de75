/// What becomes of each cell of a publication.
package struct Suppression: Hashable, Sendable {
  package enum Outcome: Hashable, Sendable {
    case shown
    /// Hidden, being small itself.
    case small
    /// Hidden so that a small one cannot be worked out.
    case complementary
  }

  /// By the cells' numbers; a cell that is never published counts as shown.
  package let outcomes: [Outcome]
  /// The numbers of hidden cells that an outsider can work out all the same, because nothing that
  /// could be hidden stands in the way; ascending.
  package let exposed: [Int]
  /// The same for which an outsider must hold a sum for known that perhaps is not; ascending.
  package let exposedIfPresumed: [Int]

  /// Whether a cell is hidden.
  package func hides(_ cell: Int) -> Bool { outcomes[cell] != .shown }
}
