/// A measured value with its 95 % interval.
public struct Interval: Sendable, Equatable, Codable {
    /// The value over all cases.
    public var value: Double
    /// The interval's lower end, from a bootstrap over patients.
    public var low: Double
    /// The interval's upper end.
    public var high: Double
    /// How many cases it rests on.
    public var n: Int

    /// Takes all four.
    public init(value: Double, low: Double, high: Double, n: Int) {
        self.value = value
        self.low = low
        self.high = high
        self.n = n
    }
}
