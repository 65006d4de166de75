/// The columns that say what a figure is of, which several tables have.
enum FigureKey {
  static let places = ["measure", "counts", "agency", "platform", "period_kind", "period"]
  static let origin = ["origin"]
}
