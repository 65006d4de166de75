package import Ingestion
import TakedownModel

extension SourceSettings {
  /// Whether rows go the readable way: something is done to them before they are mapped, or they
  /// are counts, or the list of records may be in several places.
  package var isShaped: Bool {
    kind == .counts || !shape.isEmpty || recordPaths.count > 1 || recordPaths == ["."]
      || fields.values.joined().contains { place in
        place.hasPrefix("{") && place.hasSuffix("}") || place.contains("/[")
      }
  }

  /// Where the columns of the source come from.
  package var mapping: ShapedIngest.Mapping {
    if kind == .records {
      var constants = constants
      if let agency, fields[.agency] == nil { constants[.agency] = agency }
      return .records(fields: fields, constants: constants)
    }
    var constants = countConstants
    if let agency, countFields[.agency] == nil { constants[.agency] = agency }
    return .counts(
      CountsLayout(fields: countFields, constants: constants, numbers: numbers))
  }

  /// What is wrong with places and patterns of the readable way, by the key that has them.
  var shapeProblems: [(key: String, reason: String)] {
    guard isShaped else { return [] }
    let columns =
      RecordField.allCases.flatMap { field in
        (fields[field] ?? []).map { (key: "fields.\(field.rawValue)", place: $0) }
      }
      + CountField.allCases.flatMap { field in
        (countFields[field] ?? []).map { (key: "fields.\(field.rawValue)", place: $0) }
      }
    var problems = shape.problems(places: columns)
    let outward = ShapedIngest.outwardPlaces(shape, mapping)
    if outward.count > RecordField.allCases.count {
      problems.append(
        (
          "fields",
          "\(outward.count) places begin with '../' or follow an id; expected at most "
            + "\(RecordField.allCases.count) different ones"
        ))
    }
    return problems
  }
}
