import Bytes
import TakedownModel

/// Which id each handle belongs to, by the records that hold both.
///
/// Gathered before the records are normalised, chunk by chunk in any order. A handle that stands
/// beside one id only is that account's, also in the records that have the handle alone; one that
/// stood beside several ids was passed on, and alone it says of none of them. In memory there are
/// some 50 bytes for each distinct handle, and each distinct id with its text.
package struct HandleOwners: Sendable {
  /// What is known of a handle that stood beside an id.
  enum Owner: Equatable {
    case id(Int)
    case several
  }

  private var idsByHandle: [KeyHash: Int32] = [:]
  private var numbers: [KeyHash: Int32] = [:]
  private var hashes: [KeyHash] = []
  private var cells = ByteStrings()

  private static let several: Int32 = -1

  package init() {}

  /// Whether no record had both.
  package var isEmpty: Bool { idsByHandle.isEmpty }

  /// The owner of a handle; nil for one that never stood beside an id.
  func owner(of handle: KeyHash) -> Owner? {
    idsByHandle[handle].map { $0 == Self.several ? .several : .id(Int($0)) }
  }

  /// `platform,account_kind,account,` of an id.
  subscript(id number: Int) -> Span<UInt8> {
    @_lifetime(borrow self) get { cells[number] }
  }

  /// Notes a handle beside an id, both as `platform,account_kind,account,`.
  mutating func add(_ handle: KeyHash, _ id: KeyHash, cells: Span<UInt8>) {
    let number = self.number(of: id, cells: cells)
    if let known = idsByHandle[handle], known != number {
      idsByHandle[handle] = Self.several
    } else {
      idsByHandle[handle] = number
    }
  }

  /// Adds what other chunks have.
  package mutating func merge(_ other: HandleOwners) {
    for (handle, theirs) in other.idsByHandle {
      guard theirs != Self.several else {
        idsByHandle[handle] = Self.several
        continue
      }
      add(handle, other.hashes[Int(theirs)], cells: other.cells[Int(theirs)])
    }
  }

  private mutating func number(of id: KeyHash, cells: Span<UInt8>) -> Int32 {
    if let known = numbers[id] { return known }
    let number = Int32(truncatingIfNeeded: hashes.count)
    numbers[id] = number
    hashes.append(id)
    self.cells.append(cells)
    return number
  }
}
