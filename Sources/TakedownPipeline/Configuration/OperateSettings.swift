import Tabular

/// Whom a run tells how it ended; nothing in it changes what is counted or published.
package struct OperateSettings: Hashable, Sendable {
  /// Where the figures for Prometheus go; nil for nowhere.
  package let metrics: String?
  /// The program that runs after a run that did what it was asked to, with its arguments; empty for
  /// none.
  package let onSuccess: [String]
  /// The program that runs after a run that failed.
  package let onFailure: [String]
  /// For how many seconds such a program may run.
  package let hookSeconds: Int

  init(_ settings: ValidSettings) {
    metrics = settings.optionalText("metrics")
    onSuccess = settings.texts("on_success")
    onFailure = settings.texts("on_failure")
    hookSeconds = settings.integer("hook_seconds")
  }

  /// What `operate` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        "metrics", .nullable(.text(.nonEmpty)), default: .null,
        "A file for Prometheus's textfile collector, relative to this one, such as "
          + "/var/lib/prometheus/node-exporter/takedowns.prom; written after each run, however it "
          + "ended."),
      .init(
        "on_success", .list(of: .text(.any)), default: [],
        "A program and its arguments, without a shell, to run after a run that did what it was asked "
          + "to; TAKEDOWNS_RUN, TAKEDOWNS_RELEASE and TAKEDOWNS_OUTCOME tell it of that."),
      .init(
        "on_failure", .list(of: .text(.any)), default: [],
        "The same after a run that failed; TAKEDOWNS_STATUS is its exit status."),
      .init(
        "hook_seconds", .integer(minimum: 1, maximum: 3600), default: 60,
        "For how many seconds either may run before it is ended."),
    ]))
}
