/// What a source of counts can fill: one count is one row of a table that others have summed up.
package enum CountField: String, CaseIterable, Sendable {
  case agency, platform, country, measure, counts, category, period
  case periodStart = "period_start"
  case periodEnd = "period_end"
  case value, vintage
}
