/// What can be said of a figure in one letter, by the cross-domain code lists of SDMX.
struct ObservationStatus: Hashable {
  /// Of `CL_OBS_STATUS`.
  let status: String
  /// Of `CL_CONF_STATUS`: `C` where it is hidden, `F` where everybody may see it.
  let confidentiality: String

  /// - Parameters:
  ///   - isEmpty: whether there is no value.
  ///   - word: the word in the column `status`.
  ///   - marks: the shorthand beside it.
  init(isEmpty: Bool, word: String, marks: String) {
    let isHidden = isEmpty && (word == "c" || marks.contains("[c]"))
    confidentiality = isHidden ? "C" : "F"
    status =
      if isHidden {
        "Q"
      } else if isEmpty {
        marks.contains("[z]") ? "M" : "O"
      } else if marks.contains("[b]") {
        "B"
      } else {
        word == "provisional" ? "P" : "A"
      }
  }

  /// The codes that are given, with their names in the lists of SDMX.
  static let statusNames = [
    "A": "Normal value", "B": "Time series break", "M": "Missing value; data cannot exist",
    "O": "Missing value", "P": "Provisional value", "Q": "Missing value; suppressed",
  ]
  static let confidentialityNames = [
    "C": "Confidential statistical information", "F": "Free (free for publication)",
  ]
}
