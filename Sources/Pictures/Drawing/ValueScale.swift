/// Where a value lies between zero and the end of an axis.
struct ValueScale {
  /// The end of the axis: not below any value, and above zero.
  let end: Int
  /// The values that the axis names, zero first.
  let ticks: [Int]

  init(greatest: Int) {
    var step = 1
    // 1, 2, 5, 10, 20, 50 …, until five of them reach the greatest value.
    var factors = [2, 5, 10].makeIterator()
    var unit = 1
    while step * 5 < greatest {
      guard step < Int.max / 100 else { break }
      if let factor = factors.next() {
        step = unit * factor
      } else {
        unit *= 10
        factors = [2, 5, 10].makeIterator()
      }
    }
    let steps = max(1, (max(greatest, 1) + step - 1) / step)
    end = steps * step
    ticks = (0...steps).map { $0 * step }
  }

  /// From 0 at zero to `length` at the end of the axis.
  func length(of value: Int, along length: Double) -> Double {
    Double(max(0, value)) / Double(end) * length
  }
}
