import ArgumentParser

/// How a report is printed: for people, or for programs.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
