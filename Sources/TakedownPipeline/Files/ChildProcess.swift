import Glibc
import Synchronization

/// Another program that this one has started, in a process group of its own.
///
/// It does not outlive this process when a signal ends that.
final class ChildProcess: Sendable {
  /// The groups of the programs that run.
  ///
  /// Whoever holds the lock starts or reaps one, so that no number in it can mean another process.
  private struct Running {
    var groups: Set<pid_t> = []
    var areEnded = false
  }

  private static let running = Mutex(Running())

  private let path: String
  private let number: pid_t

  /// Starts a program with no signal blocked.
  ///
  /// - Parameters:
  ///   - command: its path, or its name on the PATH, and its arguments.
  ///   - environment: `NAME=VALUE` each.
  ///   - input: gives its standard input; nil for an empty one.
  ///   - output: takes its standard output; nil for nowhere.
  ///   - error: takes its standard error.
  /// - Throws: `FileError` where it cannot be started.
  init(
    _ command: [String], environment: [String], input: FileDescriptor? = nil,
    output: FileDescriptor?, error: FileDescriptor
  ) throws(FileError) {
    let path = command.first ?? ""
    self.path = path
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe _ = posix_spawn_file_actions_destroy(&actions) }
    if let input {
      unsafe posix_spawn_file_actions_adddup2(&actions, input.number, 0)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    if let output {
      unsafe posix_spawn_file_actions_adddup2(&actions, output.number, 1)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, error.number, 2)

    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var pipes = sigset_t()
    unsafe _ = sigemptyset(&none)
    unsafe _ = sigemptyset(&pipes)
    // Ignored here, and the default for programs.
    unsafe _ = sigaddset(&pipes, SIGPIPE)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &pipes)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    let arguments = CStrings(command)
    let variables = CStrings(environment)
    var started: pid_t = 0
    var code: Int32 = 0
    Self.running.withLock { running in
      guard !running.areEnded else { return }
      code = unsafe posix_spawnp(
        &started, path, &actions, &attributes, arguments.pointers, variables.pointers)
      if code == 0 { running.groups.insert(started) }
    }
    if started == 0, code == 0 { Interruption.waitForTheEnd() }
    number = started
    guard code == 0 else { throw FileError(code: code, operation: "start", path: path) }
  }

  /// Waits until the program has ended.
  ///
  /// - Returns: its status, or 128 and the number of the signal that has ended it.
  func wait() -> Int32 {
    var information = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(number), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {
    }
    return statusIfEnded ?? 0
  }

  /// The status of a program that has ended, as `wait` gives it; nil while it runs.
  ///
  /// To be asked no more once it has given one.
  var statusIfEnded: Int32? {
    let (status, isOver) = Self.running.withLock { running -> (Int32?, Bool) in
      var status: Int32 = 0
      let ended = running.areEnded ? 0 : unsafe waitpid(number, &status, WNOHANG)
      guard ended != 0 else { return (nil, running.areEnded) }
      running.groups.remove(number)
      let signal = status & 0x7f
      return (signal == 0 ? (status >> 8) & 0xff : 128 + signal, false)
    }
    // What was ended with this process did not fail, and nobody is to tidy up after it.
    if isOver { Interruption.waitForTheEnd() }
    return status
  }

  /// Sends a signal to the program and to all that it has started in its group.
  func send(_ signal: Int32) {
    Self.running.withLock { running in
      if running.groups.contains(number) { _ = kill(-number, signal) }
    }
  }

  /// Ends all programs that run, since this process ends; from then on none is started or waited for.
  static func endAll() {
    running.withLock { running in
      running.areEnded = true
      for group in running.groups { _ = kill(-group, SIGKILL) }
    }
  }
}
