/// A figure against its base.
enum Change: Hashable {
  case changed(from: Int, to: Int)
  /// The base is a true 0: there is a change, but no percentage and no factor.
  case fromZero(to: Int)
  /// The base is not known.
  case withoutBase(value: Int)
  /// The figure itself is not known, though its base is.
  case withoutValue(base: Int)

  /// Nil where neither side is known.
  init?(value: Int?, base: Int?) {
    switch (value, base) {
    case (let value?, 0?): self = .fromZero(to: value)
    case (let value?, let base?): self = .changed(from: base, to: value)
    case (let value?, nil): self = .withoutBase(value: value)
    case (nil, let base?): self = .withoutValue(base: base)
    case (nil, nil): return nil
    }
  }

  var value: String {
    switch self {
    case .changed(_, let value), .fromZero(let value), .withoutBase(let value): String(value)
    case .withoutValue: ""
    }
  }

  var base: String {
    switch self {
    case .changed(let base, _), .withoutValue(let base): String(base)
    case .fromZero: "0"
    case .withoutBase: ""
    }
  }

  var difference: String {
    switch self {
    case .changed(let base, let value): String(value - base)
    case .fromZero(let value): String(value)
    case .withoutBase, .withoutValue: ""
    }
  }

  /// Percent of the base, to one decimal.
  var percent: String {
    guard case .changed(let base, let value) = self else { return "" }
    return ExactRatio(value - base, base).times100.text(decimals: 1)
  }

  /// The figure as a multiple of its base, to two decimals.
  var factor: String {
    guard case .changed(let base, let value) = self else { return "" }
    return ExactRatio(value, base).text(decimals: 2)
  }

  /// The shorthand for what cannot be worked out.
  var mark: String? {
    switch self {
    case .changed: nil
    case .fromZero: "[z]"
    case .withoutBase, .withoutValue: "[x]"
    }
  }
}
