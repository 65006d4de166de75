import Foundation
import Glibc
import Synchronization

/// The log, on standard error: one line at a time, whichever thread writes it.
package enum Log {
  package enum Format: String, CaseIterable, Sendable {
    /// For people.
    case text
    /// One JSON object a line.
    case json
  }

  package enum Detail: Hashable, Sendable {
    /// Nothing but warnings and errors; what was held back comes before the error that ends a run.
    case quiet
    case normal
    case verbose
  }

  private struct State {
    var format = Format.text
    var detail = Detail.normal
    /// Lines that nobody has seen, the last ones.
    var held: [String] = []
    var showsProgress = false
    var progress: (shown: Bool, since: ContinuousClock.Instant)?
  }

  private static let state = Mutex(State())
  private static let heldLimit = 1000
  private static let progressInterval = Duration.milliseconds(200)
  private static let width = 78
  /// Takes away what stands in the line.
  private static let clearing = "\r\u{1b}[K"

  /// To be called once the command line is known; before it, lines are plain text.
  package static func configure(_ format: Format, _ detail: Detail) {
    let isTerminal =
      FileDescriptor.standardError.isTerminal
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    state.withLock { state in
      state.format = format
      state.detail = detail
      state.showsProgress = isTerminal && format == .text && detail != .quiet
    }
  }

  package static func write(_ line: LogLine) {
    state.withLock { write(line, &$0) }
  }

  /// Writes the lines that say why the process could not do what it was asked to, after those that were
  /// held back.
  package static func fail(_ lines: [LogLine]) {
    state.withLock { state in
      for line in state.held { put(line, &state) }
      state.held = []
      for line in lines { write(line, &state) }
    }
  }

  /// Shows how far the work is, where standard error is a terminal; nothing stays of it.
  static func progress(_ words: () -> String) {
    state.withLock { state in
      guard state.showsProgress else { return }
      let now = ContinuousClock.now
      if let last = state.progress, now - last.since < progressInterval { return }
      state.progress = (true, now)
      put(clearing + words().escapingControls.prefix(width), &state, end: "")
    }
  }

  /// To be called before the process ends.
  package static func finish() {
    state.withLock { state in
      guard state.progress?.shown == true else { return }
      state.progress?.shown = false
      put(clearing, &state, end: "")
    }
  }

  private static func write(_ line: LogLine, _ state: inout State) {
    guard line.level != .debug || state.detail == .verbose else { return }
    let text =
      switch state.format {
      case .text: line.text
      case .json: line.json(at: now)
      }
    guard state.detail != .quiet || line.level == .warning || line.level == .error else {
      state.held.append(text)
      if state.held.count > heldLimit { state.held.removeFirst(heldLimit / 2) }
      return
    }
    put(text, &state)
  }

  private static func put(_ text: String, _ state: inout State, end: String = "\n") {
    var start = ""
    if end == "\n", state.progress?.shown == true {
      start = clearing
      state.progress?.shown = false
    }
    // There is nowhere to say that standard error cannot be written.
    try? FileDescriptor.standardError.write(Array((start + text + end).utf8).span)
  }

  private static var now: String {
    Date().ISO8601Format(.init(includingFractionalSeconds: true))
  }
}
