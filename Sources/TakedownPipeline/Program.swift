/// What this program is.
package enum Program {
  package static let name = "takedowns"
  package static let version = "0.1.0"
}
