import Metrics
import Synchronization

/// A number that only grows.
final class CountSeries: CounterHandler, FloatingPointCounterHandler {
    private let count = Mutex(0.0)

    /// What it has come to.
    var value: Double { count.withLock { $0 } }

    func increment(by amount: Int64) { count.withLock { $0 += Double(amount) } }
    func increment(by amount: Double) { count.withLock { $0 += amount } }
    func reset() { count.withLock { $0 = 0 } }
}

/// A number that goes up and down.
final class LevelSeries: MeterHandler {
    private let level = Mutex(0.0)

    /// What it is now.
    var value: Double { level.withLock { $0 } }

    func set(_ value: Int64) { level.withLock { $0 = Double(value) } }
    func set(_ value: Double) { level.withLock { $0 = value } }
    func increment(by amount: Double) { level.withLock { $0 += amount } }
    func decrement(by amount: Double) { level.withLock { $0 -= amount } }
}

/// How often values fell below each of some bounds.
final class HistogramSeries: RecorderHandler, TimerHandler {
    /// What was recorded so far.
    struct State {
        /// Values at most as large as each bound, and no larger than the one before; the last is the rest.
        var counts: [Int]
        var sum = 0.0
    }

    /// Upper bounds, ascending; of times in seconds.
    let bounds: [Double]
    private let recorded: Mutex<State>

    init(bounds: [Double]) {
        self.bounds = bounds
        recorded = Mutex(State(counts: Array(repeating: 0, count: bounds.count + 1)))
    }

    /// What was recorded so far.
    var state: State { recorded.withLock { $0 } }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count
        recorded.withLock { state in
            state.counts[place] += 1
            state.sum += value
        }
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
}
