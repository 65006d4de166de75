import Glibc

/// A set of signals to be blocked and waited for.
struct SignalSet {
  private var set = sigset_t()

  init(_ signals: [Int32]) {
    unsafe _ = sigemptyset(&set)
    for signal in signals { unsafe _ = sigaddset(&set, signal) }
  }

  /// Blocks the signals in this thread, and in all that it makes from now on.
  func block() {
    var set = set
    unsafe _ = pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Returns the first signal of the set that comes.
  func wait() -> Int32 {
    var set = set
    var signal: Int32 = 0
    while unsafe sigwait(&set, &signal) != 0 {}
    return signal
  }

  /// Returns when a signal of the set has come, or after so many seconds.
  func wait(atMost seconds: Double) {
    var set = set
    var time = timespec(
      tv_sec: Int(seconds), tv_nsec: Int(seconds.truncatingRemainder(dividingBy: 1) * 1e9))
    unsafe _ = sigtimedwait(&set, nil, &time)
  }
}
