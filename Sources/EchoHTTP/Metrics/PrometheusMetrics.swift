package import Metrics
import Synchronization

/// A backend of swift-metrics that keeps what Prometheus asks for; labels are bounded.
package final class PrometheusMetrics: MetricsFactory {
    /// Keeps nothing yet.
    package init() {}

    /// One series of a family.
    enum Series {
        case count(CountSeries)
        case level(LevelSeries)
        case histogram(HistogramSeries)
    }

    /// Series of one name, at most; those past it share one whose labels all say `other`.
    package static let most = 1_000
    /// Upper bounds of times, in seconds.
    static let times = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

    private let families = Mutex<[String: [[Label]: Series]]>([:])

    /// A label and its value.
    struct Label: Hashable, Comparable {
        let name: String
        let value: String

        static func < (first: Self, second: Self) -> Bool { first.name < second.name }
    }

    /// Every family by name, its series in the order of their labels.
    var all: [(name: String, series: [(labels: [Label], series: Series)])] {
        families.withLock { $0 }.sorted { $0.key < $1.key }.map { name, series in
            let ordered = series.sorted { first, second in
                first.key.map(\.value).lexicographicallyPrecedes(second.key.map(\.value))
            }
            return (name, ordered.map { ($0.key, $0.value) })
        }
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        count(label, dimensions)
    }

    package func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler { count(label, dimensions) }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        let found = series(label, dimensions) { .level(LevelSeries()) }
        if case .level(let level) = found { return level }
        return LevelSeries()
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler { histogram(label, dimensions) }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }

    // A series stays to the end: its number must not go back.
    package func destroyCounter(_: any CounterHandler) {}
    package func destroyFloatingPointCounter(_: any FloatingPointCounterHandler) {}
    package func destroyMeter(_: any MeterHandler) {}
    package func destroyRecorder(_: any RecorderHandler) {}
    package func destroyTimer(_: any TimerHandler) {}

    private func count(_ label: String, _ dimensions: [(String, String)]) -> CountSeries {
        let found = series(label, dimensions) { .count(CountSeries()) }
        if case .count(let count) = found { return count }
        return CountSeries()
    }

    private func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramSeries {
        let found = series(label, dimensions) { .histogram(HistogramSeries(bounds: Self.times)) }
        if case .histogram(let histogram) = found { return histogram }
        return HistogramSeries(bounds: Self.times)
    }

    private func series(
        _ name: String, _ dimensions: [(String, String)], make: () -> Series
    ) -> Series {
        families.withLock { families in
            var labels = dimensions.map { Label(name: $0.0, value: $0.1) }.sorted()
            var family = families[name, default: [:]]
            if family[labels] == nil, family.count >= Self.most {
                labels = labels.map { Label(name: $0.name, value: "other") }
            }
            if let found = family[labels] { return found }
            let made = make()
            family[labels] = made
            families[name] = family
            return made
        }
    }
}
