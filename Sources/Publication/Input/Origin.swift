/// Where a figure comes from; the two are never added up or set against each other.
enum Origin: String {
  /// Counted from the agencies' logs.
  case counted
  /// Said in public by somebody else.
  case published
}
