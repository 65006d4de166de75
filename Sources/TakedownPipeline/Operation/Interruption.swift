import Foundation
import Glibc
import Synchronization

/// What the signals INT, TERM and HUP do: the process ends within a second and says what it leaves.
///
/// They are blocked in all threads, and one thread waits for them: no code runs in the midst of other
/// code. A signal that was ignored when the process began, as under `nohup`, stays ignored.
package enum Interruption {
  /// How far the process has come, as far as what is published goes.
  enum Phase: Hashable, Sendable {
    /// Nothing is made that could be published.
    case reading
    case running
    case publishing(run: String)
    case published(run: String)
  }

  private struct State {
    var phase = Phase.reading
    var isEnding = false
    var lastWork: (@Sendable (_ status: Int32, _ words: String) -> Void)?
  }

  private static let state = Mutex(State())
  /// What is left of the second when the process ends whatever still goes on.
  private static let limit = 0.9
  private static let patience = 0.6

  /// To be called once, before any other thread is made.
  package static func prepare() {
    let signals = [SIGINT, SIGTERM, SIGHUP].filter { !isIgnored($0) }
    guard !signals.isEmpty else { return }
    SignalSet(signals).block()
    Thread.detachNewThread {
      let set = SignalSet(signals)
      let signal = set.wait()
      Thread.detachNewThread {
        // A second signal ends the process at once.
        SignalSet(signals).wait(atMost: limit)
        _exit(128 + signal)
      }
      end(by: signal)
    }
  }

  /// Says how far the process has come; never returns where it is ending.
  static func enter(_ phase: Phase) {
    let isEnding = state.withLock { state in
      if !state.isEnding { state.phase = phase }
      return state.isEnding
    }
    if isEnding { waitForTheEnd() }
  }

  /// What is to be done at the end of a process that is interrupted; nil for nothing.
  ///
  /// It has to be quick, since a second is all there is.
  static func atEnd(_ work: (@Sendable (_ status: Int32, _ words: String) -> Void)?) {
    state.withLock { $0.lastWork = work }
  }

  /// To be called before the process ends by itself: returns where no signal is ending it.
  package static func finish() {
    if state.withLock({ $0.isEnding }) { waitForTheEnd() }
  }

  private static func end(by signal: Int32) {
    ChildProcess.endAll()
    var waited = 0.0
    // What is being published is published whole, where it takes no longer than that.
    while waited < patience, case .publishing = state.withLock({ $0.phase }) {
      Thread.sleep(forTimeInterval: 0.02)
      waited += 0.02
    }
    let (phase, work) = state.withLock { state in
      state.isEnding = true
      return (state.phase, state.lastWork)
    }
    let status = 128 + signal
    let words = words(signal, phase)
    Log.fail([LogLine(.error, words, status: status)])
    work?(status, words)
    _exit(status)
  }

  static func words(_ signal: Int32, _ phase: Phase) -> String {
    let name = [SIGINT: "SIGINT", SIGTERM: "SIGTERM", SIGHUP: "SIGHUP"][signal] ?? "\(signal)"
    let outcome =
      switch phase {
      case .reading: ""
      case .running: ": nothing was published; the next run goes on with what was read"
      case .publishing(let run):
        """
         while run \(run) was being published: what is published is whole, either that run or the one \
        before; run again to be sure
        """
      case .published(let run): " after run \(run) was published"
      }
    return "interrupted by \(name)" + outcome
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    // SIG_IGN is the address 1.
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// Waits while the thread that has got a signal ends the process.
  static func waitForTheEnd() -> Never {
    while true { Thread.sleep(forTimeInterval: 1) }
  }
}
