import EchoEval
import Foundation
import Testing

@Suite("Interval") struct IntervalTests {
    @Test("is written with value, low, high and n")
    func isWritten() throws {
        let data = try JSONEncoder().encode(Interval(value: 0.5, low: 0.25, high: 0.75, n: 12))
        let keys = try JSONDecoder().decode([String: Double].self, from: data)
        #expect(keys == ["value": 0.5, "low": 0.25, "high": 0.75, "n": 12])
    }
}
