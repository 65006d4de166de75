import Bytes

/// Turns the XML of a worksheet into CSV.
final class WorksheetHandler: PartHandler {
  /// One value, so that an event costs one access to this object.
  private var machine: WorksheetMachine

  init(_ machine: WorksheetMachine) {
    self.machine = machine
  }

  func open(_ name: PartName, depth: Int, _ attributes: PartAttributes) throws(PartFault) {
    try machine.open(name, depth: depth, attributes)
  }

  func close(_ name: PartName, depth: Int) throws(PartFault) {
    try machine.close(depth: depth)
  }

  func take(_ text: Span<UInt8>) throws(PartFault) {
    try machine.take(text)
  }

  /// The CSV so far, and how its lines map to rows.
  var rows: SheetRows {
    _read { yield machine.rows }
    _modify { yield &machine.rows }
  }

  var findings: FindingTally {
    _read { yield machine.cells.findings }
    _modify { yield &machine.cells.findings }
  }

  /// Counts what only the whole sheet can tell.
  func finish() { machine.finish() }
}
