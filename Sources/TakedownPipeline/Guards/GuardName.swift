/// What a guard looks at; the raw value is its key under `guards` of a source.
package enum GuardName: String, CaseIterable, Sendable {
  case expectedEvery = "expected_every"
  case minRows = "min_rows"
  case maxFall = "max_fall"
  case maxRise = "max_rise"
  case maxRejects = "max_rejects"
  case maxUnmapped = "max_unmapped"
}
