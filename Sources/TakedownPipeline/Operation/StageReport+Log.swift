extension StageReport {
  /// What is said of a stage that has run: its summary, and for who asks for more how long it took.
  func logLines(because reasons: [RunReason], since start: ContinuousClock.Instant) -> [LogLine] {
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let reason = reasons.map(\.description).joined(separator: ", ")
    var parts = summary.split(separator: "\n").map(String.init)
    let first = parts.isEmpty ? "" : parts.removeFirst() + " [\(reason)]"
    let name = stage.rawValue
    var time = "\(name): took \(LogLine.thousandths(seconds)) s"
    if let peak = Program.peakMemory { time += ", memory so far at most \(peak / 1024) MiB" }
    return [
      LogLine(
        .info, "\(name): \(first)", stage: stage, reasons: reasons.map(\.name), seconds: seconds)
    ]
      + parts.map { LogLine(.info, $0, stage: stage) }
      + (details.map { "\(name): \($0)" } + [time]).map { LogLine(.debug, $0, stage: stage) }
  }
}

extension LogLine {
  /// Said of a stage that need not run.
  static func upToDate(_ stage: StageName) -> LogLine {
    LogLine(.info, "\(stage.rawValue): up to date", stage: stage)
  }
}

extension Program {
  /// The most memory that the process has had, in KiB; nil where the system does not say.
  static var peakMemory: Int? {
    guard let status = try? Folders.read("/proc/self/status") else { return nil }
    let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("VmHWM:") }
    return line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
      .flatMap { Int($0) }
  }
}
