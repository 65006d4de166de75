/// The single forms that the formats of a source stand for, in the order they are tried.
///
/// `detect` is many forms; a pattern and the same with day and month exchanged are one form of two
/// readings, at the place of the first.
struct DateForms {
  enum Form: Hashable {
    /// A format that says which number is which.
    case settled(DateFormat.Kind)
    /// A pattern with the day first, whose day and month may be the other way round.
    case open(dayFirst: [DateStep])
  }

  let forms: [Form]

  init(_ formats: [DateFormat]) {
    var patterns: [[DateStep]] = []
    for format in formats {
      if case .pattern(let steps) = format.kind { patterns.append(steps) }
    }
    var forms: [Form] = []
    for format in formats.isEmpty ? [.iso8601] : formats {
      switch format.kind {
      case .detect:
        forms.append(.settled(.iso8601))
        forms += Self.detected.map { .open(dayFirst: $0.steps) }
      case .pattern(let steps):
        guard let order = steps.order, patterns.contains(steps.swapped) else {
          forms.append(.settled(format.kind))
          continue
        }
        forms.append(.open(dayFirst: order == .dayFirst ? steps : steps.swapped))
      default:
        forms.append(.settled(format.kind))
      }
    }
    var seen: Set<Form> = []
    self.forms = forms.filter { seen.insert($0).inserted }
  }

  /// What `detect` reads besides ISO 8601, with the day first; the text has letters of a pattern.
  static let detected: [(text: String, steps: [DateStep])] = {
    let times = [
      "", " H:mm", " H:mm:ss", " h:mm a", " h:mm:ss a", ", H:mm", ", H:mm:ss", ", h:mm a",
      ", h:mm:ss a",
    ]
    return ["/", ".", "-"].flatMap { sign in
      times.compactMap { time in
        let text = "d\(sign)M\(sign)yyyy\(time)"
        guard case .pattern(let steps) = (try? DateFormat(text))?.kind else { return nil }
        return (text, steps)
      }
    }
  }()
}
