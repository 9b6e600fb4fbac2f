/// A benchmark as one JSON object: its rates, its times and the machine side by side.
public struct BenchLine<Rates: Encodable>: Encodable {
    private let rates: Rates
    private let times: BenchTimes
    private let place: BenchPlace

    /// Joins the three.
    public init(_ rates: Rates, _ times: BenchTimes, _ place: BenchPlace) {
        (self.rates, self.times, self.place) = (rates, times, place)
    }

    /// Writes all into one object; no two of the three have a key in common.
    public func encode(to encoder: any Encoder) throws {
        try rates.encode(to: encoder)
        try times.encode(to: encoder)
        try place.encode(to: encoder)
    }
}
